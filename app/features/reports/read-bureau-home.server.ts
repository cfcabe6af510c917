import type { Scope } from '#app/auth/scope.ts'
import { addDays, type Day, mondayOf } from '#app/calendar-day.ts'
import { loadCalendar } from '#app/features/calendar/calendar.queries.server.ts'
import { schoolDaysOf } from '#app/features/calendar/calendar.rule.ts'
import { complianceBySchool, type SchoolCompliance } from '#app/features/compliance/ask-compliance.server.ts'
import { type Compliance, complianceOf, sumOf } from '#app/features/compliance/compliance.rule.ts'
import { readCoverage } from '#app/features/program/read-coverage.server.ts'
import type { Db } from '#db/tables.ts'

/** The longest stretch without a school day: the summer holidays. */
const longestBreak = 90
const mostSilentShown = 20

export interface UnitGap {
  code: string
  name: string
  nameEn: string
  met: boolean
  gap: number
  sportsMet: number
}

export interface SilentSchool {
  id: string
  name: string
  unitCode: string
  classes: number
}

export interface BureauHome {
  today: Day
  coverage: { unitsMet: number; unitsObliged: number; units: UnitGap[] } | null
  /** The last school day up to today; null when there was none for months. */
  lastSchoolDay: Day | null
  /** Schools of which no class reported on the last school day: the first of them, and how many there are. */
  silent: { schools: SilentSchool[]; count: number; of: number }
  /** The week up to today, of all schools together. */
  week: Compliance & { from: Day; to: Day }
}

/** What a bureau or unit officer comes for: which units are short, and who is silent. */
export async function readBureauHome(db: Db, scope: Scope, today: Day): Promise<BureauHome> {
  const lastSchoolDay = await lastSchoolDayUntil(db, today)
  const report = await readCoverage(db, scope, { asOf: today })
  const week = { from: mondayOf(lastSchoolDay ?? today), to: lastSchoolDay ?? today }
  const [ofDay, ofWeek] = await Promise.all([
    lastSchoolDay === null ? [] : complianceBySchool(db, scope, { from: lastSchoolDay, to: lastSchoolDay }),
    complianceBySchool(db, scope, week),
  ])
  return {
    today,
    coverage: report && {
      unitsMet: report.unitsMet,
      unitsObliged: report.unitsObliged,
      units: report.units.map(({ code, name, nameEn, met, gap, sportsMet }) => ({
        code,
        name,
        nameEn,
        met,
        gap,
        sportsMet,
      })),
    },
    lastSchoolDay,
    silent: silentAmong(ofDay),
    week: { ...week, ...complianceOf(sumOf(ofWeek.map(one => one.classDays))) },
  }
}

async function lastSchoolDayUntil(db: Db, today: Day): Promise<Day | null> {
  const from = addDays(today, -longestBreak)
  const calendar = await loadCalendar(db, { from, to: today })
  return schoolDaysOf(calendar, { schoolId: '', unitCode: '' }, 'primary', from, today).at(-1) ?? null
}

function silentAmong(schools: readonly SchoolCompliance[]): BureauHome['silent'] {
  const asked = schools.filter(({ classDays }) => classDays.expected > classDays.exempt)
  const silent = asked.filter(({ classDays }) => classDays.reported === 0)
  return {
    schools: silent.slice(0, mostSilentShown).map(({ school, classDays }) => ({
      id: school.id,
      name: school.name,
      unitCode: school.unitCode,
      classes: classDays.expected - classDays.exempt,
    })),
    count: silent.length,
    of: asked.length,
  }
}
