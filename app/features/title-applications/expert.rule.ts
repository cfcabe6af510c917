import type { Expert, ReviewState } from './reviews.queries.server.ts'
import type { TitleApplication } from './title-applications.queries.server.ts'

/** Characters in which a conflict of interest is said, and why a review is opened again. */
export const longestConflict = 400
export const longestReopening = 400

export type AppointmentRefusal =
  | 'not-found'
  | 'not-in-review'
  | 'no-expert'
  | 'disabled'
  | 'from-applying-school'
  | 'appointed-already'
  | 'has-conflict'

/** Why an expert cannot be asked to score an application; null where they can. */
export function whyNotAppointed(of: {
  application: Pick<TitleApplication, 'state' | 'schoolId'> | undefined
  expert: Expert | undefined
  /** Who was asked for the application before. */
  asked: readonly Pick<ReviewState, 'accountId' | 'state'>[]
  accountId: string
}): AppointmentRefusal | null {
  const { application, expert, asked, accountId } = of
  if (application === undefined) return 'not-found'
  if (application.state !== 'EXPERT_REVIEW') return 'not-in-review'
  if (expert === undefined || expert.role !== 'expert') return 'no-expert'
  if (expert.isDisabled) return 'disabled'
  if (expert.schoolId === application.schoolId) return 'from-applying-school'
  const before = asked.find(one => one.accountId === accountId)
  if (before === undefined) return null
  return before.state === 'conflict' ? 'has-conflict' : 'appointed-already'
}

export type TakeBackRefusal = 'not-in-review' | 'begun' | 'done'

/**
 * Why an appointment cannot be taken back. Scores that were begun stand, unless the expert's account is disabled: then
 * nobody could ever finish them.
 */
export function whyNotTakenBack(of: {
  state: TitleApplication['state']
  review: Pick<ReviewState, 'state'> & { isExpertDisabled: boolean; scored: number }
}): TakeBackRefusal | null {
  const { state, review } = of
  if (state !== 'EXPERT_REVIEW') return 'not-in-review'
  if (review.state === 'done') return 'done'
  if (review.state === 'conflict' || review.isExpertDisabled) return null
  return review.scored > 0 ? 'begun' : null
}

export type ReviewRefusal = 'not-in-review' | 'from-applying-school' | 'conflict' | 'done' | 'undeclared'

/** Why an expert can write nothing into their review: they declare first, and what is finished stands. */
export function whyNoScoring(of: {
  application: Pick<TitleApplication, 'state' | 'schoolId'>
  review: Pick<ReviewState, 'state'> & { freeAt: string | null }
  /** Where the expert works now. */
  schoolId: string | null
}): ReviewRefusal | null {
  const { application, review, schoolId } = of
  const closed = whyNoDeclaring({ state: application.state, review })
  if (closed !== null) return closed
  if (schoolId === application.schoolId) return 'from-applying-school'
  return review.freeAt === null ? 'undeclared' : null
}

/** Why nothing can be declared any more. */
export function whyNoDeclaring(of: {
  state: TitleApplication['state']
  review: Pick<ReviewState, 'state'>
}): Exclude<ReviewRefusal, 'undeclared' | 'from-applying-school'> | null {
  if (of.state !== 'EXPERT_REVIEW') return 'not-in-review'
  return of.review.state === 'open' ? null : of.review.state
}
