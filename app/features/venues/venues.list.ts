import { openEnd } from '#app/calendar-day.ts'
import { say } from '#app/i18n/text.ts'
import { columnsOf, type List } from '#app/spreadsheet/list.ts'
import type { ListedVenue, SchoolVenue } from './venues.queries.server.ts'
import { venuesText as text, venueKindWords } from './venues.text.ts'

interface Line extends ListedVenue {
  unitName: string
}

const column = columnsOf<Line>()

/** Venues with their hours, what they cost and whom to ask. */
export const venuesList: List<Line> = {
  title: text.title,
  columns: [
    column.text(text.unit, one => one.unitName),
    column.text(text.school, one => one.schoolName, 28),
    column.text(text.address, one => one.address, 28),
    column.text(text.venue, one => one.name),
    column.text(text.kind, (one, locale) => say(locale, venueKindWords[one.kind])),
    column.text(text.weekday, (one, locale) => one.weekdayHours || say(locale, text.closed)),
    column.text(text.weekend, (one, locale) => one.weekendHours || say(locale, text.closed)),
    column.text(text.holiday, (one, locale) => one.holidayHours || say(locale, text.closed)),
    column.text(text.fee, (one, locale) => one.fee || say(locale, text.free)),
    column.text(text.contact, one => one.contact, 24),
    column.text(text.note, one => one.note, 24),
  ],
}

const other = columnsOf<SchoolVenue>()

/** Venues that are not open yet or no longer, and why. */
export const otherVenuesList: List<SchoolVenue> = {
  title: text.others,
  columns: [
    other.text(text.school, one => one.schoolName, 28),
    other.text(text.venue, one => one.name),
    other.day(text.from, one => one.validFrom),
    other.day(text.until, one => (one.validTo === openEnd ? null : one.validTo)),
    other.text(text.reason, one => one.closedBecause, 24),
  ],
}
