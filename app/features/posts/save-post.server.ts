import type { Scope } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import { type AuditActor, recordAudit } from '#app/features/audit/record-audit.server.ts'
import type { Db, Tx } from '#db/tables.ts'
import { inTransaction, lockRow, newId } from '#db/write.server.ts'
import {
  contentOnly,
  type PostContent,
  type PostField,
  type PostProblem,
  postKey,
  postProblems,
} from './post.rule.ts'
import { loadPostGrounds, placeOf } from './post-place.server.ts'
import { mayDo, standingOf } from './post-state.rule.ts'
import { insertPost, nextNumbers, updatePost } from './post-writes.queries.server.ts'
import { findPost, listPosts, type Post } from './posts.queries.server.ts'
import { isOver } from './round.rule.ts'
import { findRound, type RoundRow } from './rounds.queries.server.ts'

export type SavePostProblem = PostProblem | 'already-there' | 'pooled-by-unit'
export type SavePostProblems = Partial<Record<PostField, SavePostProblem>>
export type SavePostRefusal =
  | 'round-unknown'
  | 'round-over'
  | 'not-found'
  | 'not-allowed'
  | 'changed-meanwhile'
  | 'problems'

export type SavePostResult =
  | { ok: true; id: string }
  | { ok: false; refusal: Exclude<SavePostRefusal, 'problems' | 'changed-meanwhile'> }
  /** Somebody else changed it since `updatedAt` of the input; what stands now has this one. */
  | { ok: false; refusal: 'changed-meanwhile'; updatedAt: string }
  | { ok: false; refusal: 'problems'; problems: SavePostProblems }

interface Save {
  content: PostContent
  today: Day
  now: string
}

/** Drafts a post in a round: a school its own, a unit or the city those of schools and pooled ones. */
export async function draftPost(
  db: Db,
  scope: Scope,
  by: AuditActor,
  input: Save & { roundId: string },
): Promise<SavePostResult> {
  const { roundId, content, today, now } = input
  return inTransaction(db, async tx => {
    // Two clicks draft the same post: whoever holds the round first decides.
    await lockRow(tx, 'coach_round', roundId)
    const round = await findRound(tx, scope, roundId, today)
    if (round === undefined) return { ok: false, refusal: 'round-unknown' }
    if (isOver(round, now)) return { ok: false, refusal: 'round-over' }
    const problems = await problemsOf(tx, scope, { ...input, round, self: null })
    if (Object.keys(problems).length > 0) return { ok: false, refusal: 'problems', problems }
    const [number = ''] = await nextNumbers(tx, Number(today.slice(0, 4)), 1)
    const id = newId()
    await insertPost(tx, { id, number, roundId, unitCode: round.unitCode, content, by: by.name, now })
    await recordAudit(tx, by, {
      action: 'coach-post.draft',
      subjectKind: 'coach-post',
      subjectId: id,
      unitCode: round.unitCode,
      schoolId: content.isPooled ? null : (content.schoolIds[0] ?? null),
      detail: { number, roundId, ...detailOf(content) },
    })
    return { ok: true, id }
  })
}

/** Changes what a draft, or a post that was sent back, says: of the version of `updatedAt`, and of no later one. */
export async function changePost(
  db: Db,
  scope: Scope,
  by: AuditActor,
  input: Save & { id: string; updatedAt: string },
): Promise<SavePostResult> {
  const { id, content, today, now } = input
  return inTransaction(db, async tx => {
    await lockRow(tx, 'coach_post', id)
    const post = await findPost(tx, scope, id)
    if (post === undefined) return { ok: false, refusal: 'not-found' }
    if (!mayDo(post.status, 'edit', standingOf(scope, post))) return { ok: false, refusal: 'not-allowed' }
    if (post.updatedAt !== input.updatedAt)
      return { ok: false, refusal: 'changed-meanwhile', updatedAt: post.updatedAt }
    const round = await findRound(tx, scope, post.roundId, today)
    if (round === undefined) return { ok: false, refusal: 'round-unknown' }
    const problems = await problemsOf(tx, scope, { content, today, round, self: post })
    if (Object.keys(problems).length > 0) return { ok: false, refusal: 'problems', problems }
    await updatePost(tx, id, content, now)
    await recordAudit(tx, by, {
      action: 'coach-post.change',
      subjectKind: 'coach-post',
      subjectId: id,
      unitCode: post.unitCode,
      schoolId: post.schoolId,
      detail: { before: detailOf(post), after: detailOf(content) },
    })
    return { ok: true, id }
  })
}

/** Everything that a post says, for the audit: what was published can be shown as it was. */
export function detailOf(post: PostContent) {
  const content = contentOnly(post)
  return { ...content, schoolIds: [...content.schoolIds], stages: [...content.stages] }
}

async function problemsOf(
  tx: Tx,
  scope: Scope,
  asked: { content: PostContent; today: Day; round: RoundRow; self: Post | null },
): Promise<SavePostProblems> {
  const { content, today, round, self } = asked
  const grounds = await loadPostGrounds(tx, scope, today)
  const others = await listPosts(tx, scope, { roundId: round.id })
  const isThere = others.some(
    other => other.id !== self?.id && other.status !== 'cancelled' && postKey(other) === postKey(content),
  )
  return {
    ...(isThere && { title: 'already-there' }),
    ...postProblems(content, placeOf(grounds, content, round, today)),
    ...(scope.kind === 'school' && content.isPooled && { schoolIds: 'pooled-by-unit' }),
  }
}
