import { type DayContext, readDay } from '#app/features/schools/registry-cells.ts'
import { schoolColumn } from '#app/features/schools/shared-columns.ts'
import { sportColumn } from '#app/features/sports/sport-column.ts'
import { readCount } from '#app/spreadsheet/cells/count.ts'
import { readText } from '#app/spreadsheet/cells/text.ts'
import { dayCell, numberCell, textCell } from '#app/spreadsheet/cells-to-write.ts'
import type { Cell } from '#app/spreadsheet/grid.ts'
import { defineSheet, optional, type RowOf, required } from '#app/spreadsheet/sheet.ts'

function countColumn(zh: string, en: string, aliases: string[], example: number) {
  return optional({
    header: { 'zh-CN': zh, en },
    aliases,
    cell: (cell: Cell | undefined) => readCount(cell, {}),
    write: numberCell,
    example,
    width: 12,
    isEachOwn: true,
    isSummed: true,
    hint: { 'zh-CN': '尚未举办的不填', en: 'Not for an event to come' },
  })
}

/** Events of traditional sports at schools: one row an event, known by its school, day, sport and title. */
export const eventsSheet = defineSheet({
  name: 'events',
  version: 1,
  title: { 'zh-CN': '传统体育进校园', en: 'Traditional sports at school' },
  prefilled: ['code'],
  columns: {
    code: required(schoolColumn),
    day: required({
      header: { 'zh-CN': '日期', en: 'Day' },
      aliases: ['活动日期', '举办日期', '时间'],
      cell: (cell: Cell | undefined, context: DayContext) => readDay(cell, context),
      write: dayCell,
      example: '2024-10-18',
      width: 12,
    }),
    sport: required({ ...sportColumn, example: { code: 'wushu', name: '武术' } }),
    title: required({
      header: { 'zh-CN': '活动名称', en: 'Event' },
      aliases: ['活动', '名称', '活动主题'],
      cell: (cell: Cell | undefined) => readText(cell, 80),
      write: textCell,
      example: '武术进校园展演',
      width: 28,
    }),
    classes: countColumn('参与班级数', 'Classes', ['班级数', '参加班级'], 6),
    participants: countColumn('参与人数', 'Participants', ['人数', '参加人数'], 240),
    note: optional({
      header: { 'zh-CN': '说明', en: 'Note' },
      aliases: ['备注'],
      cell: (cell: Cell | undefined) => readText(cell, 200),
      write: textCell,
      example: '县武术协会指导',
      width: 28,
    }),
  },
})

export type EventRecord = RowOf<typeof eventsSheet>
