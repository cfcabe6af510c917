import type { Day } from '#app/calendar-day.ts'

/** The days on which something holds, the last included. */
export interface Days {
  validFrom: Day
  validTo: Day
}

/** What a row of a sheet does to what stands in its slot, where it is known by its first day. */
export interface DatedPlan {
  verdict: 'new' | 'changed' | 'unchanged'
  after: Days
}

export interface PlannedRow<Row, Plan extends DatedPlan> {
  row: Row
  /** What never holds twice on one day, e.g. a school's placement of a sport for a stage. */
  slot: string
  plan: Plan
}

export type StandingIn = (slot: string) => readonly Days[]

/** Whether two stretches of days, last days included, share a day. */
export function overlaps(one: Days, other: Days): boolean {
  return one.validFrom <= other.validTo && other.validFrom <= one.validTo
}

/** The other in the slot, as it will stand, whose days the given one would share. */
export function inTheWay<T extends Days>(after: Days, slot: readonly T[]): T | undefined {
  return slot.find(other => other.validFrom !== after.validFrom && overlaps(other, after))
}

/** The rows whose days would meet another's of their slot once all of them are written, with that other. */
export function overlapping<Row>(
  planned: readonly PlannedRow<Row, DatedPlan>[],
  standingIn: StandingIn,
): Map<Row, Days> {
  const after = new Map<string, readonly Days[]>()
  for (const { slot, plan } of planned) {
    const standing = after.get(slot) ?? standingIn(slot)
    const others = standing.filter(one => one.validFrom !== plan.after.validFrom)
    after.set(slot, [...others, plan.after])
  }
  const met = new Map<Row, Days>()
  for (const { row, slot, plan } of planned) {
    const other = inTheWay(plan.after, after.get(slot) ?? [])
    if (other !== undefined) met.set(row, other)
  }
  return met
}
