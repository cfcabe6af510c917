import { addDays, type Day, openEnd } from '#app/calendar-day.ts'
import type { Stage } from '#db/tables.ts'
import { type ActivityPolicy, requirementOn } from './daily-hour.rule.ts'

/** One version of the floor or the target, for one stage or ('') for all. */
export interface PolicyVersion extends ActivityPolicy {
  id: string
  /** The document that lays it down. */
  source: string
}

export type PolicyRefusal =
  | 'not-allowed'
  | 'date-taken'
  | 'ends-before-start'
  | 'floor-needs-rule'
  | 'target-below-floor'

export type PolicyPlan =
  | { ok: false; refusal: PolicyRefusal }
  | {
      ok: true
      /** The version in force on the eve of the new one, and the last day that is left to it. */
      ends: { id: string; on: Day } | null
      validTo: Day
      /** The last day on which anything can change: the eve of the next version. */
      lastAffected: Day
    }

const stages: readonly Stage[] = ['primary', 'junior', 'senior']

/** What becomes of the standing versions when a new one begins, or why it cannot; `validTo` null is open. */
export function planPolicy(
  versions: readonly PolicyVersion[],
  added: Omit<PolicyVersion, 'id' | 'validTo'> & { validTo: Day | null },
): PolicyPlan {
  const { stage, purpose, validFrom } = added
  if (added.validTo !== null && added.validTo < validFrom) return refused('ends-before-start')
  if (stage === '' && purpose === 'floor' && added.validTo !== null) return refused('floor-needs-rule')
  const own = versions.filter(one => one.stage === stage && one.purpose === purpose)
  if (own.some(one => one.validFrom === validFrom)) return refused('date-taken')
  const current = own.find(one => one.validFrom < validFrom && validFrom <= one.validTo)
  const next = own
    .map(one => one.validFrom)
    .filter(from => from > validFrom)
    .sort()[0]
  const untilNext = next === undefined ? openEnd : addDays(next, -1)
  const validTo = added.validTo !== null && added.validTo < untilNext ? added.validTo : untilNext
  const ends = current === undefined ? null : { id: current.id, on: addDays(validFrom, -1) }
  const after = [
    ...versions.map(one => (one.id === ends?.id ? { ...one, validTo: ends.on } : one)),
    { ...added, validTo },
  ]
  if (isTargetBelowFloor(after, stage, validFrom)) return refused('target-below-floor')
  return { ok: true, ends, validTo, lastAffected: untilNext }
}

function isTargetBelowFloor(policies: readonly ActivityPolicy[], stage: Stage | '', day: Day): boolean {
  return stages
    .filter(one => stage === '' || one === stage)
    .some(one => {
      const { floor, target } = requirementOn(policies, one, day)
      return floor !== null && target !== null && target < floor
    })
}

function refused(refusal: PolicyRefusal): PolicyPlan {
  return { ok: false, refusal }
}
