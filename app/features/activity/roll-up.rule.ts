import type { Day } from '#app/calendar-day.ts'
import type { Stage } from '#db/tables.ts'
import {
  type ApprovedExemption,
  isExempt,
  isWithin,
  openRangeOf,
  type RosterClass,
  type SchoolLife,
} from './class-roster.rule.ts'
import {
  type ActivityPolicy,
  type CountedActivity,
  countedMinutes,
  meets,
  requirementOn,
} from './daily-hour.rule.ts'

/** The minutes that count for a class on a day on which it reported. */
export interface ClassMinutes {
  classId: string
  day: Day
  minutes: number
}

/** What the classes of one stage reached on one day: those open and not exempt. */
export interface SchoolDayTotal {
  stage: Stage
  day: Day
  reported: number
  floorMet: number
  targetMet: number
}

/** What decides about a school's days besides what it reported. */
export interface SchoolRules {
  life: SchoolLife
  classes: readonly RosterClass[]
  exemptions: readonly ApprovedExemption[]
  policies: readonly ActivityPolicy[]
}

/** One row a class-day that has any activity, counted or not; a class-day without rows is missing and has none. */
export function classMinutesOf(
  rows: readonly (CountedActivity & { classId: string; day: Day })[],
  counting: ReadonlySet<string>,
): ClassMinutes[] {
  const byClassDay = new Map<string, (typeof rows)[number][]>()
  for (const row of rows) {
    const key = row.day + row.classId
    const those = byClassDay.get(key)
    if (those === undefined) byClassDay.set(key, [row])
    else those.push(row)
  }
  return [...byClassDay.values()].map(those => ({
    classId: those[0]!.classId,
    day: those[0]!.day,
    minutes: countedMinutes(those, counting),
  }))
}

/**
 * The school-day roll-up from its class-days. The calendar has no say here: which of these days are school days is
 * asked when they are summed, so that a change of the calendar leaves the roll-up true.
 */
export function schoolDayTotalsOf(reported: readonly ClassMinutes[], rules: SchoolRules): SchoolDayTotal[] {
  const classes = new Map(
    rules.classes.map(one => [one.id, { ...one, open: openRangeOf(one, rules.life) }] as const),
  )
  const totals = new Map<string, SchoolDayTotal>()
  for (const { classId, day, minutes } of reported) {
    const roster = classes.get(classId)
    if (roster === undefined || !isWithin(roster.open, day)) continue
    if (isExempt(rules.exemptions, roster, day)) continue
    const { stage } = roster
    const total = totals.get(day + stage) ?? { stage, day, reported: 0, floorMet: 0, targetMet: 0 }
    const required = requirementOn(rules.policies, stage, day)
    total.reported += 1
    if (meets(minutes, required.floor)) total.floorMet += 1
    if (meets(minutes, required.target)) total.targetMet += 1
    totals.set(day + stage, total)
  }
  return [...totals.values()]
}
