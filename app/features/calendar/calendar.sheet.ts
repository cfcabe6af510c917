import { readDay } from '#app/features/schools/registry-cells.ts'
import { readChoice } from '#app/spreadsheet/cells/choice.ts'
import { readStage, type Stage } from '#app/spreadsheet/cells/stage.ts'
import { readText } from '#app/spreadsheet/cells/text.ts'
import { readWeekdays } from '#app/spreadsheet/cells/weekday.ts'
import { dayCell, numberCell, textCell } from '#app/spreadsheet/cells-to-write.ts'
import { type Cell, rawOf } from '#app/spreadsheet/grid.ts'
import { plainText } from '#app/spreadsheet/plain-text.ts'
import { accept, blank, type Reading, reject } from '#app/spreadsheet/reading.ts'
import { defineSheet, optional, type RowOf, required } from '#app/spreadsheet/sheet.ts'
import type { CalendarDayKind } from './calendar.rule.ts'
import { dayKindWords, stageNames } from './calendar.text.ts'

export interface CalendarContext {
  today: string
  date1904: boolean
}

const kinds = Object.keys(dayKindWords) as CalendarDayKind[]

/** Further words under which schools name a day. */
const otherKindNames: Partial<Record<CalendarDayKind, string[]>> = {
  school_day: ['上课', '教学日', '正常上课'],
  weekend: ['休息日', '双休日'],
  holiday: ['节假日', '放假', '法定假日'],
  makeup: ['调休', '补课', '调休上班', '调休日'],
  vacation: ['寒假', '暑假', '假期'],
  season_break: ['春假', '秋假'],
  exam: ['考试日', '期中考试', '期末考试'],
  suspended: ['停课日', '停学'],
}

function readKind(cell: Cell | undefined): Reading<CalendarDayKind> {
  return readChoice(
    cell,
    kinds.map(kind => ({
      value: kind,
      names: [dayKindWords[kind]['zh-CN'], kind, ...(otherKindNames[kind] ?? [])],
    })),
  )
}

/** One weekday, Monday first. */
function readWeekday(cell: Cell | undefined): Reading<number> {
  const days = readWeekdays(cell)
  if (days.reading === 'blank') return blank
  const [day, ...others] = days.reading === 'accept' ? days.value : []
  return day === undefined || others.length > 0 ? reject('calendar.weekday') : accept(day)
}

function readStageOrAll(cell: Cell | undefined): Reading<Stage> {
  return /^(全部|所有|各|全)(学段)?$/.test(plainText(rawOf(cell))) ? blank : readStage(cell)
}

/** Days that differ from the plain week, on the city's, a unit's or a school's layer: one row a day and stage. */
export const calendarSheet = defineSheet({
  name: 'calendar',
  version: 1,
  title: { 'zh-CN': '校历', en: 'School calendar' },
  columns: {
    place: optional({
      header: { 'zh-CN': '范围', en: 'Scope' },
      aliases: ['单位', '单位代码', '学校标识码', '适用范围'],
      cell: (cell: Cell | undefined) => readText(cell, 26),
      write: textCell,
      example: '320722',
      width: 14,
      hint: {
        'zh-CN': '空白为全市；单位代码、学校标识码，或“全国”',
        en: 'Empty: the whole city; otherwise a unit or school code, or 全国 (national)',
      },
    }),
    stage: optional({
      header: { 'zh-CN': '学段', en: 'Stage' },
      cell: readStageOrAll,
      write: (stage: Stage) => textCell(stageNames[stage]['zh-CN']),
      example: 'junior',
      width: 8,
      choices: ['小学', '初中', '高中'],
      hint: { 'zh-CN': '空白为全部学段', en: 'Empty: every stage' },
    }),
    day: required({
      header: { 'zh-CN': '日期', en: 'Day' },
      cell: (cell: Cell | undefined, context: CalendarContext) => readDay(cell, context),
      write: dayCell,
      example: '2026-06-16',
      width: 12,
    }),
    kind: required({
      header: { 'zh-CN': '类型', en: 'Kind' },
      aliases: ['日期类型', '安排'],
      cell: readKind,
      write: (kind: CalendarDayKind) => textCell(dayKindWords[kind]['zh-CN']),
      example: 'exam',
      width: 12,
      choices: kinds.map(kind => dayKindWords[kind]['zh-CN']),
    }),
    followsWeekday: optional({
      header: { 'zh-CN': '课表按星期', en: 'Follows weekday' },
      aliases: ['补周几的课', '按星期', '课表'],
      cell: readWeekday,
      write: (weekday: number) => numberCell(weekday),
      example: 3,
      width: 10,
      hint: { 'zh-CN': '1 至 7，只用于上课日和调休', en: '1 to 7, for school and make-up days only' },
    }),
    note: optional({
      header: { 'zh-CN': '说明', en: 'Note' },
      aliases: ['备注'],
      cell: (cell: Cell | undefined) => readText(cell, 200),
      write: textCell,
      example: '中考考点，其他年级停课',
      width: 30,
    }),
  },
})

export type CalendarRecord = RowOf<typeof calendarSheet>
