import type { Scope } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import { recordAudit } from '#app/features/audit/record-audit.server.ts'
import { inBoth, notify } from '#app/features/notices/notify.server.ts'
import type { Db } from '#db/tables.ts'
import { inTransaction, newId } from '#db/write.server.ts'
import { type TakeBackRefusal, whyNotTakenBack } from './expert.rule.ts'
import { holdReview } from './review-in-hand.server.ts'
import { reviewNotices } from './review-notices.text.ts'
import { deleteReview } from './review-writes.queries.server.ts'
import { scoresOfReviews } from './reviews.queries.server.ts'

export type TakeBackResult =
  | { ok: true }
  | { ok: false; refusal: TakeBackRefusal | 'not-found' | 'not-allowed' }

/** Takes back that an expert was asked, while they have not begun; whoever has a conflict of interest makes room so. */
export async function takeBackReview(
  db: Db,
  scope: Scope,
  by: { id: string | null; name: string },
  { id, today, now: at }: { id: string; today: Day; now: string },
): Promise<TakeBackResult> {
  if (scope.kind !== 'city') return { ok: false, refusal: 'not-allowed' }
  return inTransaction(db, async tx => {
    const held = await holdReview(tx, id, today)
    if (held === undefined) return { ok: false, refusal: 'not-found' }
    const { review, application } = held
    const scores = (await scoresOfReviews(tx, [id])).get(id) ?? []
    const refusal = whyNotTakenBack({
      state: application.state,
      review: { ...review, scored: scores.length },
    })
    if (refusal !== null) return { ok: false, refusal }
    await deleteReview(tx, id)
    const { title, text } = reviewNotices.takenBack
    const values = { school: application.schoolName, batch: application.batchName }
    await notify(
      tx,
      [
        {
          ...{ accountId: review.accountId, key: `title-review taken-back ${newId()}` },
          ...{ title: inBoth(title), text: inBoth(text, values), link: '/titles/reviews', isSent: false },
        },
      ],
      at,
    )
    await recordAudit(tx, by, {
      ...{ action: 'title-review.take-back', subjectKind: 'title-application', subjectId: application.id },
      ...{ unitCode: application.unitCode, schoolId: application.schoolId },
      detail: {
        ...{ batch: application.batchName, expert: review.expert, state: review.state },
        ...{ conflict: review.conflict, scores: scores.map(one => ({ ...one })) },
      },
    })
    return { ok: true }
  })
}
