import type { Scope } from '#app/auth/scope.ts'

export const postStatuses = ['draft', 'submitted', 'returned', 'published', 'cancelled', 'completed'] as const

export type PostStatus = (typeof postStatuses)[number]

export const postActions = ['edit', 'submit', 'return', 'publish', 'cancel', 'complete'] as const

export type PostAction = (typeof postActions)[number]

/**
 * What somebody is to a post: its school; who reviews it (its unit, the city for posts of the city); the city where a
 * unit reviews, which may prepare only; or nobody.
 */
export const standings = ['school', 'reviewer', 'helper', 'none'] as const

export type PostStanding = (typeof standings)[number]

const everybody: readonly PostStanding[] = ['school', 'reviewer', 'helper']
const owners: readonly PostStanding[] = ['school', 'reviewer']
const reviewer: readonly PostStanding[] = ['reviewer']
const asDraft = { edit: everybody, submit: everybody, cancel: owners }

/** Who may do what in which state. What applicants relied on is never edited: a published post is cancelled or completed. */
const allowed: Record<PostStatus, Partial<Record<PostAction, readonly PostStanding[]>>> = {
  draft: asDraft,
  returned: asDraft,
  submitted: { return: reviewer, publish: reviewer, cancel: reviewer },
  published: { cancel: reviewer, complete: reviewer },
  cancelled: {},
  completed: {},
}

/** The state into which a move leads. */
export const statusAfter = {
  submit: 'submitted',
  return: 'returned',
  publish: 'published',
  cancel: 'cancelled',
  complete: 'completed',
} satisfies Record<Exclude<PostAction, 'edit'>, PostStatus>

export type PostMove = keyof typeof statusAfter

/** Moves that must say why. */
export const movesWithReason: readonly PostMove[] = ['return', 'cancel']

export function mayDo(status: PostStatus, action: PostAction, standing: PostStanding): boolean {
  return allowed[status][action]?.includes(standing) ?? false
}

/** The actions open to somebody, in the order of the list. */
export function actionsFor(status: PostStatus, standing: PostStanding): PostAction[] {
  return postActions.filter(action => mayDo(status, action, standing))
}

export function standingOf(
  scope: Scope,
  post: { unitCode: string; schoolId: string | null; isOfCity: boolean },
): PostStanding {
  if (scope.kind === 'city') return post.isOfCity ? 'reviewer' : 'helper'
  if (scope.kind === 'unit') return post.unitCode === scope.unitCode ? 'reviewer' : 'none'
  if (scope.kind === 'school') return post.schoolId === scope.schoolId ? 'school' : 'none'
  return 'none'
}
