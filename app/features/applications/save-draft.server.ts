import { recordAudit } from '#app/features/audit/record-audit.server.ts'
import { findPublishedPost } from '#app/features/posts/posts.queries.server.ts'
import { windowState } from '#app/features/posts/round.rule.ts'
import type { Db, Tx } from '#db/tables.ts'
import { inTransaction, isUniqueViolation } from '#db/write.server.ts'
import { lockedApplicantFacts } from './applicant-facts.queries.server.ts'
import { appendStep } from './application-steps.queries.server.ts'
import { insertApplication, rewriteApplication } from './application-writes.queries.server.ts'
import { standingInRound } from './applications.queries.server.ts'
import {
  type ApplyInput,
  type ApplyRefusal,
  type ApplyResult,
  newApplication,
  ownAmong,
} from './apply-to-post.server.ts'

/** Keeps what was written so far, once for each post; a draft takes no place in the round and may be saved before it opens. */
export async function saveDraft(
  db: Db,
  by: { id: string; name: string },
  input: ApplyInput,
): Promise<ApplyResult> {
  try {
    return await inTransaction(db, tx => keep(tx, by, input))
  } catch (error) {
    // The same draft saved twice at once: the second time it stands.
    if (!isUniqueViolation(error)) throw error
    return inTransaction(db, tx => keep(tx, by, input))
  }
}

async function keep(tx: Tx, by: { id: string; name: string }, input: ApplyInput): Promise<ApplyResult> {
  const { postNumber, statement, at } = input
  const post = await findPublishedPost(tx, postNumber)
  if (post === undefined) return refused({ refusal: 'not-found' })
  const applicant = await lockedApplicantFacts(tx, by.id)
  if (applicant === undefined) return refused({ refusal: 'no-profile' })
  const own = ownAmong(await standingInRound(tx, applicant.id, post.roundId), post)
  if (own !== undefined && own.state !== 'DRAFT' && own.state !== 'RETURNED')
    return refused({ refusal: 'already-applied', standing: own })
  if (post.status !== 'published') return refused({ refusal: 'cancelled' })
  if (own?.state !== 'RETURNED' && windowState(post.round, at) === 'closed')
    return refused({ refusal: 'closed' })
  const ids = { postId: post.id, roundId: post.roundId, applicantId: applicant.id }
  const { id, number } = own ?? newApplication(at)
  if (own !== undefined)
    await rewriteApplication(tx, id, { statement, ...(own.state === 'DRAFT' && { stateAt: at }) })
  else {
    const draft = {
      ...ids,
      id,
      number,
      slot: post.id,
      state: 'DRAFT',
      at,
      statement,
      eligibility: '[]',
      judgedFacts: null,
    } as const
    await insertApplication(tx, draft)
    await appendStep(tx, { applicationId: id, from: '', to: 'DRAFT', action: 'draft', by, at })
  }
  await recordAudit(tx, by, {
    action: 'application.draft',
    subjectKind: 'application',
    subjectId: id,
    unitCode: post.unitCode,
    schoolId: post.schoolId,
    detail: { number, post: post.number },
  })
  return { ok: true, id, number }
}

function refused(refusal: ApplyRefusal): ApplyResult {
  return { ok: false, ...refusal }
}
