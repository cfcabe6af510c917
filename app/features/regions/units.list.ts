import { openEnd } from '#app/calendar-day.ts'
import { say } from '#app/i18n/text.ts'
import { columnsOf, type List } from '#app/spreadsheet/list.ts'
import { regionsText as text } from './regions.text.ts'
import type { UnitRow } from './units.queries.server.ts'

const column = columnsOf<UnitRow>()

/** The reporting units, and from when on they carry the plan. */
export const unitsList: List<UnitRow> = {
  title: text.title,
  columns: [
    column.text(text.name, (one, locale) => (locale === 'en' ? one.nameEn : one.name)),
    column.text(text.code, one => one.code),
    column.text(text.kind, (one, locale) => say(locale, text.kinds[one.kind])),
    column.day(text.obligedFrom, one => one.obligedFrom, 16),
    column.day(text.obligedTo, one => (one.obligedTo === openEnd ? null : one.obligedTo), 16),
  ],
}
