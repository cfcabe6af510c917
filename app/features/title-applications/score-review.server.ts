import type { Actor } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import { recordAudit } from '#app/features/audit/record-audit.server.ts'
import { holdsPersonalNumber } from '#app/features/coaching/personal-number.rule.ts'
import { indicatorsOf } from '#app/features/designation/indicators.queries.server.ts'
import { officersOfCity } from '#app/features/notices/notices.queries.server.ts'
import { inBoth, notify } from '#app/features/notices/notify.server.ts'
import type { Db, Tx } from '#db/tables.ts'
import { inTransaction, newId } from '#db/write.server.ts'
import { type ReviewRefusal, whyNoScoring } from './expert.rule.ts'
import { type ReviewEntry, type ReviewProblemAt, readReview } from './review-entry.rule.ts'
import { holdReview } from './review-in-hand.server.ts'
import { reviewNotices } from './review-notices.text.ts'
import { replaceScores } from './review-writes.queries.server.ts'
import { reviewStatesOf } from './reviews.queries.server.ts'
import { isAllDone } from './scoring.rule.ts'
import type { TitleApplication } from './title-applications.queries.server.ts'

export type ScoreReviewResult =
  | { ok: true }
  | { ok: false; refusal: ReviewRefusal | 'not-found' }
  | { ok: false; refusal: 'changed-meanwhile'; updatedAt: string }
  | { ok: false; refusal: 'problems'; problems: ReviewProblemAt[] }

interface ScoreInput {
  id: string
  entry: ReviewEntry
  /** Of the review that the expert had before them. */
  seenAt: string
  /** Finished it stands, and nothing of it is changed any more. */
  isFinish: boolean
  today: Day
  now: string
}

/** Keeps what an expert gives, as a draft or for good; with one value that nobody could mean nothing is kept. */
export async function scoreReview(db: Db, expert: Actor, input: ScoreInput): Promise<ScoreReviewResult> {
  const { id, entry, seenAt, isFinish, today, now: at } = input
  return inTransaction(db, async tx => {
    const held = await holdReview(tx, id, today)
    if (held === undefined || held.review.accountId !== expert.id) return { ok: false, refusal: 'not-found' }
    const { review, application } = held
    const refusal = whyNoScoring({ application, review, schoolId: expert.schoolId })
    if (refusal !== null) return { ok: false, refusal }
    const { updatedAt } = review
    if (updatedAt !== seenAt) return { ok: false, refusal: 'changed-meanwhile', updatedAt }
    const indicators = await indicatorsOf(tx, application.setId)
    const read = readReview(entry, { indicators, isWhole: isFinish, holdsNumber: holdsPersonalNumber })
    if (!read.ok) return { ok: false, refusal: 'problems', problems: read.problems }
    await replaceScores(tx, id, { scores: read.scores, comment: read.comment, isDone: isFinish, at })
    if (isFinish) await tellIfAllDone(tx, application, at)
    await recordAudit(tx, expert, {
      action: isFinish ? 'title-review.finish' : 'title-review.save',
      ...{ subjectKind: 'title-application', subjectId: application.id },
      ...{ unitCode: application.unitCode, schoolId: application.schoolId },
      // How many, not how much: nobody reads scores here before everybody has scored.
      detail: { batch: application.batchName, scored: read.scores.length },
    })
    return { ok: true }
  })
}

async function tellIfAllDone(tx: Tx, application: TitleApplication, at: string): Promise<void> {
  if (!isAllDone(await reviewStatesOf(tx, [application.id]))) return
  const { title, text } = reviewNotices.allDone
  const { schoolName: school, batchName: batch } = application
  const words = { title: inBoth(title), text: inBoth(text, { school, batch }) }
  const key = `title-review all-done ${newId()}`
  const officers = await officersOfCity(tx)
  const link = `/titles/applications/${application.id}/scores`
  await notify(
    tx,
    officers.map(accountId => ({ accountId, key, ...words, link, isSent: false })),
    at,
  )
}
