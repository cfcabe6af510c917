import { openEnd } from '#app/calendar-day.ts'
import { kindNames } from '#app/features/activity/activity.text.ts'
import { say } from '#app/i18n/text.ts'
import { columnsOf, type List } from '#app/spreadsheet/list.ts'
import type { PlannedActivity, TimetableLine } from './read-timetable.server.ts'
import { timetableText as text, weekdayWords } from './timetable.text.ts'

type Row = PlannedActivity & { className: string }
const column = columnsOf<Row>()

/** What classes have planned for a week, a row an activity. */
export const timetableList: List<Row> = {
  title: text.title,
  columns: [
    column.text(text.class, row => row.className),
    column.text(text.weekday, (row, locale) => say(locale, weekdayWords[row.weekday - 1]!), 10),
    column.text(text.kind, (row, locale) => say(locale, kindNames[row.kind])),
    column.text(text.sport, (row, locale) => (row.sport === null ? null : say(locale, row.sport))),
    column.text(text.startsAt, row => row.startsAt || null, 10),
    column.number(text.minutes, row => row.minutes),
    column.day(text.validFrom, row => row.validFrom),
    column.day(text.validTo, row => (row.validTo === openEnd ? null : row.validTo)),
  ],
}

/** The rows of the list, class by class. */
export function timetableRows(lines: readonly TimetableLine[]): Row[] {
  return lines.flatMap(({ name, activities }) => activities.map(one => ({ ...one, className: name })))
}
