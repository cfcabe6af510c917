import type { Scope } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import { recordAudit } from '#app/features/audit/record-audit.server.ts'
import { holdsPersonalNumber } from '#app/features/coaching/personal-number.rule.ts'
import { inBoth, notify } from '#app/features/notices/notify.server.ts'
import type { Db } from '#db/tables.ts'
import { inTransaction, newId } from '#db/write.server.ts'
import { longestReopening } from './expert.rule.ts'
import { holdReview } from './review-in-hand.server.ts'
import { reviewNotices } from './review-notices.text.ts'
import { setOpenAgain } from './review-writes.queries.server.ts'
import { scoresOfReviews } from './reviews.queries.server.ts'

export type ReopenRefusal =
  | 'not-found'
  | 'not-allowed'
  | 'not-in-review'
  | 'not-done'
  | 'reason-needed'
  | 'reason-too-long'
  | 'holds-number'

/** Opens a finished review again, so that its expert can look once more; the audit keeps what they had given. */
export async function reopenReview(
  db: Db,
  scope: Scope,
  by: { id: string | null; name: string },
  input: { id: string; reason: string; today: Day; now: string },
): Promise<{ ok: true; applicationId: string } | { ok: false; refusal: ReopenRefusal }> {
  const { id, today, now: at } = input
  const reason = input.reason.trim()
  if (scope.kind !== 'city') return { ok: false, refusal: 'not-allowed' }
  if (reason === '') return { ok: false, refusal: 'reason-needed' }
  if (Array.from(reason).length > longestReopening) return { ok: false, refusal: 'reason-too-long' }
  if (holdsPersonalNumber(reason)) return { ok: false, refusal: 'holds-number' }
  return inTransaction(db, async tx => {
    const held = await holdReview(tx, id, today)
    if (held === undefined) return { ok: false, refusal: 'not-found' }
    const { review, application } = held
    if (application.state !== 'EXPERT_REVIEW') return { ok: false, refusal: 'not-in-review' }
    if (review.state !== 'done') return { ok: false, refusal: 'not-done' }
    const scores = (await scoresOfReviews(tx, [id])).get(id) ?? []
    await setOpenAgain(tx, id, at)
    const { title, text } = reviewNotices.reopened
    const { schoolName: school, batchName: batch } = application
    await notify(
      tx,
      [
        {
          ...{ accountId: review.accountId, key: `title-review reopened ${newId()}` },
          ...{ title: inBoth(title), text: inBoth(text, { school, batch, reason }) },
          ...{ link: `/titles/reviews/${id}`, isSent: false },
        },
      ],
      at,
    )
    await recordAudit(tx, by, {
      ...{ action: 'title-review.reopen', subjectKind: 'title-application', subjectId: application.id },
      ...{ unitCode: application.unitCode, schoolId: application.schoolId },
      detail: {
        ...{ batch, expert: review.expert, reason, doneAt: review.doneAt, comment: review.comment },
        scores: scores.map(one => ({ ...one })),
      },
    })
    return { ok: true, applicationId: application.id }
  })
}
