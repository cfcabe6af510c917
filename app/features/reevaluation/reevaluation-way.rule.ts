import type { Scope } from '#app/auth/scope.ts'
import type { Conclusion, DesignationLevel } from '#db/tables.ts'
import { mayDesignate } from '../designation/plan-designation.rule.ts'
import type { TitleStage } from './title-life.rule.ts'

/** What is done about a title after it was named, besides reporting. */
export const titleActions = [
  'open',
  'note',
  'renew',
  'suspend',
  'revoke',
  'expire',
  'transfer',
  'end',
] as const
export type TitleAction = (typeof titleActions)[number]

/** The actions that end a re-evaluation, and how. */
export const conclusions = {
  renew: 'RENEWED',
  suspend: 'SUSPENDED',
  revoke: 'REVOKED',
  expire: 'EXPIRED',
} as const satisfies Partial<Record<TitleAction, Conclusion>>
export type ConcludingAction = keyof typeof conclusions

/** Somebody as far as a title is concerned: who names titles of its level there, its unit, its school, or nobody. */
export const titleStandings = ['decider', 'unit', 'school', 'none'] as const
export type TitleStanding = (typeof titleStandings)[number]

export function standingOf(
  scope: Scope,
  title: { level: DesignationLevel; schoolId: string; unitCode: string },
): TitleStanding {
  if (mayDesignate(scope, title.level, title)) return 'decider'
  if (scope.kind === 'unit' && scope.unitCode === title.unitCode) return 'unit'
  return scope.kind === 'school' && scope.schoolId === title.schoolId ? 'school' : 'none'
}

/** From where an action leads on: with no re-evaluation under way, and with one. */
const moves: Partial<Record<TitleStage, { idle: readonly TitleAction[]; reviewed: readonly TitleAction[] }>> =
  {
    RENEWAL_DUE: { idle: ['open'], reviewed: ['note', 'renew', 'suspend', 'revoke', 'expire'] },
    // A title that is suspended is resumed first, where it is to be renewed.
    SUSPENDED_DUE: { idle: ['open'], reviewed: ['note', 'revoke', 'expire'] },
    // Its days are over: nothing can be taken from them any more.
    RUN_OUT: { idle: ['open'], reviewed: ['note', 'renew', 'expire'] },
    ORPHANED: { idle: ['transfer', 'end'], reviewed: ['transfer', 'end'] },
  }

interface Standing {
  stage: TitleStage
  /** Whether a re-evaluation is under way. */
  isReviewed: boolean
}

export type TitleWayRefusal = 'not-from-here' | 'not-allowed'

/** Why an action cannot be done about a title as it stands, or not by this one; null when it can. */
export function whyNoAction(
  { stage, isReviewed }: Standing,
  action: TitleAction,
  standing: TitleStanding,
): TitleWayRefusal | null {
  const from = moves[stage]?.[isReviewed ? 'reviewed' : 'idle'] ?? []
  if (!from.includes(action)) return 'not-from-here'
  return standing === 'decider' ? null : 'not-allowed'
}

/** What somebody may do about a title, in the order of the list. */
export function actionsOn(of: Standing, standing: TitleStanding): TitleAction[] {
  return titleActions.filter(action => whyNoAction(of, action, standing) === null)
}
