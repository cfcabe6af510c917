import { expect, test } from 'vitest'
import { activityKinds, kindOfHeader, readKind } from '#app/spreadsheet/cells/kind.ts'
import { kindNames } from '#app/spreadsheet/cells/kind-names.ts'

const read = (text: string) => readKind({ type: 'text', text })

test.each(activityKinds)('every name of %s is accepted, in full width and in brackets too', kind => {
  for (const name of kindNames[kind]) {
    expect(read(name)).toEqual({ reading: 'accept', value: kind })
    expect(read(name.replace('(', '（').replace(')', '）'))).toEqual({ reading: 'accept', value: kind })
    expect(read(` ${name}。`)).toEqual({ reading: 'accept', value: kind })
  }
  expect(read(kind)).toEqual({ reading: 'accept', value: kind })
})

test('no name stands for two kinds', () => {
  const names = activityKinds.flatMap(kind => kindNames[kind].map(name => name.toLowerCase()))

  expect(new Set(names).size).toBe(names.length)
})

test.each([
  ['體育課', 'accept', 'PE_LESSON'],
  ['体 育 课', 'accept', 'PE_LESSON'],
  ['1.体育课', 'warn', 'PE_LESSON'],
  ['体育课2', 'warn', 'PE_LESSON'],
  ['体育课（雨天室内）', 'warn', 'PE_LESSON'],
  ['体育课（足球）', 'warn', 'PE_LESSON'],
  ['大课间（跑操）', 'warn', 'BIG_BREAK_AM'],
  ['大课间（下午第二节后）', 'ask', null],
  ['下午大课间（上午）', 'ask', null],
  ['体育课（取消）', 'ask', null],
  ['体育课（改语文）', 'ask', null],
  ['大课间（含眼操）', 'ask', null],
  ['体育课+大课间', 'ask', null],
  ['体育课、大课间', 'ask', null],
  ['体育课（语文）', 'ask', null],
  ['课后服务（作业辅导）', 'ask', null],
  ['社团（合唱）', 'ask', null],
  ['社团（篮球）', 'warn', 'CLUB'],
  ['比赛（作文）', 'ask', null],
  ['课后服务（三年级）', 'warn', 'AFTER_SCHOOL_SPORT'],
  ['第三节体育课', 'warn', 'PE_LESSON'],
  ['校女子篮球队', 'accept', 'TEAM_TRAINING'],
  ['合唱队', 'ask', null],
  ['合唱社团', 'ask', null],
  ['班级跳绳比赛', 'accept', 'COMPETITION'],
  ['班会', 'ask', null],
  ['语文', 'ask', null],
  ['60', 'ask', null],
  ['/', 'blank', null],
])('the kind %s is %s', (text, reading, kind) => {
  const answer = read(text)

  expect(answer.reading).toBe(reading)
  expect('value' in answer ? answer.value : null).toBe(kind)
})

test('an ambiguous name offers the kinds that it hints at, most telling first', () => {
  expect(read('大课间眼操')).toMatchObject({ candidates: ['EYE_EXERCISE', 'BIG_BREAK_AM', 'SHORT_BREAK'] })
  expect(read('语文')).toMatchObject({ code: 'kind.unknown', candidates: ['OTHER'] })
})

test('a number cell names no kind', () => {
  expect(readKind({ type: 'number', value: 1, format: 'General' }).reading).toBe('reject')
})

test.each([
  ['体育课（分钟）', 'PE_LESSON'],
  ['体育课时长', 'PE_LESSON'],
  ['上午大课间时间(min)', 'BIG_BREAK_AM'],
  ['3、课后服务', 'AFTER_SCHOOL_SPORT'],
  ['日期', null],
  ['合计', null],
])('the header %s names %s', (text, kind) => {
  expect(kindOfHeader(text)).toBe(kind)
})
