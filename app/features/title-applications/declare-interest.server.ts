import type { Actor } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import { recordAudit } from '#app/features/audit/record-audit.server.ts'
import { holdsPersonalNumber } from '#app/features/coaching/personal-number.rule.ts'
import { officersOfCity } from '#app/features/notices/notices.queries.server.ts'
import { inBoth, notify } from '#app/features/notices/notify.server.ts'
import type { Db, Tx } from '#db/tables.ts'
import { inTransaction, newId } from '#db/write.server.ts'
import { longestConflict, type ReviewRefusal, whyNoDeclaring } from './expert.rule.ts'
import { holdReview } from './review-in-hand.server.ts'
import { reviewNotices } from './review-notices.text.ts'
import { setConflict, setFreeOfConflict } from './review-writes.queries.server.ts'
import type { Review } from './reviews.queries.server.ts'
import type { TitleApplication } from './title-applications.queries.server.ts'

export type DeclareRefusal =
  | Exclude<ReviewRefusal, 'undeclared'>
  | 'not-found'
  | 'conflict-unsaid'
  | 'conflict-too-long'
  | 'holds-number'

type DeclareResult = { ok: true } | { ok: false; refusal: DeclareRefusal }

/**
 * An expert declares to have no conflict of interest (`conflict` null), and may score from then on; or says which, and
 * then the review is closed and the city told. A conflict may come to mind until the review is finished.
 */
export async function declareInterest(
  db: Db,
  expert: Actor,
  input: { id: string; conflict: string | null; today: Day; now: string },
): Promise<DeclareResult> {
  const { id, today, now: at } = input
  const conflict = input.conflict?.trim() ?? null
  if (conflict === '') return { ok: false, refusal: 'conflict-unsaid' }
  if (conflict !== null && Array.from(conflict).length > longestConflict)
    return { ok: false, refusal: 'conflict-too-long' }
  if (conflict !== null && holdsPersonalNumber(conflict)) return { ok: false, refusal: 'holds-number' }
  return inTransaction(db, async tx => {
    const held = await holdReview(tx, id, today)
    if (held === undefined || held.review.accountId !== expert.id) return { ok: false, refusal: 'not-found' }
    const { review, application } = held
    const refusal = whyNoDeclaring({ state: application.state, review })
    if (refusal !== null) return { ok: false, refusal }
    if (conflict === null && expert.schoolId === application.schoolId)
      return { ok: false, refusal: 'from-applying-school' }
    // Saying so again changes nothing.
    if (conflict === null && review.freeAt !== null) return { ok: true }
    if (conflict === null) await setFreeOfConflict(tx, id, at)
    else {
      await setConflict(tx, id, conflict, at)
      await tellConflict(tx, { review, application }, at)
    }
    await recordAudit(tx, expert, {
      action: conflict === null ? 'title-review.declare' : 'title-review.conflict',
      ...{ subjectKind: 'title-application', subjectId: application.id },
      ...{ unitCode: application.unitCode, schoolId: application.schoolId },
      detail: { batch: application.batchName, ...(conflict !== null && { conflict }) },
    })
    return { ok: true }
  })
}

async function tellConflict(
  tx: Tx,
  { review, application }: { review: Review; application: TitleApplication },
  at: string,
): Promise<void> {
  const { title, text } = reviewNotices.conflict
  const { schoolName: school, batchName: batch, batchId } = application
  const words = { title: inBoth(title), text: inBoth(text, { school, batch, expert: review.expert }) }
  const key = `title-review conflict ${newId()}`
  const officers = await officersOfCity(tx)
  const link = `/titles/batches/${batchId}/experts`
  await notify(
    tx,
    officers.map(accountId => ({ accountId, key, ...words, link, isSent: false })),
    at,
  )
}
