import type { ImportContext } from '#app/features/imports/sheet-import.ts'
import { listClasses } from '#app/features/schools/classes.queries.server.ts'
import { mayChangeIn } from '#app/features/schools/registry-permission.rule.ts'
import { findSchool, findSchoolByCode, type SchoolRow } from '#app/features/schools/schools.queries.server.ts'
import type { Db } from '#db/tables.ts'
import { keyOf } from './exemption-key.rule.ts'
import { standingExemptionsOf } from './exemption-rows.queries.server.ts'
import type { NamedClass } from './exemption-target.ts'
import { type StandingExemption, standingOf } from './plan-exemption.rule.ts'

/** A school with what rows about it are judged by. */
export interface ExemptionSchool {
  id: string
  code: string | null
  classes: NamedClass[]
  /** What waits or is approved, by keyOf. */
  standing: Map<string, StandingExemption>
  /** Whether whoever imports decides on its exemptions. */
  mayDecide: boolean
}

type Found = ExemptionSchool | { refusal: string }

/** The schools that rows name by code; a row without one is about the school for which the file is. */
export async function loadExemptionSchools(
  db: Db,
  context: Pick<ImportContext, 'scope' | 'schoolId' | 'today'>,
  codes: readonly (string | null)[],
): Promise<{ of: (code: string | null) => Found; byId: Map<string, ExemptionSchool> }> {
  const { scope, today } = context
  const ownId = scope.kind === 'school' ? scope.schoolId : context.schoolId
  const own = ownId === null ? undefined : await findSchool(db, scope, ownId, today)
  const byId = new Map<string, ExemptionSchool>()
  const byCode = new Map<string, ExemptionSchool>()
  const load = async (school: SchoolRow) => {
    const known = byId.get(school.id) ?? (await loadSchool(db, context, school))
    byId.set(school.id, known)
    return known
  }
  if (own !== undefined) await load(own)
  for (const code of new Set(codes)) {
    if (code === null || ownId !== null) continue
    const school = await findSchoolByCode(db, scope, code, today)
    if (school !== undefined) byCode.set(code, await load(school))
  }
  const of = (code: string | null): Found => {
    if (ownId !== null) {
      const school = byId.get(ownId)
      if (school === undefined) return { refusal: 'exemption.school-unknown' }
      return code === null || code === school.code ? school : { refusal: 'exemption.other-school' }
    }
    if (code === null) return { refusal: 'exemption.school-missing' }
    return byCode.get(code) ?? { refusal: 'exemption.school-unknown' }
  }
  return { of, byId }
}

async function loadSchool(
  db: Db,
  { scope, today }: Pick<ImportContext, 'scope' | 'today'>,
  school: SchoolRow,
): Promise<ExemptionSchool> {
  const classes = await listClasses(db, scope, { asOf: today, schoolId: school.id, all: true })
  const standing = new Map<string, StandingExemption>()
  for (const one of await standingExemptionsOf(db, [school.id])) {
    const stands = standingOf(one)
    if (stands !== undefined) standing.set(keyOf(one), stands)
  }
  const mayDecide = mayChangeIn(scope, school.unitCode)
  return { id: school.id, code: school.code, classes, standing, mayDecide }
}
