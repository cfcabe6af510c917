import type { Scope } from '#app/auth/scope.ts'
import { recordAudit } from '#app/features/audit/record-audit.server.ts'
import { holdsPersonalNumber } from '#app/features/coaching/personal-number.rule.ts'
import type { Db } from '#db/tables.ts'
import { inTransaction, lockRow } from '#db/write.server.ts'
import { appendStep } from './application-steps.queries.server.ts'
import { deleteDraft, freeSlot } from './application-writes.queries.server.ts'
import { findApplication } from './applications.queries.server.ts'
import { releaseSlots } from './interviews.queries.server.ts'
import { mayWithdraw } from './withdraw.rule.ts'

export type WithdrawRefusal =
  | 'not-found'
  | 'too-late'
  | 'holds-number'
  /** It was handed in since the person saw the draft. */
  | 'changed-meanwhile'

/**
 * The applicant steps back: the place in the round is free again. A draft is thrown away, but what was handed in since the
 * person saw it as a draft (`state`) stays.
 */
export async function withdrawApplication(
  db: Db,
  scope: Scope,
  by: { id: string; name: string },
  input: { id: string; state: string; reason: string; at: string },
): Promise<{ ok: true; was: 'draft' | 'application' } | { ok: false; refusal: WithdrawRefusal }> {
  const { id, reason, at } = input
  if (holdsPersonalNumber(reason)) return { ok: false, refusal: 'holds-number' }
  return inTransaction(db, async tx => {
    const seen = await findApplication(tx, scope, id)
    if (seen === undefined || scope.kind !== 'applicant') return { ok: false, refusal: 'not-found' }
    // A list that is being published counts everybody who is in it then.
    await lockRow(tx, 'coach_post', seen.postId)
    const application = (await findApplication(tx, scope, id)) ?? seen
    const { state: from, number, postId, postNumber, unitCode, schoolId } = application
    const isDraft = from === 'DRAFT'
    if (!isDraft && !mayWithdraw(from)) return { ok: false, refusal: 'too-late' }
    if (isDraft !== (input.state === 'DRAFT')) return { ok: false, refusal: 'changed-meanwhile' }
    const step = { applicationId: id, from, to: 'WITHDRAWN', action: 'withdraw', by, at, reason } as const
    const moved = isDraft ? await deleteDraft(tx, id) : await appendStep(tx, step)
    if (!moved) return { ok: false, refusal: 'too-late' }
    if (!isDraft) await freeSlot(tx, id)
    await releaseSlots(tx, postId, at)
    await recordAudit(tx, by, {
      action: isDraft ? 'application.discard' : 'application.withdraw',
      subjectKind: 'application',
      subjectId: id,
      unitCode,
      schoolId,
      detail: { number, post: postNumber, from, reason },
    })
    return { ok: true, was: isDraft ? 'draft' : 'application' }
  })
}
