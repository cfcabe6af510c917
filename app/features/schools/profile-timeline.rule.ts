import { addDays, type Day } from '#app/calendar-day.ts'

/** What a school is called and how it is placed, for a stretch of days. */
export interface ProfileFacts {
  code: string | null
  name: string
  shortName: string
  type: string
  unitCode: string
  countsUnitCode: string
}

export interface Profile extends ProfileFacts {
  id: string
  validFrom: Day
  validTo: Day
}

/** What to write so that the facts hold from a day on. */
export type TimelineChange =
  | { kind: 'none' }
  /** The profile began on that very day: it takes the new facts. */
  | { kind: 'replace'; id: string; facts: ProfileFacts }
  /** The profile ends the day before; a new one takes over the rest of its days. */
  | { kind: 'split'; id: string; endsOn: Day; from: Day; to: Day; facts: ProfileFacts }
  | { kind: 'before-first' }

/**
 * Makes the facts hold from a day until the next known change. Profiles stand without gaps or overlaps before and
 * after, since a change only ever cuts the one profile that holds on the day.
 */
export function changeFrom(profiles: readonly Profile[], from: Day, facts: ProfileFacts): TimelineChange {
  const current = profiles.find(one => one.validFrom <= from && from <= one.validTo)
  if (current === undefined) return { kind: 'before-first' }
  if (sameFacts(current, facts)) return { kind: 'none' }
  if (current.validFrom === from) return { kind: 'replace', id: current.id, facts }
  return { kind: 'split', id: current.id, endsOn: addDays(from, -1), from, to: current.validTo, facts }
}

export function sameFacts(one: ProfileFacts, other: ProfileFacts): boolean {
  return (
    one.code === other.code &&
    one.name === other.name &&
    one.shortName === other.shortName &&
    one.type === other.type &&
    one.unitCode === other.unitCode &&
    one.countsUnitCode === other.countsUnitCode
  )
}
