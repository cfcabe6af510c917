import type { Scope } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import { type AuditActor, recordAudit } from '#app/features/audit/record-audit.server.ts'
import { holdsPersonalNumber } from '#app/features/coaching/personal-number.rule.ts'
import type { Db, Tx } from '#db/tables.ts'
import { inTransaction, lockRow } from '#db/write.server.ts'
import { postProblems } from './post.rule.ts'
import { loadPostGrounds, placeOf } from './post-place.server.ts'
import { mayDo, movesWithReason, type PostMove, standingOf, statusAfter } from './post-state.rule.ts'
import { setPostStatus } from './post-writes.queries.server.ts'
import { findPost, type Post } from './posts.queries.server.ts'
import { isOver } from './round.rule.ts'
import { detailOf } from './save-post.server.ts'

export type MoveRefusal =
  | 'not-found'
  | 'not-allowed'
  | 'reason-needed'
  | 'reason-too-long'
  | 'has-problems'
  | 'round-over'
  | 'window-runs'
  | 'holds-number'
  | 'candidates-underway'

const longestReason = 400

/** What a move of a post means to those who applied to it, in its transaction; a refusal where it cannot be. */
export type WithCandidates = (
  tx: Tx,
  by: AuditActor,
  moved: { post: Post; move: PostMove; reason: string; now: string },
) => Promise<'candidates-underway' | null>

/**
 * Submits, sends back, publishes, cancels or completes a post. What is submitted or published is judged again: a school
 * may have closed since it was drafted. Publishing writes all that the post says into the audit.
 */
export async function movePost(
  db: Db,
  scope: Scope,
  by: AuditActor,
  input: { id: string; move: PostMove; reason: string; today: Day; now: string },
  withCandidates: WithCandidates,
): Promise<{ ok: true } | { ok: false; refusal: MoveRefusal }> {
  const { id, move, now } = input
  const reason = input.reason.trim()
  return inTransaction(db, async tx => {
    const seen = await findPost(tx, scope, id)
    if (seen === undefined) return { ok: false, refusal: 'not-found' }
    // A window is not changed while a post of its round is published.
    await lockRow(tx, 'coach_round', seen.roundId)
    await lockRow(tx, 'coach_post', id)
    // Two officers move it at once: what stands under the lock counts.
    const post = (await findPost(tx, scope, id)) ?? seen
    const refusal = whyNot(post, scope, { ...input, reason })
    if (refusal !== null) return { ok: false, refusal }
    if (move === 'submit' || move === 'publish') {
      const grounds = await loadPostGrounds(tx, { kind: 'city' }, input.today)
      const problems = postProblems(post, placeOf(grounds, post, post, input.today))
      if (Object.keys(problems).length > 0) return { ok: false, refusal: 'has-problems' }
    }
    const hindered = await withCandidates(tx, by, { post, move, reason, now })
    if (hindered !== null) return { ok: false, refusal: hindered }
    await setPostStatus(tx, id, { status: statusAfter[move], reason, now })
    await recordAudit(tx, by, {
      action: auditActions[move],
      subjectKind: 'coach-post',
      subjectId: id,
      unitCode: post.unitCode,
      schoolId: post.schoolId,
      detail: {
        number: post.number,
        before: post.status,
        ...(reason !== '' && { reason }),
        ...(move === 'publish' && { published: detailOf(post), round: { ...post.round } }),
      },
    })
    return { ok: true }
  })
}

const auditActions: Record<PostMove, string> = {
  submit: 'coach-post.submit',
  return: 'coach-post.return',
  publish: 'coach-post.publish',
  cancel: 'coach-post.cancel',
  complete: 'coach-post.complete',
}

function whyNot(
  post: Post,
  scope: Scope,
  { move, reason, now }: { move: PostMove; reason: string; now: string },
): MoveRefusal | null {
  if (!mayDo(post.status, move, standingOf(scope, post))) return 'not-allowed'
  if (movesWithReason.includes(move) && reason === '') return 'reason-needed'
  if (Array.from(reason).length > longestReason) return 'reason-too-long'
  if (holdsPersonalNumber(reason)) return 'holds-number'
  if ((move === 'submit' || move === 'publish') && isOver(post.round, now)) return 'round-over'
  return move === 'complete' && now < post.round.closesAt ? 'window-runs' : null
}
