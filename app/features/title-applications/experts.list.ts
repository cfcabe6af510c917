import { say } from '#app/i18n/text.ts'
import { columnsOf, type List } from '#app/spreadsheet/list.ts'
import type { readExperts } from './read-experts.server.ts'
import { reviewStateWords } from './review.text.ts'
import { scoringText as text } from './scoring.text.ts'

type Application = NonNullable<Awaited<ReturnType<typeof readExperts>>>['applications'][number]
interface Asked extends Pick<Application, 'schoolName' | 'unitName'> {
  review: Application['reviews'][number] | null
}

const column = columnsOf<Asked>()

/** Who scores which application of a batch, and how far they are. */
export const expertsList: List<Asked> = {
  title: text.experts,
  columns: [
    column.text(text.school, one => one.schoolName, 28),
    column.text(text.unit, one => one.unitName),
    column.text(text.expert, ({ review }, locale) => review?.expert ?? say(locale, text.nobodyAsked)),
    column.text(text.state, ({ review }, locale) =>
      review === null ? null : say(locale, reviewStateWords[review.state]),
    ),
    column.text(text.conflict, ({ review }) => review?.conflict || null, 28),
  ],
}

/** A row an expert; an application for which nobody was asked has one of its own. */
export function askedExperts(applications: readonly Application[]): Asked[] {
  return applications.flatMap(({ schoolName, unitName, reviews }) =>
    (reviews.length === 0 ? [null] : reviews).map(review => ({ schoolName, unitName, review })),
  )
}
