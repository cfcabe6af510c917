import { dayCell, numberCell, textCell } from '#app/spreadsheet/cells-to-write.ts'
import type { Cell } from '#app/spreadsheet/grid.ts'
import { rawOf } from '#app/spreadsheet/grid.ts'
import type { Reading } from '#app/spreadsheet/reading.ts'
import { accept, ask, blank, reject, warn } from '#app/spreadsheet/reading.ts'
import { defineSheet, optional, required } from '#app/spreadsheet/sheet.ts'
import { shownText } from '#app/spreadsheet/shown-text.ts'

interface Registry {
  schools: readonly string[]
}

function readCode(cell: Cell | undefined, { schools }: Registry): Reading<string> {
  const text = rawOf(cell).trim()
  if (text === '') return blank
  return schools.includes(text) ? accept(text) : reject('school.unknown', { code: text })
}

function readSport(cell: Cell | undefined): Reading<string> {
  const text = rawOf(cell).trim()
  if (text === '') return blank
  if (text === '球') return ask('sport.ambiguous', {}, ['足球', '篮球'])
  return text === '蓝球' ? warn('篮球', 'sport.corrected') : accept(text)
}

function readDay(cell: Cell | undefined): Reading<string> {
  const text = shownText(cell)
  return text === '' ? blank : accept(text)
}

function readCount(cell: Cell | undefined): Reading<number> {
  if (cell === undefined) return blank
  const count = Number(rawOf(cell))
  return Number.isNaN(count) ? reject('count.not-a-number') : accept(count)
}

/** Two record lists that share columns, with readers as plain as a test can bear. */
export const placementSheet = defineSheet({
  name: 'placements',
  version: 2,
  title: { 'zh-CN': '项目布点', en: 'Placements' },
  columns: {
    school: required({
      header: { 'zh-CN': '学校标识码', en: 'School code' },
      aliases: ['学校代码'],
      cell: readCode,
      write: textCell,
      example: '2132000001',
      width: 14,
      hint: { 'zh-CN': '10 位数字', en: '10 digits' },
    }),
    sport: required({
      header: { 'zh-CN': '项目', en: 'Sport' },
      cell: readSport,
      write: textCell,
      example: '足球',
      width: 12,
      choices: ['足球', '篮球', '=1+1'],
    }),
    from: required({
      header: { 'zh-CN': '起始日期', en: 'From' },
      cell: readDay,
      write: dayCell,
      example: '2025-09-01',
      width: 12,
    }),
    to: optional({
      header: { 'zh-CN': '终止日期', en: 'To' },
      cell: readDay,
      write: dayCell,
      example: '2026-08-31',
      width: 12,
    }),
    pupils: optional({
      header: { 'zh-CN': '学生数', en: 'Pupils' },
      cell: readCount,
      write: numberCell,
      isSummed: true,
      example: 900,
      width: 8,
    }),
  },
  prefilled: ['school'],
})

export const timetableSheet = defineSheet({
  name: 'timetable',
  version: 1,
  title: { 'zh-CN': '课表', en: 'Timetable' },
  columns: {
    school: required({
      header: { 'zh-CN': '学校标识码', en: 'School code' },
      cell: readCode,
      write: textCell,
      example: '2132000001',
      width: 14,
    }),
    weekday: required({
      header: { 'zh-CN': '星期', en: 'Weekday' },
      cell: readSport,
      write: textCell,
      example: '周一',
      width: 8,
    }),
  },
})

export const registry: Registry = { schools: ['2132000001', '2132000002'] }
