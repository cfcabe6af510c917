import { describe, expect, test } from 'vitest'
import { sportColumn } from '#app/features/sports/sport-column.ts'
import { readClock } from '#app/spreadsheet/cells/clock.ts'
import { readClockRange } from '#app/spreadsheet/cells/clock-range.ts'
import { readCode, readSchoolCode } from '#app/spreadsheet/cells/code.ts'
import { readDocumentNumber } from '#app/spreadsheet/cells/document-number.ts'
import { activityKinds, readKind } from '#app/spreadsheet/cells/kind.ts'
import { kindNames } from '#app/spreadsheet/cells/kind-names.ts'
import { readDecimal } from '#app/spreadsheet/cells/number.ts'
import { type NamedSchool, schoolResolver } from '#app/spreadsheet/cells/school-name.ts'
import { readStage } from '#app/spreadsheet/cells/stage.ts'
import { readText } from '#app/spreadsheet/cells/text.ts'
import { readWeekdays, weekdayNames } from '#app/spreadsheet/cells/weekday.ts'
import type { Cell } from '#app/spreadsheet/grid.ts'
import type { Reading } from '#app/spreadsheet/reading.ts'
import { aliasKey } from '#db/write.server.ts'
import { fc } from '#test/support/laws.ts'

interface Law {
  read: (cell: Cell | undefined) => Reading<unknown>
  /** As exports write a value. */
  write: (value: never) => string
  /** What people type into such a cell. */
  typed: string[]
  /** Free text keeps its signs as they are. */
  keepsWidth?: true
}

const school = (id: string, name: string, more: Partial<NamedSchool> = {}): NamedSchool => ({
  ...{ id, code: null, names: [name], aliases: [], unitNames: ['东海县', '东海'] },
  ...more,
})
const schools = [
  school('a', '东海县实验小学', { code: '2132001234', aliases: ['实小'] }),
  school('b', '东海县实验小学西校区', { campusOf: 'a' }),
  school('c', '东海县石榴高级中学'),
  school('d', '东海县百禄镇中心小学'),
]
/** Anew for each text: a resolver seeks for so many strange names, and no more. */
const resolveName = (text: string) => schoolResolver(schools)(text)
const sports = [
  { code: 'football', name: '足球', aliases: ['五人制足球', '校园足球'] },
  { code: 'table_tennis', name: '乒乓球', aliases: ['乒乓'] },
  { code: 'cycling', name: '自行车', aliases: ['BMX'] },
].map(sport => ({ ...sport, keys: [sport.code, sport.name, ...sport.aliases].map(aliasKey) }))
const text = (value: string) => value

