import type { Scope } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import type { Db } from '#db/tables.ts'
import type { StandingSchool } from './plan-school.rule.ts'
import { issuedCodes, loadRegistry } from './registry.queries.server.ts'
import { listUnitNames, type UnitNames } from './units.queries.server.ts'

/** Everything against which rows of a registry sheet are judged. */
export interface SchoolsInForce {
  scope: Scope
  units: UnitNames[]
  unitNames: Map<string, string>
  /** Every school with a code today, also those outside the scope: their codes and names are taken. */
  byCode: Map<string, StandingSchool>
  issuedCodes: Map<string, string>
  /** 'unit name' → the code of the open school that bears it. */
  namesTaken: Map<string, string>
}

export async function loadSchoolsInForce(
  db: Db,
  { scope, today }: { scope: Scope; today: Day },
): Promise<SchoolsInForce> {
  const units = await listUnitNames(db)
  const schools = await loadRegistry(db, { kind: 'city' }, { asOf: today })
  const open = schools.filter(school => school.closedOn > today && school.code !== null)
  return {
    scope,
    units,
    unitNames: new Map(units.map(unit => [unit.code, unit.name])),
    byCode: new Map(schools.flatMap(school => (school.code === null ? [] : [[school.code, school]]))),
    issuedCodes: await issuedCodes(db),
    namesTaken: new Map(open.map(school => [`${school.unitCode} ${school.name}`, school.code ?? ''])),
  }
}
