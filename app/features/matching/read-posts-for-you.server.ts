import { listPosts } from '#app/features/posts/posts.queries.server.ts'
import { windowState } from '#app/features/posts/round.rule.ts'
import type { Db } from '#db/tables.ts'
import { applicantIdOf } from './candidates.queries.server.ts'
import { type Paired, pair } from './pairing.rule.ts'
import { peopleOf } from './people.queries.server.ts'
import { inOrder } from './suit.rule.ts'

export interface PostForYou extends Paired {
  id: string
  number: string
  title: string
  unitName: string
  unitNameEn: string
  closesAt: string
}

/** As many as anybody reads. */
const mostShown = 20

/** The posts open now, those first to which the person may apply and which suit best; null before there is a profile. */
export async function readPostsForYou(db: Db, accountId: string, now: string): Promise<PostForYou[] | null> {
  const id = await applicantIdOf(db, accountId)
  const [person] = id === undefined ? [] : await peopleOf(db, [id])
  if (person === undefined) return null
  const published = await listPosts(db, { kind: 'city' }, { status: 'published' })
  const lines = published
    .filter(post => windowState(post.round, now) === 'open')
    .map(post => ({
      ...pair(person, post),
      id: post.id,
      number: post.number,
      title: post.title,
      unitName: post.unitName,
      unitNameEn: post.unitNameEn,
      closesAt: post.round.closesAt,
    }))
  return inOrder(lines).slice(0, mostShown)
}
