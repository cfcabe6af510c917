import type { ApplicationState, Engagement } from '#db/tables.ts'
import { goesLongWay } from '../coaching/grades.rule.ts'
import type { PostStanding, PostStatus } from '../posts/post-state.rule.ts'

/** What an office does with an application (domain.md 9.3). */
export const wayActions = [
  'qualify',
  'return',
  'disqualify',
  'call-to-written',
  'call-to-recheck',
  'call-up',
  'substitute',
  'pass-recheck',
  'call-to-medical',
  'pass-medical',
  'pass-vetting',
  'approve',
  'judge-again',
  'sign',
  'confirm',
  'review',
  'vet',
  'engage',
  'evaluate',
  'renew',
  'end',
  'reject',
] as const

export type WayAction = (typeof wayActions)[number]

/** What must be so before an action, besides the state. */
export type Need =
  | 'reason'
  /** The post has a written test, or has none. */
  | 'written-test'
  | 'no-written-test'
  /** The short list has room, the ranking is not published, and nobody in reserve has a better written rank. */
  | 'next-on-short-list'
  /** The ranking is published, there is a free place, and nobody in reserve stands before this one. */
  | 'next-in-reserve'
  /** The rank is within the places. */
  | 'within-quota'
  /** The person agreed to the entry check, and its answer is CLEAR and fresh. */
  | 'fresh-check'
  /** The public notice has run its seven working days, and every objection is answered. */
  | 'notice-over'
  /** Nothing that was judged of the person has changed since: what goes into the register is what an office looked at. */
  | 'as-judged'
  /** First and last day of the contract, none of them past. */
  | 'contract-days'
  /** Fewer work under the post than it has places. */
  | 'place-free'
  /** The contract holds today. */
  | 'contract-runs'
  /** No entry check was answered NOT_CLEAR: such an answer ends the way (domain.md 9.5). */
  | 'not-stopped'
  /** The probation has run. */
  | 'probation-over'

interface Transition {
  to: ApplicationState
  by: readonly PostStanding[]
  needs: readonly Need[]
}

type Moves = Partial<Record<WayAction, Transition>>

const reviewer: readonly PostStanding[] = ['reviewer']
const owners: readonly PostStanding[] = ['school', 'reviewer']

function move(to: ApplicationState, by: readonly PostStanding[], ...needs: Need[]): Transition {
  return { to, by, needs }
}

const rejected = move('TERMINATED', reviewer, 'reason')

/**
 * Established posts: a unit alone moves them. The short list, the ranking and the public notice are of a whole post
 * (rank-candidates, publish-notice), and move every candidate of it at once.
 */
const longWay: Partial<Record<ApplicationState, Moves>> = {
  SUBMITTED: {
    qualify: move('QUALIFIED', reviewer),
    return: move('RETURNED', reviewer, 'reason'),
    disqualify: move('DISQUALIFIED', reviewer, 'reason'),
  },
  RETURNED: { disqualify: move('DISQUALIFIED', reviewer, 'reason') },
  QUALIFIED: {
    'call-to-written': move('WRITTEN', reviewer, 'written-test'),
    'call-to-recheck': move('RECHECK', reviewer, 'no-written-test'),
    disqualify: move('DISQUALIFIED', reviewer, 'reason'),
  },
  WRITTEN: { reject: rejected },
  RECHECK: {
    'pass-recheck': move('SKILL_TEST', reviewer),
    disqualify: move('DISQUALIFIED', reviewer, 'reason'),
  },
  SKILL_TEST: { reject: rejected },
  RANKED: { 'call-to-medical': move('MEDICAL', reviewer, 'within-quota'), reject: rejected },
  RESERVE: {
    'call-up': move('RECHECK', reviewer, 'next-on-short-list'),
    substitute: move('MEDICAL', reviewer, 'next-in-reserve'),
    reject: rejected,
  },
  MEDICAL: { 'pass-medical': move('VETTING', reviewer), reject: rejected },
  VETTING: { 'pass-vetting': move('PUBLICITY', reviewer, 'fresh-check'), reject: rejected },
  PUBLICITY: { approve: move('APPROVED', reviewer, 'not-stopped', 'notice-over'), reject: rejected },
  APPROVED: {
    'judge-again': move('APPROVED', reviewer),
    sign: move('PROBATION', reviewer, 'fresh-check', 'as-judged', 'contract-days'),
    reject: rejected,
  },
  PROBATION: {
    confirm: move('CONFIRMED', reviewer, 'not-stopped', 'probation-over', 'contract-runs'),
    end: move('TERMINATED', reviewer, 'reason'),
  },
}

