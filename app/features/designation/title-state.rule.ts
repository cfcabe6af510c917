import type { Day } from '#app/calendar-day.ts'
import type { Title, WhyHollow } from './count.rule.ts'

export type TitleState =
  | 'living'
  | 'paper'
  | 'notCounted'
  | 'over'
  | 'suspended'
  | 'closed'
  | 'soon'
  | 'REVOKED'
  | 'ENDED'
  | 'TRANSFERRED'

interface Standing extends Title {
  endKind: 'REVOKED' | 'ENDED' | 'TRANSFERRED' | ''
  holds: boolean
  counts: boolean
  why: readonly WhyHollow[]
}

/** How a title stands on a day, in one word: the nearest reason why it does not count comes first. */
export function stateOf(title: Standing, day: Day): TitleState {
  if (title.counts) return title.why.length === 0 ? 'living' : 'paper'
  if (title.holds) return 'notCounted'
  if (day < title.validFrom) return 'soon'
  if (day > title.validTo) return title.endKind === '' ? 'over' : title.endKind
  if (title.suspensions.some(one => one.validFrom <= day && day <= one.validTo)) return 'suspended'
  return 'closed'
}
