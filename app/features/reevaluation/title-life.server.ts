import type { Scope } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import {
  type Designation,
  designationsOfSchools,
  findTitle,
  type SchoolTitle,
} from '#app/features/designation/designations.queries.server.ts'
import { slotOf } from '#app/features/designation/plan-designation.rule.ts'
import type { Db, Tx } from '#db/tables.ts'
import { inTransaction, lockRow } from '#db/write.server.ts'
import { standingOf, type TitleStanding } from './reevaluation-way.rule.ts'
import { listReviews, type TitleReview } from './reviews.queries.server.ts'
import { stageOf, type TitleStage } from './title-life.rule.ts'

/** A title with how it stands in its life, and what somebody of the scope is to it. */
export interface TitleLife {
  title: SchoolTitle
  stage: TitleStage
  standing: TitleStanding
  reviews: TitleReview[]
  /** The re-evaluation under way. */
  review: TitleReview | null
  /** The other titles of its school, level and sport. */
  others: Designation[]
}

/** Null outside the scope. */
export async function titleLife(
  db: Db,
  scope: Scope,
  { id, today }: { id: string; today: Day },
): Promise<TitleLife | null> {
  const title = await findTitle(db, scope, id, today)
  if (title === undefined) return null
  const slot = slotOf(title)
  const others = (await designationsOfSchools(db, [title.schoolId])).filter(
    one => one.id !== id && slotOf(one) === slot,
  )
  const reviews = await listReviews(db, scope, { asOf: today, designationId: id })
  return {
    title,
    ...standOf(title, others, reviews, today),
    standing: standingOf(scope, title),
    reviews,
    others,
  }
}

/** How a title stands beside the others of its slot and after its re-evaluations. */
export function standOf(
  title: SchoolTitle,
  others: readonly Designation[],
  reviews: readonly TitleReview[],
  today: Day,
): { stage: TitleStage; review: TitleReview | null } {
  // Whatever became of a later title: that was decided there.
  const isFollowed = others.some(one => one.validFrom > title.validFrom)
  const isLeft = reviews.some(one => one.state === 'EXPIRED')
  return {
    stage: stageOf({ ...title, isFollowed, isLeft }, today),
    review: reviews.find(one => one.state === 'OPEN') ?? null,
  }
}

/** Runs a decision about a title while no other one can be made about its school's; null outside the scope. */
export async function onTitle<T>(
  db: Db,
  scope: Scope,
  asked: { id: string; today: Day },
  work: (tx: Tx, life: TitleLife) => Promise<T>,
): Promise<T | null> {
  return inTransaction(db, async tx => {
    const seen = await findTitle(tx, scope, asked.id, asked.today)
    if (seen === undefined) return null
    await lockRow(tx, 'school', seen.schoolId)
    // What was read before the lock may have been decided meanwhile.
    const life = await titleLife(tx, scope, asked)
    return life === null ? null : work(tx, life)
  })
}
