import type { Scope } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import type { Db } from '#db/tables.ts'
import { loadPostGrounds, type PostGrounds } from './post-place.server.ts'
import { listPosts, type Post } from './posts.queries.server.ts'
import { listRounds, type RoundRow } from './rounds.queries.server.ts'

/** Everything against which rows of the sheet of posts are judged. */
export interface PostsInForce {
  grounds: PostGrounds
  rounds: readonly RoundRow[]
  posts: readonly Post[]
}

export async function loadPostsInForce(
  db: Db,
  { scope, today }: { scope: Scope; today: Day },
): Promise<PostsInForce> {
  return {
    grounds: await loadPostGrounds(db, scope, today),
    rounds: await listRounds(db, scope, { asOf: today }),
    posts: await listPosts(db, scope),
  }
}
