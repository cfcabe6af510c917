import type { Scope } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import { findBatch } from '#app/features/designation/batches.queries.server.ts'
import type { LiveFigure } from '#app/features/designation/indicator.rule.ts'
import { mostBonus } from '#app/features/designation/indicator.rule.ts'
import { indicatorsOf, type SetIndicator } from '#app/features/designation/indicators.queries.server.ts'
import { suggestedPoints, type WhyMissing } from '#app/features/designation/school-figures.rule.ts'
import { figureLine } from '#app/features/designation/school-figures.text.ts'
import { listSports } from '#app/features/sports/sports.queries.server.ts'
import type { Locale } from '#app/i18n/text.ts'
import type { Db } from '#db/tables.ts'
import { attachmentsOf } from './attachments.queries.server.ts'
import { sumOfPoints } from './self-score.rule.ts'
import { standingsOf } from './standing.rule.ts'
import {
  findTitleApplication,
  positionsOfUnit,
  recommendationOf,
  type SelfScore,
  selfScoresOf,
  type TitleApplication,
} from './title-applications.queries.server.ts'
import { titleStepsOf } from './title-steps.queries.server.ts'
import { isInTime, isWritable, titleActionsOn } from './title-way.rule.ts'

/** A line of the self-score: the indicator, what the school says, and the figure that it was shown. */
export interface ScoreLine extends Pick<SetIndicator, 'code' | 'title' | 'kind' | 'most' | 'how'> {
  points: number | null
  evidence: string
  /** The figure in words; '' where none fills the indicator. */
  figureSaid: string
  /** What the figure suggests, in hundredths; null where nothing does. */
  suggested: number | null
}

/** An application as the reader may see it, with what they may do; null for another's. */
export async function readTitleApplication(
  db: Db,
  scope: Scope,
  asked: { id: string; today: Day; now: string; locale: Locale },
) {
  const { id, today, now, locale } = asked
  const application = await findTitleApplication(db, scope, id, today)
  if (application === undefined) return null
  return {
    application,
    ...(await readScores(db, application, locale)),
    sportNames: await namesOfSports(db, application.sports, locale),
    attachments: await attachmentsOf(db, id),
    recommendation: (await recommendationOf(db, id)) ?? null,
    steps: await titleStepsOf(db, id),
    actions: titleActionsOn(application.state, standingsOf(scope, application)),
    isWritable: scope.kind === 'school' && isWritable(application.state),
    isInTime: isInTime(application, now),
  }
}

/** The self-score of an application line by line, with its sums. */
export async function readScores(
  db: Db,
  { id, setId }: Pick<TitleApplication, 'id' | 'setId'>,
  locale: Locale,
) {
  const indicators = await indicatorsOf(db, setId)
  const scores = await selfScoresOf(db, id)
  return {
    lines: indicators.map(indicator => lineOf(indicator, scores, locale)),
    sums: sumOfPoints(scores, indicators, mostBonus),
  }
}

function lineOf(indicator: SetIndicator, scores: readonly SelfScore[], locale: Locale): ScoreLine {
  const { code, title, kind, most, how } = indicator
  const score = scores.find(one => one.code === code)
  const shown = figureOf(score)
  const isSuggesting = kind === 'score' && shown !== null && !('missing' in shown)
  return {
    ...{ code, title, kind, most, how },
    points: score?.points ?? null,
    evidence: score?.evidence ?? '',
    figureSaid: shown === null ? '' : figureLine(locale, shown),
    suggested: isSuggesting ? suggestedPoints(shown, most) : null,
  }
}

function figureOf(score: SelfScore | undefined) {
  if (score === undefined || score.figure === '') return null
  const figure = score.figure as LiveFigure
  const { figureValue: value, figureOf: of, figureFrom: from, figureDay: asOf } = score
  if (value === null || of === null || from === null || asOf === null)
    return { figure, missing: score.figureMissing as WhyMissing }
  return { figure, value, of, from, asOf }
}

/** Names of sports in the reader's language, in the order of the codes. */
export async function namesOfSports(db: Db, codes: readonly string[], locale: Locale): Promise<string[]> {
  const sports = new Map((await listSports(db)).map(one => [one.code, one]))
  return codes.map(code => {
    const sport = sports.get(code)
    return (locale === 'en' ? sport?.nameEn : sport?.name) ?? code
  })
}

/** What a unit needs before it when it recommends: its quota and the places that it has given away. */
export async function readRecommending(
  db: Db,
  { batchId, unitCode, id }: Pick<TitleApplication, 'batchId' | 'unitCode' | 'id'>,
  today: Day,
): Promise<{ quota: number | null; taken: number[]; next: number }> {
  const batch = await findBatch(db, batchId, { announcedOnly: false })
  const taken = (await positionsOfUnit(db, { batchId, unitCode, asOf: today }))
    .filter(one => one.applicationId !== id)
    .map(one => one.position)
  let next = 1
  while (taken.includes(next)) next += 1
  return { quota: batch?.quotas[unitCode] ?? null, taken, next }
}
