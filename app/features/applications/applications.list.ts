import { inCity } from '#app/calendar-day.ts'
import type { Locale } from '#app/i18n/text.ts'
import { say } from '#app/i18n/text.ts'
import { columnsOf, type List } from '#app/spreadsheet/list.ts'
import { spoken } from './application-number.rule.ts'
import { nextWords, stateWords } from './application-states.text.ts'
import { applicationText as text } from './applications.text.ts'
import type { CandidateRow, Component } from './candidates.queries.server.ts'
import type { slotsOfPost } from './interviews.queries.server.ts'
import { interviewsText } from './interviews.text.ts'
import type { readApplications } from './read-application.server.ts'
import { scoreText } from './score.rule.ts'
import { wayText } from './way.text.ts'

type Own = Awaited<ReturnType<typeof readApplications>>[number]
const own = columnsOf<Own>()

/** Somebody's own applications. */
export const applicationsList: List<Own> = {
  title: text.mine,
  columns: [
    own.text(text.post, one => one.postTitle, 28),
    own.text(text.unit, (one, locale) => (locale === 'en' ? one.unitNameEn : one.unitName)),
    own.text(text.number, one => spoken(one.number)),
    own.text(text.state, (one, locale) => say(locale, stateWords[one.state])),
    own.text(text.next, (one, locale) => say(locale, nextWords[one.next.code]), 34),
  ],
}

const candidate = columnsOf<CandidateRow>()
const components: readonly Component[] = ['WRITTEN', 'SKILL', 'EXTRA']

/** The candidates of a post: by name and number of the application, and no number of a person. */
export const candidatesList: List<CandidateRow> = {
  title: wayText.candidates,
  columns: [
    candidate.text(wayText.name, one => one.name),
    candidate.text(wayText.state, (one, locale) => say(locale, stateWords[one.state])),
    candidate.number(wayText.rank, one => one.rank),
    ...components.map(component =>
      candidate.text(wayText.components[component], (one, locale) =>
        scoreWords(one.scores[component], locale),
      ),
    ),
    candidate.text(wayText.number, one => spoken(one.number)),
  ],
}

function scoreWords(score: number | null | undefined, locale: Locale): string | null {
  if (score === undefined) return null
  return score === null ? say(locale, wayText.absent) : scoreText(score)
}

type Slot = Awaited<ReturnType<typeof slotsOfPost>>[number]
const slot = columnsOf<Slot>()

/** Who comes to the skill test when and where. */
export const interviewsList: List<Slot> = {
  title: interviewsText.title,
  columns: [
    slot.moment(interviewsText.time, one => inCity(one.startsAt)),
    slot.moment(interviewsText.until, one => inCity(one.endsAt)),
    slot.text(interviewsText.panel, one => one.panel),
    slot.text(interviewsText.place, one => one.place, 24),
    slot.text(interviewsText.person, (one, locale) => one.name ?? say(locale, interviewsText.free)),
    slot.text(wayText.number, one => (one.number === null ? null : spoken(one.number))),
  ],
}
