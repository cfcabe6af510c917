import type { Scope } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import { findBatch } from '#app/features/designation/batches.queries.server.ts'
import { indicatorsOf } from '#app/features/designation/indicators.queries.server.ts'
import { groupBy } from '#app/group-by.ts'
import type { Locale } from '#app/i18n/text.ts'
import type { Db } from '#db/tables.ts'
import { readScores } from './read-title-application.server.ts'
import { type Review, reviewsOf, scoresOfReviews } from './reviews.queries.server.ts'
import { isAllDone, judgementOf, totalOfReview } from './scoring.rule.ts'
import { type SheetRow, sheetJudgement } from './scoring-sheet.rule.ts'
import { findTitleApplication, listTitleApplications } from './title-applications.queries.server.ts'
import { scoredStates } from './title-way.rule.ts'
import { visitsOf } from './visits.queries.server.ts'

/**
 * The scoring sheet of a batch: a row an application. Of one that somebody is still to score it says who is done, and no
 * points: the city is as blind as the experts. Null where there is no such batch.
 */
export async function readScoringSheet(
  db: Db,
  scope: Scope,
  { batchId, today }: { batchId: string; today: Day },
) {
  const batch = await findBatch(db, batchId, { announcedOnly: false })
  if (batch === undefined) return null
  const indicators = await indicatorsOf(db, batch.setId)
  const asked = { batchId, asOf: today, states: scoredStates }
  const applications = await listTitleApplications(db, scope, asked)
  const reviews = groupBy(
    await reviewsOf(
      db,
      applications.map(one => one.id),
    ),
    review => review.applicationId,
  )
  const shown = [...reviews.values()].filter(isAllDone).flat()
  const scores = await scoresOfReviews(
    db,
    shown.filter(one => one.state === 'done').map(one => one.id),
  )
  const rows = applications.flatMap((application): SheetRow[] => {
    const of = reviews.get(application.id) ?? []
    if (of.length === 0 && application.state !== 'EXPERT_REVIEW') return []
    const done = of.filter(one => one.state === 'done')
    const { id, schoolName, unitName, state } = application
    return [
      {
        ...{ id, schoolName, unitName, state, done: done.length },
        asked: of.filter(one => one.state !== 'conflict').length,
        judgement: isAllDone(of)
          ? sheetJudgement(
              judgementOf(
                done.map(one => ({ id: one.id, scores: scores.get(one.id) ?? [] })),
                indicators,
              ),
            )
          : null,
      },
    ]
  })
  const codes = indicators
    .filter(one => one.kind !== 'veto')
    .map(({ code, title, kind, most }) => ({ code, title, kind, most }))
  return { batch: { id: batchId, name: batch.name }, indicators: codes, rows }
}

/** The experts of an application side by side, once everybody has scored; before it who is done. Null for another's. */
export async function readTitleScores(
  db: Db,
  scope: Scope,
  { id, today, locale }: { id: string; today: Day; locale: Locale },
) {
  const application = await findTitleApplication(db, scope, id, today)
  if (application === undefined) return null
  const { batchId, batchName, setId, schoolName, unitName, state } = application
  const reviews = await reviewsOf(db, [id])
  return {
    application: { id, batchId, batchName, schoolName, unitName, state },
    reviews: reviews.map(one => ({
      ...{ id: one.id, expert: one.expert, state: one.state, conflict: one.conflict, doneAt: one.doneAt },
    })),
    side: isAllDone(reviews) ? await sideBySide(db, { id, setId }, reviews, locale) : null,
    visits: await visitsOf(db, id),
  }
}

async function sideBySide(
  db: Db,
  application: { id: string; setId: string },
  reviews: readonly Review[],
  locale: Locale,
) {
  const done = reviews.filter(one => one.state === 'done')
  const found = await scoresOfReviews(
    db,
    done.map(one => one.id),
  )
  const indicators = await indicatorsOf(db, application.setId)
  const scored = done.map(one => ({ id: one.id, scores: found.get(one.id) ?? [] }))
  const { lines, sums } = await readScores(db, application, locale)
  return {
    judgement: judgementOf(scored, indicators),
    lines: lines.map(({ code, title, kind, most, points }) => ({ code, title, kind, most, points })),
    selfTotal: sums.total,
    experts: done.map(({ id, expert, comment }) => {
      const scores = found.get(id) ?? []
      return { id, expert, comment, scores, ...totalOfReview(scores, indicators) }
    }),
  }
}
