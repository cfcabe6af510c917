import { expect, test } from 'vitest'
import { type NamedSchool, schoolResolver } from '#app/spreadsheet/cells/school-name.ts'

function school(id: string, name: string, unit: string, more: Partial<NamedSchool> = {}): NamedSchool {
  return { id, code: null, names: [name], aliases: [], unitNames: [unit, unit.slice(0, -1)], ...more }
}

const schools = [
  school('dhsx', '东海县实验小学', '东海县', { code: '2132001234' }),
  school('dhsx-w', '东海县实验小学西校区', '东海县', { campusOf: 'dhsx' }),
  school('dhgz', '江苏省东海高级中学', '东海县'),
  school('dhslz', '东海县石榴高级中学', '东海县'),
  school('xhgz', '江苏省新海高级中学', '连云港市'),
  school('xhgz-k', '江苏省新海高级中学开发区校区', '连云港市', { campusOf: 'xhgz' }),
  school('hzxy', '海州实验中学西苑校区', '海州区', { aliases: ['西苑中学'] }),
  school('xgxx', '墟沟小学', '连云区', { aliases: ['墟小'] }),
  school('cwys', '苍梧小学云山校区', '连云区', { aliases: ['苍小云山'] }),
  school('bqxx', '板桥小学', '连云区'),
  school('lhlx', '临海路小学', '连云区'),
  school('hbzx', '海滨中学', '连云区'),
  school('szfx', '连云港师范高等专科学校附属小学', '海州区'),
  school('szyx', '连云港师范高等专科学校第一附属小学', '海州区', { aliases: ['师专一附小'] }),
  school('lygzz', '江苏省连云港中等专业学校', '连云港市', { aliases: ['连云港中专'] }),
  school('gygz', '江苏省赣榆高级中学', '赣榆区', { aliases: ['省赣中'] }),
  school('ytlc', '赣榆区义塘路初级中学', '赣榆区'),
  school('blxx', '百禄镇中心小学', '灌南县'),
  school('ctcz', '赣榆区城头初级中学', '赣榆区'),
  school('zdxx', '张店镇中心小学', '灌南县'),
  school('gncz', '灌南县初级中学', '灌南县'),
  school('gykf', '灌云经济开发区实验学校', '灌云县'),
]

const resolve = schoolResolver(schools)

test.each([
  ['东海县实验小学', 'accept', 'dhsx'],
  ['东海县实验小学（本部）', 'accept', 'dhsx'],
  ['东海县实验小学西校区', 'accept', 'dhsx-w'],
  ['东海县实验小学(西区)', 'warn', 'dhsx-w'],
  ['江苏省东海高级中学', 'accept', 'dhgz'],
  ['东海高级中学', 'accept', 'dhgz'],
  ['东海县石榴高级中学', 'accept', 'dhslz'],
  ['江苏省新海高级中学', 'accept', 'xhgz'],
  ['东海中学', 'ask', null],
  ['新海高级中学（开发区校区）', 'accept', 'xhgz-k'],
  ['海中', 'ask', null],
  ['墟沟小学教育集团', 'ask', null],
  ['西苑中学', 'warn', 'hzxy'],
  ['墟沟小学', 'accept', 'xgxx'],
  ['墟小', 'warn', 'xgxx'],
  ['苍小云山', 'warn', 'cwys'],
  ['临海路小学', 'accept', 'lhlx'],
  ['海滨中学', 'accept', 'hbzx'],
  ['连云港师范高等专科学校附属小学', 'accept', 'szfx'],
  ['师专一附小', 'warn', 'szyx'],
  ['江苏省连云港中等专业学校', 'accept', 'lygzz'],
  ['连云港中专', 'warn', 'lygzz'],
  ['江苏省赣榆高级中学', 'accept', 'gygz'],
  ['赣榆高级中学', 'accept', 'gygz'],
  ['省赣中', 'warn', 'gygz'],
  ['义塘路初中', 'warn', 'ytlc'],
  ['张店镇中心小学', 'accept', 'zdxx'],
  ['百禄小学', 'warn', 'blxx'],
  ['灌云经济开发区实验学校', 'accept', 'gykf'],
  ['连云区板桥小学', 'accept', 'bqxx'],
  ['连云港市板桥小学', 'accept', 'bqxx'],
  ['连云港板桥小学', 'warn', 'bqxx'],
  ['赣榆县城头初级中学', 'warn', 'ctcz'],
  ['城头初中', 'warn', 'ctcz'],
  ['灌南县张店小学', 'warn', 'zdxx'],
  ['张店中心校', 'warn', 'zdxx'],
  ['初级中学', 'ask', null],
  ['灌南县初级中学', 'accept', 'gncz'],
  ['灌云经济开发区实验学校小学部', 'accept', 'gykf'],
  ['3207060001', 'reject', null],
  ['2132001234', 'accept', 'dhsx'],
  ['2.132E+09', 'reject', null],
  ['东海县实验小學', 'accept', 'dhsx'],
  ['东海县实验小学（盖章）', 'accept', 'dhsx'],
  ['单位：东海县实验小学', 'accept', 'dhsx'],
  ['南京市第一中学', 'reject', null],
  ['东海县实验小学东校区', 'ask', null],
  ['东海县实验小学（海州校区）', 'ask', null],
  ['连云港市东海县实验小学', 'accept', 'dhsx'],
  ['东海实小', 'warn', 'dhsx'],
  ['东海实小西校区', 'warn', 'dhsx-w'],
  ['实小', 'ask', null],
  ['实验小学西校区', 'ask', null],
  ['赣榆实小', 'reject', null],
  ['东海第12中学', 'reject', null],
])('%s is %s', (raw, reading, id) => {
  const answer = resolve(raw)

  expect(answer.reading).toBe(reading)
  expect('value' in answer ? answer.value : null).toBe(id)
})
