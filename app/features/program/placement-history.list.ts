import { openEnd } from '#app/calendar-day.ts'
import { say } from '#app/i18n/text.ts'
import { columnsOf, type List } from '#app/spreadsheet/list.ts'
import { placementText as text } from './placement.text.ts'
import type { PlacementRecord } from './placement-history.tsx'

const column = columnsOf<PlacementRecord>()

/** The records of one school, sport and stage, oldest first. */
export const placementHistoryList: List<PlacementRecord> = {
  title: text.history,
  columns: [
    column.day(text.from, one => one.validFrom),
    column.day(text.until, one => (one.validTo === openEnd ? null : one.validTo)),
    column.text(text.role, (one, locale) => say(locale, text.roles[one.role])),
    column.text(text.document, one => one.document, 28),
  ],
}
