import { type Actor, scopeOf } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import { listUnits } from '#app/features/regions/units.queries.server.ts'
import { listSchools } from '#app/features/schools/schools.queries.server.ts'
import type { Db } from '#db/tables.ts'
import { isOwnSchool, managedRoles } from './account.rule.ts'

/** What the form of an account offers to a manager: roles, units, and the schools it may give accounts for. */
export async function accountChoices(db: Db, actor: Actor, today: Day) {
  const roles = managedRoles(actor.role)
  const units = roles.includes('unit') ? await listUnits(db) : []
  const schools = await listSchools(db, scopeOf(actor), { asOf: today, openOnly: true })
  return {
    roles,
    units: units.map(({ code, name, nameEn }) => ({ code, name, nameEn })),
    schools: schools
      .filter(school => school.code !== null && isOwnSchool(actor, school.unitCode))
      .map(({ code, name }) => ({ code, name })),
  }
}
