import type { Scope } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import { findUnit } from '#app/features/regions/units.queries.server.ts'
import { findSchoolByCode } from '#app/features/schools/schools.queries.server.ts'
import type { Db, Role } from '#db/tables.ts'
import { type AccountManager, isOwnSchool, managedRoles, placeOfRole } from './account.rule.ts'

/** A role and where it holds, as entered; what the role does not need is left out of account. */
export interface GivenPlace {
  role: Role
  unitCode: string | null
  schoolCode: string | null
}

export type PlaceResult =
  | { ok: true; role: Role; unitCode: string | null; schoolId: string | null; schoolUnitCode: string | null }
  | { ok: false; refusal: 'role-not-allowed' | 'unknown-unit' | 'unknown-school' }

const everywhere: Scope = { kind: 'city' }

/** The role with its unit or school, if the manager may give it; a school beyond the manager's is as good as unknown. */
export async function placeFor(
  db: Db,
  manager: AccountManager,
  given: GivenPlace,
  today: Day,
): Promise<PlaceResult> {
  const nowhere = {
    ok: true as const,
    role: given.role,
    unitCode: null,
    schoolId: null,
    schoolUnitCode: null,
  }
  if (!managedRoles(manager.role).includes(given.role)) return { ok: false, refusal: 'role-not-allowed' }
  const place = placeOfRole(given.role)
  if (place === 'unit') {
    if (given.unitCode === null || (await findUnit(db, given.unitCode)) === undefined)
      return { ok: false, refusal: 'unknown-unit' }
    return { ...nowhere, unitCode: given.unitCode }
  }
  if (place === 'school' || (place === 'perhaps-school' && given.schoolCode)) {
    const school = given.schoolCode
      ? await findSchoolByCode(db, everywhere, given.schoolCode, today)
      : undefined
    if (school === undefined || !isOwnSchool(manager, school.unitCode))
      return { ok: false, refusal: 'unknown-school' }
    return { ...nowhere, schoolId: school.id, schoolUnitCode: school.unitCode }
  }
  return nowhere
}
