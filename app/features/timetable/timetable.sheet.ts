import { kindNames } from '#app/features/activity/activity.text.ts'
import type { DayContext } from '#app/features/schools/registry-cells.ts'
import { firstDayColumn, lastDayColumn, schoolColumn } from '#app/features/schools/shared-columns.ts'
import { sportColumn } from '#app/features/sports/sport-column.ts'
import { readClock } from '#app/spreadsheet/cells/clock.ts'
import { type ActivityKind, activityKinds, type KindWords, readKind } from '#app/spreadsheet/cells/kind.ts'
import { readMinutes } from '#app/spreadsheet/cells/minutes.ts'
import { readWeekdays, weekdayNames } from '#app/spreadsheet/cells/weekday.ts'
import { numberCell, textCell } from '#app/spreadsheet/cells-to-write.ts'
import { type Cell, rawOf } from '#app/spreadsheet/grid.ts'
import { accept, ask, blank, type Reading } from '#app/spreadsheet/reading.ts'
import { defineSheet, optional, type RowOf, required } from '#app/spreadsheet/sheet.ts'

/** What the readers of the sheet are told beside the sports: how days are counted and what the school calls kinds. */
interface TimetableContext extends DayContext {
  kindWords: KindWords
}

/** Kept as it stands: which classes are meant depends on the row's school and first day. */
function asItStands(cell: Cell | undefined): Reading<Cell> {
  return cell === undefined || rawOf(cell).trim() === '' ? blank : accept(cell)
}

/** Whole minutes. A lesson has 40 or 45 of them, by stage: how long one is meant to be is the person's to say. */
function readPlannedMinutes(cell: Cell | undefined): Reading<number> {
  const [short, long] = [40, 45].map(lessonMinutes => readMinutes(cell, { lessonMinutes }))
  if (short === undefined || JSON.stringify(short) === JSON.stringify(long)) return short ?? blank
  const likely = [short, long].flatMap(one => (one !== undefined && 'value' in one ? [one.value] : []))
  return ask('minutes.lessons-unclear', {}, likely)
}

/** What classes have planned for each week: one row an activity, for one class and weekday or for several. */
export const timetableSheet = defineSheet({
  name: 'timetable',
  version: 1,
  title: { 'zh-CN': '课表', en: 'Timetable' },
  prefilled: ['code'],
  columns: {
    code: optional({
      ...schoolColumn,
      hint: { 'zh-CN': '由本校账号上传时可不填', en: 'May stay empty when the school uploads it' },
    }),
    className: required({
      header: { 'zh-CN': '班级', en: 'Class' },
      aliases: ['班级名称', '班别', '班', '班次'],
      cell: asItStands,
      write: (cell: Cell) => cell,
      example: { type: 'text', text: '三(2)班' },
      width: 11,
      hint: {
        'zh-CN': '按起始日期所在学年的班级名称；可写“三年级”“全校”或几个班',
        en: 'As it is called in the school year of the first day; 三年级, 全校 or several classes will do',
      },
    }),
    weekdays: required({
      header: { 'zh-CN': '星期', en: 'Weekday' },
      aliases: ['周几', '星期几', '上课星期'],
      cell: (cell: Cell | undefined) => readWeekdays(cell),
      write: (days: number[]) => textCell(weekdayNames(days)),
      example: [1],
      width: 10,
      choices: [1, 2, 3, 4, 5, 6, 7].map(day => weekdayNames([day])),
      hint: {
        'zh-CN': '可写几天，如 周一、周三，或 周一至周五',
        en: 'Several days will do, such as 周一、周三 or 周一至周五',
      },
    }),
    kind: required({
      header: { 'zh-CN': '活动类型', en: 'Kind' },
      aliases: ['活动形式', '类别', '项目类别'],
      cell: (cell: Cell | undefined, { kindWords }: TimetableContext) => readKind(cell, kindWords),
      write: (kind: ActivityKind) => textCell(kindNames[kind]['zh-CN']),
      example: 'PE_LESSON',
      width: 16,
      choices: activityKinds.map(kind => kindNames[kind]['zh-CN']),
    }),
    sport: optional(sportColumn),
    startsAt: optional({
      header: { 'zh-CN': '开始时间', en: 'Starts at' },
      aliases: ['开始', '上课时间', '起始时间'],
      cell: (cell: Cell | undefined) => readClock(cell),
      write: textCell,
      example: '09:20',
      width: 10,
      hint: { 'zh-CN': '24 小时制，如 09:20', en: '24-hour clock, such as 09:20' },
    }),
    minutes: required({
      header: { 'zh-CN': '时长(分钟)', en: 'Minutes' },
      aliases: [
        '时长',
        '分钟',
        '分钟数',
        '时间(分)',
        '活动时长(分钟)',
        '活动时间',
        '锻炼时间',
        '体育活动时间',
      ],
      cell: (cell: Cell | undefined) => readPlannedMinutes(cell),
      write: (minutes: number) => numberCell(minutes),
      example: 40,
      width: 11,
      hint: { 'zh-CN': '每次的分钟数', en: 'Minutes each time' },
    }),
    validFrom: required({ ...firstDayColumn, example: '2025-09-01' }),
    validTo: optional({
      ...lastDayColumn,
      example: '2026-01-30',
      hint: {
        'zh-CN': '有效的最后一天；空白即长期',
        en: 'The last day on which it holds; empty: it goes on',
      },
    }),
  },
})

export type TimetableRecord = RowOf<typeof timetableSheet>
