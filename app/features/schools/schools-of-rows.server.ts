import type { ImportContext } from '#app/features/imports/sheet-import.ts'
import type { Db } from '#db/tables.ts'
import { findSchool, findSchoolByCode, type SchoolRow } from './schools.queries.server.ts'

/** Why a row is about no school of whoever imports. */
export type SchoolRefusal = 'school-missing' | 'school-unknown' | 'other-school'

export interface SchoolsOfRows<School> {
  of: (code: string | null) => School | { refusal: SchoolRefusal }
  byId: ReadonlyMap<string, School>
}

/**
 * The schools that rows name by code, each loaded once; a row without a code is about the school for which the file
 * is, and a file for one school names no other.
 */
export async function schoolsOfRows<School extends { code: string | null }>(
  db: Db,
  context: Pick<ImportContext, 'scope' | 'schoolId' | 'today'>,
  codes: readonly (string | null)[],
  load: (school: SchoolRow) => Promise<School>,
): Promise<SchoolsOfRows<School>> {
  const { scope, today } = context
  const ownId = scope.kind === 'school' ? scope.schoolId : context.schoolId
  const own = ownId === null ? undefined : await findSchool(db, scope, ownId, today)
  const byId = new Map<string, School>()
  const byCode = new Map<string, School>()
  if (own !== undefined) byId.set(own.id, await load(own))
  for (const code of new Set(codes)) {
    if (code === null || ownId !== null) continue
    const school = await findSchoolByCode(db, scope, code, today)
    if (school === undefined) continue
    const loaded = byId.get(school.id) ?? (await load(school))
    byId.set(school.id, loaded)
    byCode.set(code, loaded)
  }
  const of = (code: string | null) => {
    if (ownId === null) {
      if (code === null) return { refusal: 'school-missing' } as const
      return byCode.get(code) ?? ({ refusal: 'school-unknown' } as const)
    }
    const school = byId.get(ownId)
    if (school === undefined) return { refusal: 'school-unknown' } as const
    return code === null || code === school.code ? school : ({ refusal: 'other-school' } as const)
  }
  return { of, byId }
}
