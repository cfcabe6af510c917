import type { Scope } from '#app/auth/scope.ts'
import type { ApprovedExemption, RosterClass } from '#app/features/activity/class-roster.rule.ts'
import { loadCalendar } from '#app/features/calendar/calendar.queries.server.ts'
import { type Calendar, isSchoolDay } from '#app/features/calendar/calendar.rule.ts'
import { groupBy } from '#app/group-by.ts'
import type { Db } from '#db/tables.ts'
import {
  type Asked,
  type AskedSchool,
  classesOfSchools,
  classGroups,
  exemptionsAsked,
  type ReportedTotals,
  schoolsAsked,
  totalsByDay,
  totalsBySchool,
} from './compliance.queries.server.ts'
import { type ClassDayFigures, figuresOf } from './compliance.rule.ts'
import { exemptClassDays, expectedClassDays, sharedDaysOf } from './expected.rule.ts'

export interface SchoolCompliance {
  school: AskedSchool
  classDays: ClassDayFigures
}

/**
 * The class-days of each school of the scope from `from` to `to`, in unit and code order: expected and exempt from
 * classes, calendar and exemptions, the rest from the school-day roll-up. A school stands under the unit that
 * administers it on the last day.
 */
export async function complianceBySchool(db: Db, scope: Scope, asked: Asked): Promise<SchoolCompliance[]> {
  const calendar = await loadCalendar(db, asked)
  const schools = await schoolsAsked(db, scope, asked)
  const ids = schools.map(school => school.id)
  const groups = bySchool(await classGroups(db, ids, asked))
  const exempted = await exemptedBySchool(db, scope, asked)
  const reported = await reportedBySchool(db, scope, asked, calendar, schools)
  return schools.map(school => {
    const of = { place: placeOf(school), life: school, calendar, range: asked }
    const { classes, exemptions } = exempted.get(school.id) ?? nothingExempt
    return {
      school,
      classDays: figuresOf({
        expected: expectedClassDays(groups.get(school.id) ?? [], of),
        exempt: exemptClassDays(classes, exemptions, of),
        ...(reported.get(school.id) ?? nothingReported),
      }),
    }
  })
}

const nothingReported: ReportedTotals = { reported: 0, floorMet: 0, targetMet: 0 }
const nothingExempt: { classes: RosterClass[]; exemptions: ApprovedExemption[] } = {
  classes: [],
  exemptions: [],
}

export function placeOf(school: Pick<AskedSchool, 'id' | 'unitCode'>) {
  return { schoolId: school.id, unitCode: school.unitCode }
}

async function exemptedBySchool(db: Db, scope: Scope, asked: Asked) {
  const exemptions = bySchool(await exemptionsAsked(db, scope, asked))
  const classes = bySchool(await classesOfSchools(db, [...exemptions.keys()]))
  return new Map(
    [...exemptions].map(([id, those]) => [id, { exemptions: those, classes: classes.get(id) ?? [] }]),
  )
}

async function reportedBySchool(
  db: Db,
  scope: Scope,
  asked: Asked,
  calendar: Calendar,
  schools: readonly AskedSchool[],
): Promise<Map<string, ReportedTotals>> {
  const places = new Map(schools.map(school => [school.id, placeOf(school)]))
  const { everywhere, disputed } = sharedDaysOf(calendar, [...places.values()], asked)
  const totals = new Map<string, ReportedTotals>()
  for (const row of await totalsBySchool(db, scope, asked, everywhere)) {
    totals.set(row.schoolId, plus(nothingReported, row))
  }
  for (const row of await totalsByDay(db, scope, asked, disputed)) {
    const place = places.get(row.schoolId)
    if (place === undefined || !isSchoolDay(calendar, place, row.stage, row.day)) continue
    totals.set(row.schoolId, plus(totals.get(row.schoolId) ?? nothingReported, row))
  }
  return totals
}

function plus(one: ReportedTotals, other: ReportedTotals): ReportedTotals {
  return {
    reported: one.reported + other.reported,
    floorMet: one.floorMet + other.floorMet,
    targetMet: one.targetMet + other.targetMet,
  }
}

function bySchool<Row extends { schoolId: string }>(rows: readonly Row[]): Map<string, Row[]> {
  return groupBy(rows, row => row.schoolId)
}
