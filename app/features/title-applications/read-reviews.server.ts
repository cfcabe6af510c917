import type { Actor } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import { findBatch } from '#app/features/designation/batches.queries.server.ts'
import { indicatorsOf } from '#app/features/designation/indicators.queries.server.ts'
import type { Locale } from '#app/i18n/text.ts'
import type { Db } from '#db/tables.ts'
import { attachmentsOf } from './attachments.queries.server.ts'
import { whyNoScoring } from './expert.rule.ts'
import { namesOfSports, readScores } from './read-title-application.server.ts'
import { everywhere } from './review-in-hand.server.ts'
import {
  findReview,
  type Review,
  reviewsOf,
  reviewsOfExpert,
  scoresOfReviews,
} from './reviews.queries.server.ts'
import { type ExpertScore, isAllDone, meanOf, totalOfReview } from './scoring.rule.ts'
import { findTitleApplication, listTitleApplications } from './title-applications.queries.server.ts'

/** What an expert was asked to score, batch by batch with how many are left, and the schools that are to be visited. */
export async function readReviews(db: Db, expert: Actor, today: Day) {
  const reviews = await reviewsOfExpert(db, expert.id)
  const scores = await scoresOfReviews(
    db,
    reviews.map(one => one.id),
  )
  const batches = []
  for (const batchId of new Set(reviews.map(one => one.batchId)))
    batches.push(await readBatch(db, batchId, { reviews, scores, today }))
  const found = batches.flatMap(one => one ?? [])
  return {
    batches: found.sort((one, other) => (one.validFrom < other.validFrom ? 1 : -1)),
    visits: found.flatMap(({ lines }) =>
      lines.filter(one => one.applicationState === 'ONSITE_REVIEW' && one.isDeclared),
    ),
  }
}

async function readBatch(
  db: Db,
  batchId: string,
  has: { reviews: readonly Review[]; scores: ReadonlyMap<string, readonly ExpertScore[]>; today: Day },
) {
  const batch = await findBatch(db, batchId, { announcedOnly: false })
  if (batch === undefined) return null
  const scored = (await indicatorsOf(db, batch.setId)).filter(one => one.kind === 'score')
  const codes = new Set(scored.map(one => one.code))
  const applications = await listTitleApplications(db, everywhere, { batchId, asOf: has.today })
  const lines = applications.flatMap(application => {
    const review = has.reviews.find(one => one.applicationId === application.id)
    if (review === undefined) return []
    const given = (has.scores.get(review.id) ?? []).filter(one => codes.has(one.code)).length
    return {
      ...{ id: review.id, applicationId: application.id, applicationState: application.state },
      ...{ schoolName: application.schoolName, unitName: application.unitName, state: review.state },
      ...{ isDeclared: review.state !== 'conflict' && review.freeAt !== null, given, of: codes.size },
      isWaiting: review.state === 'open' && application.state === 'EXPERT_REVIEW',
    }
  })
  const { name, validFrom } = batch
  return { id: batchId, name, validFrom, left: lines.filter(one => one.isWaiting).length, lines }
}

/**
 * A review as its expert may see it: the school alone until they declare, then what it handed in and what they gave; of
 * the others the totals without names, once everybody has scored.
 */
export async function readReview(
  db: Db,
  expert: Actor,
  { id, today, locale }: { id: string; today: Day; locale: Locale },
) {
  const review = await findReview(db, id)
  if (review === undefined || review.accountId !== expert.id) return null
  const application = await findTitleApplication(db, everywhere, review.applicationId, today)
  if (application === undefined) return null
  const { schoolName, unitName, batchName, state } = application
  const isDeclared = review.state !== 'conflict' && review.freeAt !== null
  return {
    ...{ id, updatedAt: review.updatedAt, state: review.state, conflict: review.conflict },
    ...{ comment: review.comment, isDeclared },
    why: whyNoScoring({ application, review, schoolId: expert.schoolId }),
    application: { id: application.id, schoolName, unitName, batchName, state },
    sportNames: await namesOfSports(db, application.sports, locale),
    papers: isDeclared ? await readPapers(db, application, locale) : null,
    given: isDeclared ? ((await scoresOfReviews(db, [id])).get(id) ?? []) : [],
    others: isDeclared ? await totalsOfOthers(db, review, application.setId) : null,
  }
}

async function readPapers(
  db: Db,
  application: { id: string; setId: string; statement: string },
  locale: Locale,
) {
  return {
    ...(await readScores(db, application, locale)),
    statement: application.statement,
    attachments: await attachmentsOf(db, application.id),
  }
}

/** Null until everybody has scored. */
async function totalsOfOthers(db: Db, { id, applicationId }: Review, setId: string) {
  const reviews = await reviewsOf(db, [applicationId])
  if (!isAllDone(reviews)) return null
  const done = reviews.filter(one => one.state === 'done')
  const scores = await scoresOfReviews(
    db,
    done.map(one => one.id),
  )
  const indicators = await indicatorsOf(db, setId)
  const totals = done.map(one => ({
    isOwn: one.id === id,
    total: totalOfReview(scores.get(one.id) ?? [], indicators).total ?? 0,
  }))
  return {
    own: totals.find(one => one.isOwn)?.total ?? null,
    // In the order of the points: that of the experts would tell who gave them.
    others: totals
      .filter(one => !one.isOwn)
      .map(one => one.total)
      .sort((one, other) => other - one),
    mean: meanOf(totals.map(one => one.total)),
  }
}
