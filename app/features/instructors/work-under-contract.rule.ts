import type { Day } from '#app/calendar-day.ts'
import type { CoachWork } from './coach-placement.rule.ts'

export type WorkUnderContract = 'work-beyond-end' | 'work-above-hours' | 'work-in-other-sport'

/** Why the work under a contract would not fit another wording of it; null when it does. */
export function whyWorkNoLongerFits(
  work: readonly CoachWork[],
  next: {
    validFrom: Day
    validTo: Day
    hoursWeek: number | null
    sports: readonly { sport: string }[]
  },
): WorkUnderContract | null {
  // Work that ends before it begins was never held.
  const held = work.filter(one => one.validFrom <= one.validTo)
  if (held.some(one => one.validTo > next.validTo)) return 'work-beyond-end'
  if (held.some(one => !next.sports.some(({ sport }) => sport === one.sport))) return 'work-in-other-sport'
  const { hoursWeek } = next
  return hoursWeek !== null && mostHours(held, next.validFrom) > hoursWeek ? 'work-above-hours' : null
}

/** The most hours a week on any day from `from` on. */
export function mostHours(work: readonly CoachWork[], from: Day): number {
  const days = [from, ...work.map(one => one.validFrom).filter(day => day > from)]
  const hoursOn = (day: Day) =>
    work
      .filter(one => one.validFrom <= day && day <= one.validTo)
      .reduce((sum, one) => sum + one.hoursWeek, 0)
  return Math.max(0, ...days.map(hoursOn))
}
