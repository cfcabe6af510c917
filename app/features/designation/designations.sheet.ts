import {
  documentColumn,
  firstDayColumn,
  lastDayColumn,
  schoolColumn,
} from '#app/features/schools/shared-columns.ts'
import { sportColumn } from '#app/features/sports/sport-column.ts'
import { readChoice } from '#app/spreadsheet/cells/choice.ts'
import { readText } from '#app/spreadsheet/cells/text.ts'
import { textCell } from '#app/spreadsheet/cells-to-write.ts'
import type { Cell } from '#app/spreadsheet/grid.ts'
import { defineSheet, optional, type RowOf, required } from '#app/spreadsheet/sheet.ts'
import type { DesignationLevel } from '#db/tables.ts'
import { levels } from './level.rule.ts'
import { levelWords } from './level.text.ts'

/** Titles of schools: one row a school, level and sport, since when and until when. */
export const designationsSheet = defineSheet({
  name: 'designations',
  version: 1,
  title: { 'zh-CN': '体育传统特色学校', en: 'Traditional-sports schools' },
  prefilled: ['code'],
  columns: {
    code: required(schoolColumn),
    level: required({
      header: { 'zh-CN': '级别', en: 'Level' },
      aliases: ['命名级别', '学校级别', '等级'],
      cell: (cell: Cell | undefined) =>
        readChoice<DesignationLevel>(
          cell,
          levels.map(value => ({ value, names: namesOf(value) })),
        ),
      write: (level: DesignationLevel) => textCell(levelWords[level]['zh-CN']),
      example: 'CITY' as DesignationLevel,
      width: 8,
      choices: levels.map(level => levelWords[level]['zh-CN']),
    }),
    sport: required(sportColumn),
    batch: optional({
      header: { 'zh-CN': '批次', en: 'Batch' },
      aliases: ['命名批次', '年度'],
      cell: (cell: Cell | undefined) => readText(cell, 80),
      write: textCell,
      example: '2024年第一批',
      width: 14,
    }),
    document: optional(documentColumn),
    validFrom: required({ ...firstDayColumn, aliases: [...firstDayColumn.aliases, '命名日期', '命名时间'] }),
    validTo: required({
      ...lastDayColumn,
      aliases: [...lastDayColumn.aliases, '有效期至'],
      hint: { 'zh-CN': '称号有效的最后一天', en: 'The last day on which the title holds' },
    }),
  },
})

export type DesignationRecord = RowOf<typeof designationsSheet>

function namesOf(level: DesignationLevel): string[] {
  const [name] = [levelWords[level]['zh-CN']]
  return [
    name,
    name.replace('级', ''),
    `${level.toLowerCase()}`,
    ...(level === 'COUNTY' ? ['区级', '县区级'] : []),
  ]
}
