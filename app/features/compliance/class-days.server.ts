import type { Scope } from '#app/auth/scope.ts'
import { type Day, daysBetween } from '#app/calendar-day.ts'
import {
  type DayRange,
  isExempt,
  isWithin,
  openRangeOf,
  overlapOf,
} from '#app/features/activity/class-roster.rule.ts'
import { requirementOn } from '#app/features/activity/daily-hour.rule.ts'
import { listPolicies } from '#app/features/activity/policies.queries.server.ts'
import { classMinutesOn } from '#app/features/activity/roll-ups.queries.server.ts'
import { approvedExemptionsOf } from '#app/features/activity/roster.queries.server.ts'
import { loadCalendar } from '#app/features/calendar/calendar.queries.server.ts'
import { type CalendarDayKind, dayKindOf, isSchoolDay } from '#app/features/calendar/calendar.rule.ts'
import { type ClassRow, listClasses } from '#app/features/schools/classes.queries.server.ts'
import { findSchool, type SchoolRow } from '#app/features/schools/schools.queries.server.ts'
import type { Db, Stage } from '#db/tables.ts'
import { placeOf } from './ask-compliance.server.ts'
import {
  type ClassDayFigures,
  type ClassDayStatus,
  figuresOfStatus,
  statusOf,
  sumOf,
} from './compliance.rule.ts'

interface ClassDayCell {
  day: Day
  status: ClassDayStatus
  /** Null where nothing was reported. */
  minutes: number | null
}

export interface ClassLine {
  id: string
  stage: Stage
  entryYear: number
  classNo: number
  cells: ClassDayCell[]
  classDays: ClassDayFigures
}

/** The classes of one school on each of some days. */
export interface ClassDays {
  school: SchoolRow
  from: Day
  to: Day
  /** School days of any stage, and other days on which something was reported. */
  days: { day: Day; kind: CalendarDayKind }[]
  /** Youngest stage and grade first. */
  classes: ClassLine[]
  classDays: ClassDayFigures
}

/** Class by class and day by day what a school reported; undefined for a school that the scope does not see. */
export async function classDaysOf(
  db: Db,
  scope: Scope,
  asked: DayRange & { schoolId: string; today: Day },
): Promise<ClassDays | undefined> {
  const range = { from: asked.from, to: asked.to }
  const school = await findSchool(db, scope, asked.schoolId, asked.to)
  if (school === undefined) return undefined
  const calendar = await loadCalendar(db, range)
  const classes = await classesWithin(db, scope, school, range)
  const policies = await listPolicies(db)
  const exemptions = await approvedExemptionsOf(db, school.id, range)
  const reported = await classMinutesOn(db, school.id, range)
  const minutes = new Map(reported.map(row => [row.day + row.classId, row.minutes] as const))
  const reportedDays = new Set(reported.map(row => row.day))
  const place = placeOf(school)
  const stages = [...new Set(classes.map(one => one.stage))]
  const days = daysBetween(range.from, range.to).filter(
    day => reportedDays.has(day) || stages.some(stage => isSchoolDay(calendar, place, stage, day)),
  )

  const lines = classes.map(one => {
    const open = openRangeOf(one, school)
    const judged = days.map(day => {
      const required = requirementOn(policies, one.stage, day)
      const reportedMinutes = minutes.get(day + one.id) ?? null
      const status = statusOf({
        expected: isWithin(open, day) && isSchoolDay(calendar, place, one.stage, day),
        exempt: isExempt(exemptions, one, day),
        minutes: reportedMinutes,
        required,
        day,
        today: asked.today,
      })
      const figures = figuresOfStatus(status, reportedMinutes, required)
      return { cell: { day, status, minutes: reportedMinutes }, figures }
    })
    const { id, stage, entryYear, classNo } = one
    const classDays = sumOf(judged.map(each => each.figures))
    return { id, stage, entryYear, classNo, cells: judged.map(each => each.cell), classDays }
  })
  return {
    school,
    ...range,
    days: days.map(day => ({ day, kind: dayKindOf(calendar, place, stages[0] ?? 'primary', day) })),
    classes: lines,
    classDays: sumOf(lines.map(line => line.classDays)),
  }
}

async function classesWithin(db: Db, scope: Scope, school: SchoolRow, range: DayRange): Promise<ClassRow[]> {
  const classes = await listClasses(db, scope, { asOf: range.to, schoolId: school.id, all: true })
  return classes.filter(one => {
    const open = openRangeOf(one, school)
    return open !== null && overlapOf(open, range) !== null
  })
}
