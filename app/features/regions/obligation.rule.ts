import { addDays, type Day, openEnd } from '#app/calendar-day.ts'

/** The days on which a unit carries the 5621 plan; both null where it never did. */
export interface Obligation {
  obligedFrom: Day | null
  obligedTo: Day | null
}

export type ObligationRefusal = 'already-so' | 'before-start'

export function isObliged(unit: Obligation, day: Day): boolean {
  return unit.obligedFrom !== null && unit.obligedFrom <= day && day <= (unit.obligedTo ?? openEnd)
}

/** The unit's days once it takes the plan up on a day, or is without it from that day on. */
export function obligationFrom(
  unit: Obligation,
  change: { obliged: boolean; from: Day },
): { ok: true; after: Obligation } | { ok: false; refusal: ObligationRefusal } {
  if (isObliged(unit, change.from) === change.obliged) return { ok: false, refusal: 'already-so' }
  if (!change.obliged) {
    const obligedTo = addDays(change.from, -1)
    if (unit.obligedFrom === null || obligedTo < unit.obligedFrom)
      return { ok: false, refusal: 'before-start' }
    return { ok: true, after: { obligedFrom: unit.obligedFrom, obligedTo } }
  }
  const continues = unit.obligedTo !== null && addDays(unit.obligedTo, 1) === change.from
  return { ok: true, after: { obligedFrom: continues ? unit.obligedFrom : change.from, obligedTo: openEnd } }
}
