import type { Day } from '#app/calendar-day.ts'
import { type DayRange, overlapOf } from '#app/features/activity/class-roster.rule.ts'
import { meets, type Requirement } from '#app/features/activity/daily-hour.rule.ts'

/** Class-days of a school, unit or city over some days; expected = exempt + reported + missing. */
export interface ClassDayFigures {
  expected: number
  exempt: number
  reported: number
  floorMet: number
  targetMet: number
  missing: number
}

/** Shares of the class-days expected and not exempt, 0 to 1 with 4 places; null where there is none. */
interface ComplianceRates {
  floor: number | null
  target: number | null
  reporting: number | null
}

export interface Compliance {
  classDays: ClassDayFigures
  rate: ComplianceRates
}

/** A class on a day, as people are shown it: what the day asks of it, and whether it was enough. */
export type ClassDayStatus =
  | 'not-expected'
  | 'ahead'
  | 'exempt'
  | 'missing'
  | 'short'
  | 'floor-met'
  | 'target-met'

const noClassDays: ClassDayFigures = {
  expected: 0,
  exempt: 0,
  reported: 0,
  floorMet: 0,
  targetMet: 0,
  missing: 0,
}

/** Figures from what was expected, exempt and reported; what was not reported is missing, never zero minutes. */
export function figuresOf(counted: Omit<ClassDayFigures, 'missing'>): ClassDayFigures {
  return { ...counted, missing: counted.expected - counted.exempt - counted.reported }
}

export function sumOf(parts: readonly ClassDayFigures[]): ClassDayFigures {
  return parts.reduce(
    (sum, part) => ({
      expected: sum.expected + part.expected,
      exempt: sum.exempt + part.exempt,
      reported: sum.reported + part.reported,
      floorMet: sum.floorMet + part.floorMet,
      targetMet: sum.targetMet + part.targetMet,
      missing: sum.missing + part.missing,
    }),
    noClassDays,
  )
}

/** Figures with their rates: everything over expected − exempt, so that a missing class-day is not compliant. */
export function complianceOf(classDays: ClassDayFigures): Compliance {
  const of = classDays.expected - classDays.exempt
  return {
    classDays,
    rate: {
      floor: rateOf(classDays.floorMet, of),
      target: rateOf(classDays.targetMet, of),
      reporting: rateOf(classDays.reported, of),
    },
  }
}

/** Rounded half up to 4 places, in whole numbers: 0.00005 is 0.0001 on every machine. */
export function rateOf(count: number, of: number): number | null {
  return of <= 0 ? null : Math.floor((count * 20_000 + of) / (2 * of)) / 10_000
}

/**
 * The status of one class-day. `minutes` null is no report at all; days after `today` are still ahead. Each day stands
 * for itself: 90 minutes today do not help tomorrow (domain.md 7.3).
 */
export function statusOf(given: {
  expected: boolean
  exempt: boolean
  minutes: number | null
  required: Requirement
  day: Day
  today: Day
}): ClassDayStatus {
  if (!given.expected) return 'not-expected'
  if (given.exempt) return 'exempt'
  if (given.minutes === null) return given.day > given.today ? 'ahead' : 'missing'
  if (meets(given.minutes, given.required.target)) return 'target-met'
  return meets(given.minutes, given.required.floor) ? 'floor-met' : 'short'
}

/** One class-day as figures; a day ahead is expected and missing, as in every count over days to come. */
export function figuresOfStatus(status: ClassDayStatus, minutes: number | null, required: Requirement) {
  if (status === 'not-expected') return noClassDays
  if (status === 'exempt') return figuresOf({ ...noClassDays, expected: 1, exempt: 1 })
  const reported = minutes === null ? 0 : 1
  return figuresOf({
    expected: 1,
    exempt: 0,
    reported,
    floorMet: minutes !== null && meets(minutes, required.floor) ? 1 : 0,
    targetMet: minutes !== null && meets(minutes, required.target) ? 1 : 0,
  })
}

/** How many of the sorted days lie in both ranges; null is no range. */
export function countDaysWithin(days: readonly Day[], open: DayRange | null, asked: DayRange): number {
  const range = open === null ? null : overlapOf(open, asked)
  return range === null ? 0 : firstAfter(days, range.to) - firstFrom(days, range.from)
}

function firstFrom(days: readonly Day[], from: Day): number {
  return partition(days, day => day < from)
}

function firstAfter(days: readonly Day[], to: Day): number {
  return partition(days, day => day <= to)
}

function partition(days: readonly Day[], isBefore: (day: Day) => boolean): number {
  let [low, high] = [0, days.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (isBefore(days[middle] ?? '')) low = middle + 1
    else high = middle
  }
  return low
}
