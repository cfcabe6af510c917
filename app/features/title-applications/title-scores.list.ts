import { inCity } from '#app/calendar-day.ts'
import { say } from '#app/i18n/text.ts'
import { columnsOf, type List } from '#app/spreadsheet/list.ts'
import type { readTitleScores } from './read-scoring-sheet.server.ts'
import { reviewStateWords } from './review.text.ts'
import { points } from './scoring.list.ts'
import { vetoFound } from './scoring.rule.ts'
import { scoringText as text } from './scoring.text.ts'

type Read = NonNullable<Awaited<ReturnType<typeof readTitleScores>>>
type Side = NonNullable<Read['side']>
type Line = Side['lines'][number]

/** The experts of an application side by side, an indicator a row; a veto in words. */
export function sideList({ experts, judgement }: Side): List<Line> {
  const column = columnsOf<Line>()
  const unlessVeto = (of: (line: Line) => number | null | undefined) => (line: Line) =>
    line.kind === 'veto' ? null : points(of(line))
  return {
    title: text.side,
    columns: [
      column.text(text.indicator, ({ code, title }) => `${code} ${title}`, 34),
      column.number(text.most, ({ kind, most }) => (kind === 'veto' ? null : most)),
      column.number(
        text.self,
        unlessVeto(line => line.points),
      ),
      ...experts.map(({ expert, scores }) => {
        const given = ({ code }: Line) => scores.find(one => one.code === code)?.points ?? null
        return column.number(() => expert, unlessVeto(given), 14)
      }),
      column.number(
        text.mean,
        unlessVeto(({ code }) => judgement.means.find(one => one.code === code)?.mean),
      ),
      column.text(
        text.vetoedBy,
        ({ code, kind }) =>
          kind === 'veto'
            ? experts
                .filter(({ scores }) => scores.some(one => one.code === code && one.points === vetoFound))
                .map(({ expert }) => expert)
                .join('、') || null
            : null,
        20,
      ),
    ],
  }
}

const review = columnsOf<Read['reviews'][number]>()

/** Who was asked to score an application, and how far they are. */
export const reviewsList: List<Read['reviews'][number]> = {
  title: text.progress,
  columns: [
    review.text(text.expert, one => one.expert),
    review.text(text.state, (one, locale) => say(locale, reviewStateWords[one.state])),
    review.moment(text.doneAt, one => (one.doneAt === null ? null : inCity(one.doneAt))),
    review.text(text.conflict, one => one.conflict || null, 28),
  ],
}
