import type { Day } from '#app/calendar-day.ts'
import type { Stage } from '#db/tables.ts'
import { classDaysOf } from './activity-compare.rule.ts'
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

/** The sports of the ledger by stage and day; what is never activity at school, home exercise say, is left out. */
export interface SportDay {
  stage: Stage
  day: Day
  sport: string
  classes: number
  minutes: number
  /** Rows of team training among them. */
  team: number
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
  return classDaysOf(rows).map(those => ({
    classId: those[0].classId,
    day: those[0].day,
    minutes: countedMinutes(those, counting),
  }))
}

/** The sport-day roll-up of rows that are all that stands on their days; `never`: kinds that are no activity at school. */
export function sportDaysOf(
  rows: readonly (CountedActivity & { classId: string; day: Day; sportCode: string | null })[],
  { stageOf, never }: { stageOf: (classId: string) => Stage | undefined; never: ReadonlySet<string> },
): SportDay[] {
  const days = new Map<string, Map<string, SportDay & { classIds: Set<string> }>>()
  // Rows of one class on one day stand together.
  let [lastDay, lastStage]: [Day, Stage | undefined] = ['', undefined]
  let sports = days.get('')
  for (const { classId, day, kind, minutes, sportCode: sport } of rows) {
    const stage = stageOf(classId)
    if (sport === null || stage === undefined || never.has(kind)) continue
    if (sports === undefined || day !== lastDay || stage !== lastStage) {
      ;[lastDay, lastStage] = [day, stage]
      sports = days.get(`${day} ${stage}`) ?? new Map()
      days.set(`${day} ${stage}`, sports)
    }
    let sum = sports.get(sport)
    if (sum === undefined) {
      sum = { stage, day, sport, classes: 0, minutes: 0, team: 0, classIds: new Set() }
      sports.set(sport, sum)
    }
    sum.classIds.add(classId)
    sum.minutes += minutes
    if (kind === 'TEAM_TRAINING') sum.team += 1
  }
  return [...days.values()].flatMap(own =>
    [...own.values()].map(({ classIds, ...sum }) => ({ ...sum, classes: classIds.size })),
  )
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
