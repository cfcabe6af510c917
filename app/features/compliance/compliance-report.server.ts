import type { Scope } from '#app/auth/scope.ts'
import type { DayRange } from '#app/features/activity/class-roster.rule.ts'
import { listUnitNames } from '#app/features/schools/units.queries.server.ts'
import type { Db } from '#db/tables.ts'
import { complianceBySchool } from './ask-compliance.server.ts'
import { schoolIdOfCode } from './compliance.queries.server.ts'
import { type Compliance, complianceOf, sumOf } from './compliance.rule.ts'

/** Whom a report is about: codes as people write them. */
export type ReportScope = { school: string } | { unit: string } | { city: true }

/** The document of contracts.md, Compliance; `schools` is empty for a single school. */
export interface ComplianceReport extends Compliance {
  scope: ReportScope
  from: string
  to: string
  schools: ({ code: string | null; name: string; unit: string } & Compliance)[]
}

export type ReportRefusal = 'unknown-school' | 'unknown-unit'

/** Compliance of a school, a unit or the city as one document; refuses a code that nobody bears. */
export async function complianceReport(
  db: Db,
  scope: Scope,
  asked: ReportScope,
  range: DayRange,
): Promise<{ ok: true; report: ComplianceReport } | { ok: false; refusal: ReportRefusal }> {
  const filter = await filterOf(db, asked)
  if (typeof filter === 'string') return { ok: false, refusal: filter }
  const schools = await complianceBySchool(db, scope, { ...filter, ...range })
  const report = {
    scope: asked,
    ...range,
    ...complianceOf(sumOf(schools.map(one => one.classDays))),
    schools: schools.map(({ school, classDays }) => ({
      code: school.code,
      name: school.name,
      unit: school.unitCode,
      ...complianceOf(classDays),
    })),
  }
  return { ok: true, report: 'school' in asked ? { ...report, schools: [] } : report }
}

async function filterOf(
  db: Db,
  asked: ReportScope,
): Promise<{ schoolId?: string; unitCode?: string } | ReportRefusal> {
  if ('school' in asked) {
    const schoolId = await schoolIdOfCode(db, asked.school)
    return schoolId === undefined ? 'unknown-school' : { schoolId }
  }
  if ('city' in asked) return {}
  const units = await listUnitNames(db)
  return units.some(unit => unit.code === asked.unit) ? { unitCode: asked.unit } : 'unknown-unit'
}
