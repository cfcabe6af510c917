import type { Scope } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import { findPublishedPost, type Post } from '#app/features/posts/posts.queries.server.ts'
import type { ApplicationState, Db } from '#db/tables.ts'
import { candidaciesOf } from './candidates.queries.server.ts'
import { type Paired, pair } from './pairing.rule.ts'
import { peopleOf } from './people.queries.server.ts'
import { withoutStopped } from './stopped.server.ts'
import { inOrder } from './suit.rule.ts'

export interface Candidate extends Paired {
  id: string
  name: string
  /** What the person handed in, to this post or to another one of the unit. */
  applications: { number: string; state: ApplicationState; postTitle: string; isThisPost: boolean }[]
}

/** The unit's applicants in the order in which they suit one of its posts; null where the scope does not see the post. */
export async function readCandidates(
  db: Db,
  scope: Scope,
  postNumber: string,
  today: Day,
): Promise<{ post: Post; candidates: Candidate[] } | null> {
  const post = await findPublishedPost(db, postNumber)
  const sees = scope.kind === 'city' || (scope.kind === 'unit' && scope.unitCode === post?.unitCode)
  if (post === undefined || !sees) return null
  const candidacies = await candidaciesOf(db, scope, post.unitCode)
  const applied = await peopleOf(db, [...new Set(candidacies.map(one => one.applicantId))])
  const people = await withoutStopped(db, applied, today)
  const candidates = people.map(person => ({
    ...pair(person, post),
    id: person.id,
    name: person.name,
    applications: candidacies
      .filter(one => one.applicantId === person.id)
      .map(({ number, state, postTitle, postId }) => ({
        ...{ number, state, postTitle },
        isThisPost: postId === post.id,
      })),
  }))
  return { post, candidates: inOrder(candidates) }
}
