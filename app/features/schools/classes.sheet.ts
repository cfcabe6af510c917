import { readCount } from '#app/spreadsheet/cells/count.ts'
import { readText } from '#app/spreadsheet/cells/text.ts'
import { numberCell, textCell } from '#app/spreadsheet/cells-to-write.ts'
import type { Cell } from '#app/spreadsheet/grid.ts'
import { defineSheet, optional, type RowOf, required } from '#app/spreadsheet/sheet.ts'
import { type RegistryContext, readClassNo, readYear } from './registry-cells.ts'
import { firstDayColumn, lastDayColumn, schoolColumn, stageColumn } from './shared-columns.ts'

/** The classes of schools by their official keys: one row a class. */
export const classesSheet = defineSheet({
  name: 'classes',
  version: 1,
  title: { 'zh-CN': '班级名册', en: 'Classes' },
  prefilled: ['code'],
  columns: {
    code: required(schoolColumn),
    stage: required(stageColumn),
    entryYear: required({
      header: { 'zh-CN': '入学年份', en: 'Entry year' },
      aliases: ['入学年', '级', '年级届别'],
      cell: (cell: Cell | undefined, context: RegistryContext) => readYear(cell, context),
      write: (year: number) => numberCell(year),
      example: 2023,
      width: 10,
      hint: { 'zh-CN': '进入本学段的年份', en: 'The year in which the class entered the stage' },
    }),
    classNo: required({
      header: { 'zh-CN': '班号', en: 'Class number' },
      aliases: ['班级号', '班级序号', '班'],
      cell: (cell: Cell | undefined) => readClassNo(cell),
      write: (number: number) => numberCell(number),
      example: 2,
      width: 8,
    }),
    pupils: required({
      header: { 'zh-CN': '学生数', en: 'Pupils' },
      aliases: ['人数', '班级人数', '在校生数', '学生人数'],
      cell: (cell: Cell | undefined) => readCount(cell, {}),
      isSummed: true,
      write: (count: number) => numberCell(count),
      example: 45,
      width: 8,
    }),
    campus: optional({
      header: { 'zh-CN': '校区', en: 'Campus' },
      cell: (cell: Cell | undefined) => readText(cell, 60),
      write: textCell,
      example: '云山校区',
      width: 12,
    }),
    validFrom: optional({
      ...firstDayColumn,
      example: '2023-09-01',
      hint: { 'zh-CN': '空白即入学年份的 9 月 1 日', en: 'Empty: 1 September of the entry year' },
    }),
    validTo: optional({
      ...lastDayColumn,
      example: '2029-08-31',
      hint: { 'zh-CN': '班级存在的最后一天；空白即长期', en: 'The last day; empty: it goes on' },
    }),
  },
})

export type ClassRecord = RowOf<typeof classesSheet>
