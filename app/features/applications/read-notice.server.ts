import type { Day } from '#app/calendar-day.ts'
import { findPublishedPost } from '#app/features/posts/posts.queries.server.ts'
import type { ApplicationState, Db } from '#db/tables.ts'
import { candidatesOf, recruitingOf } from './candidates.queries.server.ts'

/** On the notice, and those whom it led further: what was shown stays to be seen. */
const shown: readonly ApplicationState[] = ['PUBLICITY', 'APPROVED', 'PROBATION', 'CONFIRMED']

/** What the public sees of a post's notice: names and ranks. Null for a post that was never published. */
export async function readNotice(db: Db, postNumber: string, today: Day) {
  const post = await findPublishedPost(db, postNumber)
  if (post === undefined) return null
  const { publicityFrom: from, publicityTo: to } = await recruitingOf(db, post.id)
  const days = from === null || to === null ? null : { from, to }
  const candidates = days === null ? [] : await candidatesOf(db, { kind: 'city' }, post.id)
  return {
    post: { title: post.title, number: post.number },
    days,
    isRunning: days !== null && today >= days.from && today <= days.to,
    people: candidates
      .filter(one => shown.includes(one.state))
      .map(({ id, name, rank }) => ({ id, name, rank })),
  }
}
