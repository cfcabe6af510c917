import { addDays, type Day, schoolYearOf } from '#app/calendar-day.ts'
import { gradeOfClass } from '#app/features/schools/class-name.rule.ts'
import type { Stage } from '#db/tables.ts'

/** Years that a class spends in its stage (六三制, domain.md 6). */
const stageYears: Record<Stage, number> = { primary: 6, junior: 3, senior: 3 }

export interface RosterClass {
  id: string
  stage: Stage
  entryYear: number
  validFrom: Day
  /** Its last day. */
  validTo: Day
}

export interface SchoolLife {
  openedOn: Day
  /** The first day on which it is no longer open. */
  closedOn: Day
}

export interface DayRange {
  from: Day
  to: Day
}

/** The days on which the class exists: on the roster, its school open, its grade within the stage. Null when never. */
export function openRangeOf(
  roster: Pick<RosterClass, 'stage' | 'entryYear' | 'validFrom' | 'validTo'>,
  school: SchoolLife,
): DayRange | null {
  const leaves = `${roster.entryYear + stageYears[roster.stage]}-08-31`
  return rangeOf(
    latest(roster.validFrom, school.openedOn, `${roster.entryYear}-09-01`),
    earliest(roster.validTo, addDays(school.closedOn, -1), leaves),
  )
}

/** What two ranges share; null when nothing. */
export function overlapOf(one: DayRange, other: DayRange): DayRange | null {
  return rangeOf(latest(one.from, other.from), earliest(one.to, other.to))
}

export function isWithin(range: DayRange | null, day: Day): boolean {
  return range !== null && range.from <= day && day <= range.to
}

/** An approved exemption: class '' is every class of the grade, grade 0 every grade. */
export interface ApprovedExemption {
  grade: number
  classId: string
  firstDay: Day
  lastDay: Day
}

export function isExempt(
  exemptions: readonly ApprovedExemption[],
  roster: Pick<RosterClass, 'id' | 'stage' | 'entryYear'>,
  day: Day,
): boolean {
  return exemptions.some(one => one.firstDay <= day && day <= one.lastDay && coversClass(one, roster, day))
}

export function coversClass(
  exemption: ApprovedExemption,
  roster: Pick<RosterClass, 'id' | 'stage' | 'entryYear'>,
  day: Day,
): boolean {
  if (exemption.classId !== '') return exemption.classId === roster.id
  return (
    exemption.grade === 0 ||
    exemption.grade === gradeOfClass(roster.stage, roster.entryYear, schoolYearOf(day))
  )
}

function rangeOf(from: Day, to: Day): DayRange | null {
  return from <= to ? { from, to } : null
}

function latest(...days: [Day, ...Day[]]): Day {
  return days.sort()[days.length - 1] ?? days[0]
}

function earliest(...days: [Day, ...Day[]]): Day {
  return days.sort()[0]
}
