import { say } from '#app/i18n/text.ts'
import { columnsOf, type List } from '#app/spreadsheet/list.ts'
import type { ScoreLine } from './read-title-application.server.ts'
import { pointsText, vetoApplies } from './self-score.rule.ts'
import { titleApplicationText as text } from './title-applications.text.ts'

const column = columnsOf<ScoreLine>()

/** What a school says of itself, with the figure that it was shown beside each line. */
export const selfScoreList: List<ScoreLine> = {
  title: text.selfScore,
  columns: [
    column.text(text.indicator, ({ code, title }) => `${code} ${title}`, 34),
    column.number(text.most, line => (line.kind === 'veto' ? null : line.most)),
    column.number(text.points, line =>
      line.kind === 'veto' || line.points === null ? null : Number(pointsText(line.points)),
    ),
    column.text(text.veto, ({ kind, points }, locale) => {
      if (kind !== 'veto') return null
      if (points === null) return say(locale, text.unanswered)
      return say(locale, points === vetoApplies ? text.vetoYes : text.vetoNo)
    }),
    column.text(text.figure, line => line.figureSaid || null, 28),
    column.text(text.evidence, line => line.evidence || null, 40),
  ],
}
