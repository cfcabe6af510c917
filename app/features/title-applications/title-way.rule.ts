import type { TitleApplicationState } from '#db/tables.ts'

/** The states in the order of the way. */
export const titleApplicationStates = [
  'DRAFT',
  'SUBMITTED',
  'RETURNED',
  'RECOMMENDED',
  'EXPERT_REVIEW',
  'ONSITE_REVIEW',
  'SHORTLISTED',
  'PUBLICITY',
  'DESIGNATED',
  'REJECTED',
  'WITHDRAWN',
] as const satisfies readonly TitleApplicationState[]

/** What somebody is to an application: its school, the unit that administers it, the city, or none of them. */
export type TitleStanding = 'school' | 'unit' | 'city' | 'none'

/** What is done with an application (domain.md 3.2). Scores, visits and objections are kept beside the way. */
export const titleActions = [
  'submit',
  'withdraw',
  'return',
  'recommend',
  'take-back',
  'decline',
  'pass-material',
  'call-to-visit',
  'shortlist',
  'put-up',
  'designate',
  'reject',
] as const

export type TitleAction = (typeof titleActions)[number]

/** What must be so before an action, besides the state. */
export type TitleNeed =
  | 'reason'
  /** The window is open, or the day until which it may be mended has not passed. */
  | 'in-time'
  /** One to so many sports, every indicator scored, every veto declared not to apply. */
  | 'complete'
  /** Until when it may be handed in again. */
  | 'mend-day'
  /** Opinion, place and both bureaus; the place is free and within the unit's quota. */
  | 'recommendation'
  /** The window has closed, so that every unit's schools are judged by the same view. */
  | 'window-closed'
  /** Three experts or more have scored, and none of those asked is still to. */
  | 'scored'
  /** No expert who has scored finds that a veto applies: one alone excludes a school (domain.md 3.3). */
  | 'no-veto'
  /** A visit was recorded. */
  | 'visited'
  /** The notice has run its working days, and every objection is answered. */
  | 'notice-over'

interface Move {
  to: TitleApplicationState
  by: readonly TitleStanding[]
  needs: readonly TitleNeed[]
}

function move(to: TitleApplicationState, by: TitleStanding, ...needs: TitleNeed[]): Move {
  return { to, by: [by], needs }
}

const rejected = move('REJECTED', 'city', 'reason')
const withdrawn = move('WITHDRAWN', 'school', 'reason')

/**
 * The whole way. A short list without a visit needs its reason (`shortlist` from EXPERT_REVIEW); the notice and the
 * designation are of a batch and move every application on it at once.
 */
const way: Record<TitleApplicationState, Partial<Record<TitleAction, Move>>> = {
  DRAFT: { submit: move('SUBMITTED', 'school', 'in-time', 'complete') },
  SUBMITTED: {
    withdraw: withdrawn,
    return: move('RETURNED', 'unit', 'reason', 'mend-day'),
    recommend: move('RECOMMENDED', 'unit', 'recommendation'),
    decline: move('REJECTED', 'unit', 'reason'),
  },
  RETURNED: {
    submit: move('SUBMITTED', 'school', 'in-time', 'complete'),
    withdraw: withdrawn,
    decline: move('REJECTED', 'unit', 'reason'),
  },
  RECOMMENDED: {
    withdraw: withdrawn,
    return: move('RETURNED', 'city', 'reason', 'mend-day'),
    'take-back': move('SUBMITTED', 'unit', 'reason'),
    'pass-material': move('EXPERT_REVIEW', 'city', 'window-closed'),
    reject: rejected,
  },
  EXPERT_REVIEW: {
    'call-to-visit': move('ONSITE_REVIEW', 'city', 'scored'),
    shortlist: move('SHORTLISTED', 'city', 'scored', 'no-veto', 'reason'),
    reject: rejected,
  },
  ONSITE_REVIEW: { shortlist: move('SHORTLISTED', 'city', 'no-veto', 'visited'), reject: rejected },
  SHORTLISTED: { 'put-up': move('PUBLICITY', 'city'), reject: rejected },
  PUBLICITY: { designate: move('DESIGNATED', 'city', 'notice-over'), reject: rejected },
  DESIGNATED: {},
  REJECTED: {},
  WITHDRAWN: {},
}

/** Moves that a whole batch makes at once, and nobody with one application alone. */
const ofBatch: readonly TitleAction[] = ['put-up', 'designate']

export type TitleWayRefusal = 'not-from-here' | 'not-allowed'

/** Where an action leads and what it needs; a refusal where it cannot be done from here, or not by this one. */
export function titleWayOf(
  state: TitleApplicationState,
  action: TitleAction,
  standing: readonly TitleStanding[],
):
  | { ok: true; to: TitleApplicationState; needs: readonly TitleNeed[] }
  | { ok: false; refusal: TitleWayRefusal } {
  const found = way[state][action]
  if (found === undefined) return { ok: false, refusal: 'not-from-here' }
  if (!found.by.some(one => standing.includes(one))) return { ok: false, refusal: 'not-allowed' }
  return { ok: true, to: found.to, needs: found.needs }
}

/** What somebody may do with one application as it stands, in the order of the list. */
export function titleActionsOn(
  state: TitleApplicationState,
  standing: readonly TitleStanding[],
): TitleAction[] {
  return titleActions.filter(action => !ofBatch.includes(action) && titleWayOf(state, action, standing).ok)
}

/** Whether somebody recommends an application at some point of the way, if not now. */
export function mayRecommend(standing: readonly TitleStanding[]): boolean {
  return titleWayOf('SUBMITTED', 'recommend', standing).ok
}

/** While the school may still write: a draft, or what was returned to it. */
export function isWritable(state: TitleApplicationState): boolean {
  return state === 'DRAFT' || state === 'RETURNED'
}

/** An instant before which an application may be handed in, and from which on it may not (deadlines hold on the server). */
export function isInTime(
  of: { opensAt: string; closesAt: string; mendUntil: string | null },
  now: string,
): boolean {
  if (of.mendUntil !== null && now < of.mendUntil) return true
  return of.opensAt <= now && now < of.closesAt
}

/** From the experts on, whatever became of it; what ended before them has no reviews. */
export const scoredStates: readonly TitleApplicationState[] = [
  ...(['EXPERT_REVIEW', 'ONSITE_REVIEW', 'SHORTLISTED', 'PUBLICITY'] as const),
  ...(['DESIGNATED', 'REJECTED', 'WITHDRAWN'] as const),
]

export function isScored(state: TitleApplicationState): boolean {
  return scoredStates.includes(state)
}
