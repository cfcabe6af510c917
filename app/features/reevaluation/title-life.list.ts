import { inCity, openEnd } from '#app/calendar-day.ts'
import { designationText } from '#app/features/designation/designation.text.ts'
import type { readTitle } from '#app/features/designation/read-titles.server.ts'
import { titlesList } from '#app/features/designation/titles.list.ts'
import type { Locale } from '#app/i18n/text.ts'
import { say } from '#app/i18n/text.ts'
import { columnsOf, type List } from '#app/spreadsheet/list.ts'
import type { readTitleLife } from './read-title-life.server.ts'
import { reevaluationText as text } from './reevaluation.text.ts'
import type { TitleStage } from './title-life.rule.ts'

type Read = NonNullable<Awaited<ReturnType<typeof readTitle>>>
type Life = NonNullable<Awaited<ReturnType<typeof readTitleLife>>>
type TitleFacts = Read['line'] & Pick<Read, 'certificate' | 'end'> & { life: Life }

const title = columnsOf<TitleFacts>()

/** One title with how it stands and what became of it. */
export const titleList: List<TitleFacts> = {
  title: designationText.list,
  columns: [
    ...titlesList.columns,
    title.text(designationText.certificate, one => one.certificate, 22),
    title.text(text.stage, ({ life }, locale) => stageInWords(locale, life.stage, life.review !== null), 24),
    title.text(text.history, ({ life }, locale) => historyOf(life, locale), 40),
    title.text(designationText.reason, one => one.end?.reason ?? null, 28),
    title.text(designationText.ofDocument, one => one.end?.document ?? null, 24),
  ],
}

/** How a title stands in its life, and whether it is being re-evaluated. */
export function stageInWords(locale: Locale, stage: TitleStage, isReviewed: boolean): string {
  const words = say(locale, text.stages[stage])
  return isReviewed ? `${words} · ${say(locale, text.underWay)}` : words
}

function historyOf({ successor, handovers: { to, from } }: Life, locale: Locale): string {
  const words = ({ schoolName, fromDay, decidedBy }: NonNullable<typeof to>) => ({
    ...{ school: schoolName, from: fromDay, by: decidedBy },
  })
  return [
    successor && say(locale, text.next, { from: successor.validFrom, until: successor.validTo }),
    to && say(locale, text.wentTo, words(to)),
    from && say(locale, text.cameFrom, words(from)),
  ]
    .filter(Boolean)
    .join(locale === 'en' ? '; ' : '；')
}

const review = columnsOf<Life['reviews'][number]>()

/** The re-evaluations of a title. */
export const reviewsList: List<Life['reviews'][number]> = {
  title: text.reviews,
  columns: [
    review.moment(text.begun, one => inCity(one.openedAt)),
    review.text(text.begunBy, one => one.openedBy),
    review.text(text.conclusion, (one, locale) => say(locale, text.conclusions[one.state])),
    review.number(text.score, one => (one.score === null ? null : one.score / 100)),
    review.text(text.spotCheck, (one, locale) =>
      say(locale, one.isSpotChecked ? text.spotChecked : text.notChecked),
    ),
    review.text(text.findings, one => one.findings, 34),
    review.moment(text.decidedBy, one => (one.decidedAt === null ? null : inCity(one.decidedAt))),
    review.text(text.decider, one => one.decidedBy),
    review.text(designationText.reason, one => one.reason, 28),
    review.text(designationText.ofDocument, one => one.document, 24),
  ],
}

const report = columnsOf<Life['reports'][number]>()

/** The reports that a title owes, a school year a row, with what the logs said when they were handed in. */
export const reportsList: List<Life['reports'][number]> = {
  title: text.reports,
  columns: [
    report.text(text.year, one => `${one.year}-${one.year + 1}`),
    report.text(text.state, (one, locale) => say(locale, text.reportStates[one.state])),
    report.day(text.due, one => one.due),
    report.number(text.loggedDays, one => one.report?.figures?.loggedDays ?? null, 14),
    report.number(text.teamDays, one => one.report?.figures?.teamDays ?? null, 14),
    report.number(text.window, one => one.report?.figures?.window ?? null, 14),
    report.day(text.figuresOn, one => one.report?.figures?.on ?? null),
    report.moment(text.submittedBy, ({ report: one }) => (one?.submittedAt ? inCity(one.submittedAt) : null)),
    report.text(text.submitter, one => one.report?.submittedBy ?? null),
    report.moment(text.decidedBy, ({ report: one }) => (one?.decidedAt ? inCity(one.decidedAt) : null)),
    report.text(text.decider, one => one.report?.decidedBy ?? null),
    report.text(text.opinion, one => one.report?.opinion ?? null, 34),
  ],
}

const suspension = columnsOf<Read['suspensions'][number]>()

/** The days on which a title did not count while its school set things right. */
export const suspensionsList: List<Read['suspensions'][number]> = {
  title: designationText.suspensions,
  columns: [
    suspension.day(designationText.from, one => one.validFrom),
    suspension.day(designationText.until, one => (one.validTo === openEnd ? null : one.validTo)),
    suspension.text(designationText.reason, one => one.reason, 34),
    suspension.text(designationText.ofDocument, one => one.document, 24),
  ],
}