/** All other posts: the school whose own post it is acts as well, and whoever acts meets the same entry check. */
const shortWay: Partial<Record<ApplicationState, Moves>> = {
  SUBMITTED: {
    review: move('REVIEWED', owners),
    return: move('RETURNED', owners, 'reason'),
    disqualify: move('DISQUALIFIED', owners, 'reason'),
  },
  RETURNED: { disqualify: move('DISQUALIFIED', owners, 'reason') },
  REVIEWED: { vet: move('VETTING', owners), reject: move('TERMINATED', owners, 'reason') },
  VETTING: {
    'judge-again': move('VETTING', owners),
    engage: move('ENGAGED', owners, 'place-free', 'fresh-check', 'as-judged', 'contract-days'),
    reject: move('TERMINATED', owners, 'reason'),
  },
  ENGAGED: { evaluate: move('EVALUATED', owners), end: move('ENDED', owners, 'reason') },
  EVALUATED: {
    renew: move('RENEWED', owners, 'not-stopped', 'contract-runs'),
    end: move('ENDED', owners, 'reason'),
  },
  RENEWED: { evaluate: move('EVALUATED', owners), end: move('ENDED', owners, 'reason') },
}

function movesFrom(engagement: Engagement, state: ApplicationState): Moves {
  return (goesLongWay(engagement) ? longWay : shortWay)[state] ?? {}
}

/** What somebody may do with an application as it stands, in the order of the list; needs that can be met are not asked. */
export function actionsOn(
  of: {
    engagement: Engagement
    state: ApplicationState
    isRankingPublished: boolean
    /** Whether something judged of the person has changed since. */
    isChanged: boolean
    postStatus: PostStatus
  },
  standing: PostStanding,
): WayAction[] {
  const moves = movesFrom(of.engagement, of.state)
  const never: WayAction = of.isRankingPublished ? 'call-up' : 'substitute'
  return wayActions.filter(action => {
    const way = moves[action]
    if (way === undefined || action === never) return false
    if (action === 'judge-again' && !of.isChanged) return false
    return way.by.includes(standing) && isOpenTo(way.to, of.state, of.postStatus)
  })
}

/** What is done to many at once: nothing that ends an application, needs a reason or makes a contract. */
export const plainActions = [
  'qualify',
  'call-to-written',
  'call-to-recheck',
  'pass-recheck',
  'call-to-medical',
  'pass-medical',
  'review',
  'vet',
] as const satisfies readonly WayAction[]

export type PlainAction = (typeof plainActions)[number]

/** Of the short way, who works under the post: whoever has ended leaves the place free again. */
export const engaged: readonly ApplicationState[] = ['ENGAGED', 'EVALUATED', 'RENEWED']

/** What ends an application. */
const ends: readonly ApplicationState[] = ['DISQUALIFIED', 'TERMINATED', 'ENDED']
/** Whoever works: what follows hangs on the contract, and not on the post any more. */
const atWork: readonly ApplicationState[] = ['PROBATION', 'CONFIRMED', ...engaged]

/** Whether a move may still be made as the post stands: once it is over nobody goes on towards a place. */
export function isOpenTo(to: ApplicationState, from: ApplicationState, post: PostStatus): boolean {
  return post === 'published' || ends.includes(to) || atWork.includes(from)
}

export type WayRefusal = 'not-from-here' | 'not-allowed'

/** Where an action leads and what it needs; a refusal where it cannot be done from here, or not by this one. */
export function wayOf(
  of: { engagement: Engagement; state: ApplicationState },
  action: WayAction,
  standing: PostStanding,
): { ok: true; to: ApplicationState; needs: readonly Need[] } | { ok: false; refusal: WayRefusal } {
  const transition = movesFrom(of.engagement, of.state)[action]
  if (transition === undefined) return { ok: false, refusal: 'not-from-here' }
  if (!transition.by.includes(standing)) return { ok: false, refusal: 'not-allowed' }
  return { ok: true, to: transition.to, needs: transition.needs }
}

/** The states of those who hold one of the post's places. Once approved a place is used up, whatever comes after. */
export const holdingPlace: readonly ApplicationState[] = [
  'RANKED',
  'MEDICAL',
  'VETTING',
  'PUBLICITY',
  'APPROVED',
  'PROBATION',
  'CONFIRMED',
]
