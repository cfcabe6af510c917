import type { Day } from '#app/calendar-day.ts'
import type { Stage } from '#db/tables.ts'
import { type CheckState, mayWork } from '../instructors/entry-check.rule.ts'

/** Somebody who stands behind a sport of a stage of a school on the day. */
export interface StandingInstructor {
  name: string
  kind: 'COACH' | 'PE_TEACHER' | 'SPORTS_INSTRUCTOR'
  check: CheckState
}

/** What decides whether a placement lives on a day. */
export interface LivingFacts {
  /** How many of the last school days of its school and stage have the sport in the log. */
  loggedDays: number
  /** The last day with the sport in the log, where it was asked for. */
  lastLogged: Day | null
  instructors: readonly StandingInstructor[]
}

/** Of a placement of which nobody has said anything. */
export const nothingKnown: LivingFacts = { loggedDays: 0, lastLogged: null, instructors: [] }

/** The facts of placements by `livingKey`; where there are none, nothing is known. */
export type Living = ReadonlyMap<string, LivingFacts>

export function livingKey(of: { schoolId: string; sport: string; stage: Stage }): string {
  return `${of.schoolId}|${of.sport}|${of.stage}`
}

/** Why a placement does not live: too few logs, and nobody who may stand behind it. */
export type WhyNotLiving =
  | { code: 'no-logs'; since: Day | null }
  | { code: 'few-logs'; days: number }
  | { code: 'no-instructor' }
  | { code: 'check-none' }
  /** Nobody stands behind it, or nobody who may on the day. */
  | { code: 'nobody-fit' }
  | { code: 'check-pending' | 'check-expired' | 'check-not-clear'; on: Day }

/** Why it does not live, for whoever may not know how anybody's entry check stands (domain.md 9.5: two roles do). */
export function withoutChecks(why: readonly WhyNotLiving[]): WhyNotLiving[] {
  return why.map(one => (isAboutLogs(one) ? one : { code: 'nobody-fit' }))
}

function isAboutLogs(why: WhyNotLiving): boolean {
  return why.code === 'no-logs' || why.code === 'few-logs'
}

export interface Life {
  lives: boolean
  /** Empty for a placement that lives. */
  why: WhyNotLiving[]
}

/**
 * A placement lives when its sport was really done, on at least `leastDays` of the days looked back upon, and somebody
 * who may work with children stands behind it: both are told, not only the first that fails.
 */
export function lifeOf({ loggedDays, lastLogged, instructors }: LivingFacts, leastDays: number): Life {
  const why: WhyNotLiving[] = []
  if (loggedDays === 0 && leastDays > 0) why.push({ code: 'no-logs', since: lastLogged })
  else if (loggedDays < leastDays) why.push({ code: 'few-logs', days: loggedDays })
  if (!instructors.some(one => mayWork(one.kind, one.check))) why.push(whyNobody(instructors))
  return { lives: why.length === 0, why }
}

/** The obstacle that is nearest to being out of the way: a query under way before one to be made anew. */
const nearest = ['pending', 'expired', 'none', 'not-clear'] as const

function whyNobody(instructors: readonly StandingInstructor[]): WhyNotLiving {
  for (const state of nearest) {
    const held = instructors.find(one => one.check.state === state)?.check
    if (held === undefined || held.state === 'clear') continue
    return held.state === 'none' ? { code: 'check-none' } : { code: `check-${held.state}`, on: held.on }
  }
  return { code: 'no-instructor' }
}
