import { openEnd } from '#app/calendar-day.ts'
import { coachingText } from '#app/features/coaching/coaching.text.ts'
import type { Locale } from '#app/i18n/text.ts'
import { say } from '#app/i18n/text.ts'
import { columnsOf, type List } from '#app/spreadsheet/list.ts'
import type { CheckState } from './entry-check.rule.ts'
import { entryCheckText } from './entry-check.text.ts'
import { kindWords, instructorsText as text } from './instructors.text.ts'
import type { CheckedPerson } from './list-entry-checks.server.ts'
import type { readRegister } from './read-instructor.server.ts'

type Line = Awaited<ReturnType<typeof readRegister>>[number]

const column = columnsOf<Line>()

/** The register as its page lists it, a contract a row; no number of a person stands in it. */
export function instructorsList(names: {
  unit: (code: string) => string
  sport: (code: string) => string
}): List<Line> {
  return {
    title: text.title,
    columns: [
      column.text(text.name, one => (one.namesake === 1 ? one.name : `${one.name}（${one.namesake}）`)),
      column.text(text.kind, (one, locale) => say(locale, kindWords[one.kind])),
      column.text(
        text.place,
        (one, locale) => one.schoolName ?? say(locale, text.pooled, { unit: names.unit(one.unitCode) }),
        28,
      ),
      column.text(text.sport, one => one.sports.map(each => names.sport(each.sport)).join('、')),
      column.text(text.titleLiteral, one => one.titleLiteral),
      column.text(text.engagement, (one, locale) =>
        one.engagement === '' ? null : say(locale, coachingText.engagement[one.engagement]),
      ),
      column.number(text.hoursPlaced, one => one.hoursPlaced),
      column.number(text.hoursWeek, one => one.hoursWeek),
      column.day(text.validFrom, one => one.validFrom),
      column.day(text.validTo, one => (one.validTo === openEnd ? null : one.validTo)),
      column.text(text.state, (one, locale) => say(locale, text.states[one.state])),
    ],
  }
}

interface Checked extends CheckedPerson {
  unit: string
}

const person = columnsOf<Checked>()

/** Whose entry check stands how, for the two offices that may know. */
export const entryChecksList: List<Checked> = {
  title: entryCheckText.title,
  columns: [
    person.text(entryCheckText.person, one => one.name),
    person.text(
      entryCheckText.place,
      (one, locale) => `${one.unit} · ${one.schoolName ?? say(locale, entryCheckText.pooled)}`,
      34,
    ),
    person.text(entryCheckText.state, (one, locale) => checkWords(one.check, locale), 26),
    person.text(entryCheckText.work, (one, locale) =>
      say(locale, one.mayWork ? entryCheckText.may : entryCheckText.mayNot),
    ),
  ],
}

function checkWords(check: CheckState, locale: Locale): string {
  const { states } = entryCheckText
  if (check.state === 'none') return say(locale, states.none)
  if (check.state === 'clear') return say(locale, states.clear, check)
  return say(locale, states[check.state], check)
}
