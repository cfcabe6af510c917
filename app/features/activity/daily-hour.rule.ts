import type { Day } from '#app/calendar-day.ts'
import type { Stage } from '#db/tables.ts'

/** No class moves longer than this on one day: what is beyond is a slip of the pen and counts no more. */
const mostMinutesADay = 480

const minutesOfADay = 24 * 60

export interface CountedActivity {
  kind: string
  /** 'HH:MM', '' when the time is not known. */
  startsAt: string
  minutes: number
}

export interface KindSetting {
  kind: string
  counts: boolean
  /** Eye exercise and home exercise never count, whatever is set (domain.md 7.2). */
  never: boolean
}

export function countingKindsOf(settings: readonly KindSetting[]): ReadonlySet<string> {
  return new Set(settings.filter(one => one.counts && !one.never).map(one => one.kind))
}

/**
 * The minutes of one class on one day that count towards the daily hour: rows with a start time as the union of
 * their intervals, so that an overlap counts once; rows without add up; both together at most 480.
 */
export function countedMinutes(rows: readonly CountedActivity[], counting: ReadonlySet<string>): number {
  let untimed = 0
  const timed: CountedActivity[] = []
  for (const row of rows) {
    if (!counting.has(row.kind)) continue
    if (row.startsAt === '') untimed += row.minutes
    else timed.push(row)
  }
  return Math.min(mostMinutesADay, untimed + unionOf(timed))
}

function unionOf(timed: CountedActivity[]): number {
  // Most days are written down as they went.
  const isInOrder = timed.every((row, at) => at === 0 || timed[at - 1]!.startsAt <= row.startsAt)
  if (!isInOrder) timed.sort((one, other) => (one.startsAt < other.startsAt ? -1 : 1))
  let total = 0
  let reached = 0
  for (const row of timed) {
    const start = minuteOf(row.startsAt)
    const end = Math.min(minutesOfADay, start + row.minutes)
    total += Math.max(0, end - Math.max(start, reached))
    reached = Math.max(reached, end)
  }
  return total
}

/** The minute of the day of an 'HH:MM'. */
function minuteOf(time: string): number {
  const digit = (at: number): number => time.charCodeAt(at) - 48
  return (digit(0) * 10 + digit(1)) * 60 + digit(3) * 10 + digit(4)
}

export interface ActivityPolicy {
  stage: Stage | ''
  purpose: 'floor' | 'target'
  minutes: number
  validFrom: Day
  /** The last day on which it holds. */
  validTo: Day
}

/** Minutes a day that a class owes; null where no rule is in force, so that nothing can meet it. */
export interface Requirement {
  floor: number | null
  target: number | null
}

/** What is asked of a stage on a day (domain.md 7.1): a stage's own rule wins over the one for all. */
export function requirementOn(policies: readonly ActivityPolicy[], stage: Stage, day: Day): Requirement {
  return {
    floor: minutesInForce(policies, 'floor', stage, day),
    target: minutesInForce(policies, 'target', stage, day),
  }
}

/** The same for each stage. */
export function requirementsOn(policies: readonly ActivityPolicy[], day: Day) {
  return (['primary', 'junior', 'senior'] as const).map(stage => ({
    stage,
    ...requirementOn(policies, stage, day),
  }))
}

function minutesInForce(
  policies: readonly ActivityPolicy[],
  purpose: ActivityPolicy['purpose'],
  stage: Stage,
  day: Day,
): number | null {
  const inForce = policies.filter(
    one => one.purpose === purpose && one.validFrom <= day && day <= one.validTo && isFor(one, stage),
  )
  inForce.sort(
    (one, other) => (one.stage !== other.stage ? (one.stage === '' ? 1 : -1) : 0) || later(one, other),
  )
  return inForce[0]?.minutes ?? null
}

function isFor(policy: ActivityPolicy, stage: Stage): boolean {
  return policy.stage === '' || policy.stage === stage
}

function later(one: ActivityPolicy, other: ActivityPolicy): number {
  return one.validFrom > other.validFrom ? -1 : 1
}

export function meets(minutes: number, required: number | null): boolean {
  return required !== null && minutes >= required
}
