import { say } from '#app/i18n/text.ts'
import { columnsOf, type List } from '#app/spreadsheet/list.ts'
import { dayKindWords, stageNames, calendarText as text } from './calendar.text.ts'
import type { Month } from './month.server.ts'

type Entry = Month['entries'][number]
const column = columnsOf<Entry>()

/** The days of a month that differ from the plain week. */
export const calendarList: List<Entry> = {
  title: text.title,
  columns: [
    column.day(text.day, one => one.day),
    column.text(
      text.scope,
      (one, locale) =>
        one.scope === 'national' || one.scope === 'city' ? say(locale, text[one.scope]) : one.scopeName,
      24,
    ),
    column.text(text.stage, (one, locale) => say(locale, stageNames[one.stage])),
    column.text(text.kind, (one, locale) => say(locale, dayKindWords[one.kind])),
    column.number(text.follows, one => one.followsWeekday),
    column.text(text.note, one => one.note, 30),
  ],
}

type Term = Month['terms'][number]
const term = columnsOf<Term>()

/** The terms with their days. */
export const termsList: List<Term> = {
  title: text.terms,
  columns: [
    term.text(text.term, one => `${one.schoolYear}-${one.schoolYear + 1}-${one.number}`),
    term.day(text.firstDay, one => one.firstDay),
    term.day(text.lastDay, one => one.lastDay),
  ],
}
