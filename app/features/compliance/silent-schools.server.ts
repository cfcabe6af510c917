import type { Scope } from '#app/auth/scope.ts'
import { addDays, type Day, daysBetween } from '#app/calendar-day.ts'
import { loadCalendar } from '#app/features/calendar/calendar.queries.server.ts'
import { isSchoolDay } from '#app/features/calendar/calendar.rule.ts'
import type { Db } from '#db/tables.ts'
import { complianceBySchool } from './ask-compliance.server.ts'
import type { AskedSchool } from './compliance.queries.server.ts'
import { stages } from './expected.rule.ts'

/** Longer than the summer holidays: before that there is no last school day worth asking about. */
const mostDaysBack = 100

export interface SilentSchools {
  day: Day
  /** Schools that should have reported on the day, and those of them that reported nothing at all. */
  expected: number
  silent: AskedSchool[]
}

/** Who has not reported on the day: no class of theirs, though some were expected. */
export async function silentSchoolsOn(
  db: Db,
  scope: Scope,
  asked: { day: Day; unitCode?: string },
): Promise<SilentSchools> {
  const { day, unitCode } = asked
  const filter = unitCode === undefined ? {} : { unitCode }
  const schools = await complianceBySchool(db, scope, { from: day, to: day, ...filter })
  const expected = schools.filter(({ classDays }) => classDays.expected > classDays.exempt)
  return {
    day,
    expected: expected.length,
    silent: expected.filter(({ classDays }) => classDays.reported === 0).map(one => one.school),
  }
}

/** The day itself where it is a school day by the city's calendar, else the last one before it; null in a long break. */
export async function lastSchoolDay(db: Db, day: Day, unitCode = ''): Promise<Day | null> {
  const from = addDays(day, -mostDaysBack)
  const calendar = await loadCalendar(db, { from, to: day })
  const place = { schoolId: '', unitCode }
  const days = daysBetween(from, day).filter(one =>
    stages.some(stage => isSchoolDay(calendar, place, stage, one)),
  )
  return days[days.length - 1] ?? null
}
