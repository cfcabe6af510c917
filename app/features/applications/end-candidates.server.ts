import type { WithCandidates } from '#app/features/posts/move-post.server.ts'
import type { ApplicationState } from '#db/tables.ts'
import { appendSteps } from './application-steps.queries.server.ts'
import { freePlacesOfPost } from './application-writes.queries.server.ts'
import { statesOfPost } from './candidates.queries.server.ts'
import { releaseSlots } from './interviews.queries.server.ts'
import { tellMoved } from './tell-applicants.server.ts'
import { statesUnderWay } from './withdraw.rule.ts'

/** Whoever is approved and has no contract yet is not done with either. */
const undecided: readonly ApplicationState[] = [...statesUnderWay, 'APPROVED']

/**
 * What the end of a post means to its candidates. Completed is only what is decided; those in reserve are told that
 * nobody is called any more. Where it is cancelled everybody under way is told why, and may apply to another post of the
 * round. Whoever works already stays.
 */
export const endCandidates: WithCandidates = async (tx, by, { post, move, reason, now: at }) => {
  if (move !== 'complete' && move !== 'cancel') return null
  const states = await statesOfPost(tx, post.id, undecided)
  if (move === 'complete' && [...states.keys()].some(state => state !== 'RESERVE'))
    return 'candidates-underway'
  const why = move === 'cancel' ? reason : '招聘结束'
  for (const [from, ids] of states) {
    await appendSteps(tx, ids, { from, to: 'TERMINATED', action: move, by, at, reason: why })
    await tellMoved(tx, { ids, to: 'TERMINATED', post: post.title, reason: why }, at)
  }
  if (move === 'cancel') await freePlacesOfPost(tx, post.id)
  await releaseSlots(tx, post.id, at)
  return null
}
