import type { ImportContext } from '#app/features/imports/sheet-import.ts'
import { listClasses } from '#app/features/schools/classes.queries.server.ts'
import { mayChangeIn } from '#app/features/schools/registry-permission.rule.ts'
import type { SchoolRow } from '#app/features/schools/schools.queries.server.ts'
import { type SchoolsOfRows, schoolsOfRows } from '#app/features/schools/schools-of-rows.server.ts'
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

type Context = Pick<ImportContext, 'scope' | 'schoolId' | 'today'>

/** The schools that rows of the exemptions sheet are about. */
export async function loadExemptionSchools(
  db: Db,
  context: Context,
  codes: readonly (string | null)[],
): Promise<SchoolsOfRows<ExemptionSchool>> {
  return schoolsOfRows(db, context, codes, school => loadSchool(db, context, school))
}

async function loadSchool(
  db: Db,
  { scope, today }: Pick<Context, 'scope' | 'today'>,
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
