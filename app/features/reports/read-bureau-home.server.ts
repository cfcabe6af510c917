import type { Scope } from '#app/auth/scope.ts'
import { type Day, mondayOf } from '#app/calendar-day.ts'
import { remember } from '#app/features/audit/remember.server.ts'
import { complianceBySchool } from '#app/features/compliance/ask-compliance.server.ts'
import { type Compliance, complianceOf, sumOf } from '#app/features/compliance/compliance.rule.ts'
import { lastSchoolDay, silentSchoolsOn } from '#app/features/compliance/silent-schools.server.ts'
import { readCoverage } from '#app/features/program/read-coverage.server.ts'
import type { Db } from '#db/tables.ts'

const mostSilentShown = 20

interface UnitGap {
  code: string
  name: string
  nameEn: string
  met: boolean
  gap: number
  sportsMet: number
  sportsLiving: number
}

interface SilentSchool {
  id: string
  name: string
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
  return remember(db, `home ${JSON.stringify(scope)} ${today}`, () => workOutHome(db, scope, today))
}

async function workOutHome(db: Db, scope: Scope, today: Day): Promise<BureauHome> {
  const day = await lastSchoolDay(db, today)
  const report = await readCoverage(db, scope, { asOf: today })
  const silent = await silentSchoolsOn(db, scope, { day: day ?? today })
  const week = { from: mondayOf(day ?? today), to: day ?? today }
  const ofWeek = await complianceBySchool(db, scope, week)
  return {
    today,
    coverage: report && {
      unitsMet: report.unitsMet,
      unitsObliged: report.unitsObliged,
      units: report.units.map(({ code, name, nameEn, met, gap, sportsMet, sportsLiving }) => ({
        code,
        name,
        nameEn,
        met,
        gap,
        sportsMet,
        sportsLiving,
      })),
    },
    lastSchoolDay: day,
    silent: {
      schools: silent.silent.slice(0, mostSilentShown).map(({ id, name }) => ({ id, name })),
      count: silent.silent.length,
      of: silent.expected,
    },
    week: { ...week, ...complianceOf(sumOf(ofWeek.map(one => one.classDays))) },
  }
}
