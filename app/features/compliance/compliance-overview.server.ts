import type { Scope } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import { remember } from '#app/features/audit/remember.server.ts'
import { listTerms } from '#app/features/calendar/calendar.queries.server.ts'
import { listVisibleUnits, type UnitRow } from '#app/features/regions/units.queries.server.ts'
import type { Db } from '#db/tables.ts'
import { complianceBySchool, type SchoolCompliance } from './ask-compliance.server.ts'
import type { AskedSchool } from './compliance.queries.server.ts'
import { type Compliance, complianceOf, sumOf } from './compliance.rule.ts'
import { elapsedPart, type Period, type PeriodKind, periodOf } from './period.rule.ts'
import { lastSchoolDay, silentSchoolsOn } from './silent-schools.server.ts'

const mostSilentShown = 40

export interface Overview {
  period: Period
  /** The days counted: the part of the period up to today. */
  from: Day
  to: Day
  units: (Pick<UnitRow, 'code' | 'name' | 'nameEn'> & Compliance)[]
  schools: (Pick<AskedSchool, 'id' | 'code' | 'name' | 'unitCode'> & Compliance)[]
  total: Compliance
  silent: { day: Day | null; expected: number; count: number; schools: { id: string; name: string }[] }
}

interface OverviewAsked {
  period: PeriodKind
  day: Day
  today: Day
  unitCode?: string
}

/** Compliance of everything in scope, or of one unit of it, in the period of a day, up to today. */
export async function complianceOverview(db: Db, scope: Scope, asked: OverviewAsked): Promise<Overview> {
  const { period, day, today, unitCode } = asked
  const question = `compliance ${JSON.stringify([scope, period, day, today, unitCode])}`
  return remember(db, question, () => workOutOverview(db, scope, asked))
}

async function workOutOverview(db: Db, scope: Scope, asked: OverviewAsked): Promise<Overview> {
  const period = periodOf(asked.period, asked.day, await listTerms(db))
  const days = elapsedPart(period, asked.today)
  const filter = asked.unitCode === undefined ? {} : { unitCode: asked.unitCode }
  const schools = days === null ? [] : await complianceBySchool(db, scope, { ...days, ...filter })
  const units = (await listVisibleUnits(db, scope)).filter(unit => isAskedUnit(unit, asked.unitCode))
  const day = await lastSchoolDay(db, asked.today, asked.unitCode)
  const silent = day === null ? null : await silentSchoolsOn(db, scope, { day, ...filter })
  return {
    period,
    from: days?.from ?? period.from,
    to: days?.to ?? period.to,
    units: units.map(({ code, name, nameEn }) => ({
      code,
      name,
      nameEn,
      ...totalOf(schools.filter(one => one.school.unitCode === code)),
    })),
    schools: schools.map(({ school, classDays }) => ({
      id: school.id,
      code: school.code,
      name: school.name,
      unitCode: school.unitCode,
      ...complianceOf(classDays),
    })),
    total: totalOf(schools),
    silent: {
      day,
      expected: silent?.expected ?? 0,
      count: silent?.silent.length ?? 0,
      schools: (silent?.silent ?? []).slice(0, mostSilentShown).map(({ id, name }) => ({ id, name })),
    },
  }
}

function isAskedUnit(unit: UnitRow, code: string | undefined): boolean {
  return code === undefined || unit.code === code
}

function totalOf(schools: readonly SchoolCompliance[]): Compliance {
  return complianceOf(sumOf(schools.map(one => one.classDays)))
}
