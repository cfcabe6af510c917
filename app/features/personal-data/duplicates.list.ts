import { inCity } from '#app/calendar-day.ts'
import { say } from '#app/i18n/text.ts'
import { columnsOf, type List } from '#app/spreadsheet/list.ts'
import type { DuplicatePair } from './duplicates.queries.server.ts'
import { duplicatesText as text } from './duplicates.text.ts'

const pair = columnsOf<DuplicatePair>()

/** Profiles that look like one person's, a pair a row: what is the same is said, and no number of anybody. */
export const duplicatesList: List<DuplicatePair> = {
  title: text.title,
  columns: [
    pair.text(text.same, ({ by }, locale) => say(locale, text.by[by]), 22),
    pair.text(text.name, ({ one }) => one.name),
    pair.day(text.born, ({ one }) => one.birthDate),
    pair.moment(text.registered, ({ one }) => inCity(one.createdAt)),
    pair.number(text.applications, ({ one }) => one.applications),
    pair.text(text.otherName, ({ other }) => other.name),
    pair.day(text.otherBorn, ({ other }) => other.birthDate),
    pair.moment(text.otherRegistered, ({ other }) => inCity(other.createdAt)),
    pair.number(text.otherApplications, ({ other }) => other.applications),
  ],
}
