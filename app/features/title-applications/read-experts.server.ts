import type { Scope } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import { findBatch } from '#app/features/designation/batches.queries.server.ts'
import type { Db } from '#db/tables.ts'
import { whyNotTakenBack } from './expert.rule.ts'
import { listExperts, type Review, reviewsOf, scoresOfReviews } from './reviews.queries.server.ts'
import { listTitleApplications } from './title-applications.queries.server.ts'

/** Who scores what in a batch, and who may be asked; null where there is no such batch. */
export async function readExperts(
  db: Db,
  scope: Scope,
  { batchId, unit, today }: { batchId: string; unit?: string; today: Day },
) {
  const batch = await findBatch(db, batchId, { announcedOnly: false })
  if (batch === undefined) return null
  const all = await listTitleApplications(db, scope, { batchId, asOf: today, states: ['EXPERT_REVIEW'] })
  const applications = all.filter(one => unit === undefined || one.unitCode === unit)
  const reviews = await reviewsOf(
    db,
    applications.map(one => one.id),
  )
  const scores = await scoresOfReviews(
    db,
    reviews.map(one => one.id),
  )
  const experts = (await listExperts(db)).filter(one => !one.isDisabled)
  const shownOf = (review: Review) => ({
    ...{ id: review.id, expert: review.expert, state: review.state, conflict: review.conflict },
    isDeclared: review.freeAt !== null,
    mayTakeBack:
      whyNotTakenBack({
        state: 'EXPERT_REVIEW',
        review: { ...review, scored: scores.get(review.id)?.length ?? 0 },
      }) === null,
  })
  return {
    batch: { id: batchId, name: batch.name },
    units: [...new Map(all.map(one => [one.unitCode, one.unitName]))].map(([code, name]) => ({ code, name })),
    experts: experts.map(({ id, name }) => ({
      ...{ id, name },
      asked: reviews.filter(one => one.accountId === id && one.state !== 'conflict').length,
    })),
    applications: applications.map(({ id, schoolName, unitName }) => ({
      ...{ id, schoolName, unitName },
      reviews: reviews.filter(one => one.applicationId === id).map(shownOf),
    })),
  }
}
