import type { Json, UndoAnswer, UndoContext } from '#app/features/imports/sheet-import.ts'
import type { Tx } from '#db/tables.ts'
import { lockRow } from '#db/write.server.ts'
import { saysTheSame } from './plan-post.rule.ts'
import type { PostContent } from './post.rule.ts'
import { mayDo, standingOf } from './post-state.rule.ts'
import { deletePosts, updatePost } from './post-writes.queries.server.ts'
import { findPost } from './posts.queries.server.ts'

/** A post as an import's commit answered it; `before` is missing where the import drafted it. */
interface PostChange {
  id: string
  before?: PostContent
  /** When it was last changed before. */
  stood?: string
  after: PostContent
}

/**
 * Takes the drafts of an import away again and gives those that it changed what they said before; refused when one was
 * changed, submitted or published since.
 */
export async function undoPosts(
  tx: Tx,
  changes: readonly Json[],
  { scope }: UndoContext,
): Promise<UndoAnswer> {
  const given = changes as unknown as PostChange[]
  const changedSince: UndoAnswer = { ok: false, refusal: 'changed-since', by: null }
  for (const { id, after } of given) {
    await lockRow(tx, 'coach_post', id)
    const post = await findPost(tx, scope, id)
    if (post === undefined) return scope.kind === 'city' ? changedSince : { ok: false, refusal: 'not-yours' }
    const standing = standingOf(scope, post)
    if (standing === 'none') return { ok: false, refusal: 'not-yours' }
    if (!mayDo(post.status, 'edit', standing) || !saysTheSame(post, after)) return changedSince
  }
  await deletePosts(
    tx,
    given.filter(change => change.before === undefined).map(change => change.id),
  )
  for (const { id, before, stood } of given)
    if (before !== undefined && stood !== undefined) await updatePost(tx, id, before, stood)
  return { ok: true }
}