const laws: Record<string, Law> = {
  'times of day': {
    read: readClock,
    write: text,
    typed:
      '9:30 09:30:00 9点半 下午3点 下午3:30 15时20分 8点 14:5 25:00 am9:30 3:30pm 12:30am 9.30 晚上8点'.split(
        ' ',
      ),
  },
  'spans of time': {
    read: readClockRange,
    write: ({ from, to }: { from: string; to: string }) => `${from}-${to}`,
    typed: '9:30-10:10 下午3:30—4:10 8点到9点 15:20~16:00 10:00-9:30 9:30至10时 上午9:00-下午2:00 9:30'.split(
      ' ',
    ),
  },
  kinds: {
    read: cell => readKind(cell),
    write: text,
    typed: [
      ...activityKinds.flatMap(kind => kindNames[kind]),
      '体育课（取消）',
      '1.体育课',
      '大课间(下午)',
      '班会',
    ],
  },
  weekdays: {
    read: readWeekdays,
    write: weekdayNames,
    typed: '周一 星期三 礼拜天 周一至周五 周一、三、五 一三五 135 Mon 每天 工作日 周末 1-5 单周周一 5'.split(
      ' ',
    ),
  },
  'codes of schools': {
    read: readSchoolCode,
    write: text,
    typed: [
      '2132001234',
      "'2132001234",
      '213 2001234',
      '3132900002',
      '5500000001',
      '2.1329E+09',
      '213200123',
    ],
  },
  codes: {
    read: readCode,
    write: text,
    typed: ['320722', '3207HT', "'007", 'term-1', '1 2', '1E+5', 'a b', '足球'],
  },
  decimals: {
    read: cell => readDecimal(cell, { least: -200, most: 200 }),
    write: String,
    typed: ['118.75', '34.5°', "'7", '-3', '+4.50', '1e2', '118,75', '999'],
  },
  texts: {
    read: cell => readText(cell, 12),
    write: text,
    typed: ['室内', '雨天，室内', '王老师（代）', '-', '/', '甲\n乙', 'A　B', '很长很长很长很长很长的备注'],
    keepsWidth: true,
  },
  'numbers of documents': {
    read: readDocumentNumber,
    write: text,
    typed: [
      '连教体〔2023〕12号',
      '连教体[2023]12号',
      '连教体（2023）第012号',
      '连教体2023年12号',
      '连教体',
      '12号',
    ],
  },
  stages: {
    read: readStage,
    write: text,
    typed: ['小学', '初中部', '高中', '初级中学', 'primary', '高', '幼儿园', '小学初中'],
  },
  sports: {
    read: cell => sportColumn.cell(cell, { sports, keyOf: aliasKey, closeTo: () => [] }),
    write: ({ name }: { name: string }) => name,
    typed: ['足球', ' 校园 足球', 'bmx', 'ＢＭＸ', 'football', '乒乓', '蹴鞠', '足球、篮球'],
  },
  'names of schools': {
    read: cell => resolveName(cell?.type === 'text' ? cell.text : ''),
    write: id => schools.find(one => one.id === id)?.names[0] ?? '',
    typed: [
      ...[
        '东海县实验小学',
        '实验小学',
        '实小',
        '2132001234',
        '东海县实验小学(西区)',
        '石榴高级中学',
        '百禄小学',
      ],
      ...[
        '单位：东海县实验小学',
        '东海县实验小学（盖章）',
        '实验小学教育集团',
        '南京市第一中学',
        '2.132E+09',
      ],
    ],
  },
}

const asText = (raw: string): Cell => ({ type: 'text', text: raw })
const wide = (raw: string) =>
  raw.replace(/[!-~]/g, sign => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)).replaceAll(' ', '\u3000')

describe.each(Object.entries(laws))('%s', (_, { read, write, typed, keepsWidth }) => {
  const someText = fc.oneof(
    fc.constantFrom(...typed),
    fc.tuple(fc.constantFrom(...typed), fc.constantFrom(...typed)).map(pair => pair.join('')),
    fc.string({ unit: 'grapheme', maxLength: 20 }),
  )
  /** What counts of an answer: the verdict, and what is taken. */
  const came = (raw: string) => {
    const answer = read(asText(raw))
    return { reading: answer.reading, ...('value' in answer && { value: answer.value }) }
  }

  test('what is taken is taken again as the same when it is written as exports write it', () => {
    let taken = 0
    fc.assert(
      fc.property(someText, raw => {
        const first = came(raw)
        if (first.value === undefined) return
        taken += 1
        expect(came(write(first.value as never)).value).toEqual(first.value)
      }),
      { numRuns: 600 },
    )
    expect(taken).toBeGreaterThan(20)
  })

  test.each(keepsWidth ? [] : ['full-width'])('%s signs read as half-width signs do', () => {
    fc.assert(
      fc.property(someText, raw => {
        expect(came(wide(raw))).toEqual(came(raw))
      }),
      { numRuns: 600 },
    )
  })

  test('blanks and invisible signs around a value change nothing', () => {
    const around = fc.constantFrom('', ' ', '\u3000', '\u00a0', '\u200b', '\ufeff', '\t', '\n', '\u202d')
    fc.assert(
      fc.property(someText, around, around, (raw, before, behind) => {
        expect(came(`${before}${raw}${behind}`)).toEqual(came(raw))
      }),
      { numRuns: 600 },
    )
  })
})
