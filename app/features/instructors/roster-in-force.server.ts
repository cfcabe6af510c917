import type { Scope } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import { schoolReader } from '#app/features/schools/school-reader.server.ts'
import { listSchools, type SchoolRow } from '#app/features/schools/schools.queries.server.ts'
import { listUnitNames } from '#app/features/schools/units.queries.server.ts'
import { sportReader, type Upload } from '#app/features/sports/sport-reader.server.ts'
import type { Db } from '#db/tables.ts'
import { aliasKey } from '#db/write.server.ts'
import type { WorkSchool } from './coach-placement.rule.ts'
import { workOfPersons, workSchools } from './coach-work.queries.server.ts'
import { mayKeep } from './instructor-permission.rule.ts'
import { type InstructorRow, listInstructors } from './instructors.queries.server.ts'
import type { WorkState } from './plan-work.rule.ts'

/** Everything against which rows of the sheets of instructors are judged. */
export interface RosterInForce {
  /** The scope's schools by code. */
  schools: ReadonlyMap<string, SchoolRow>
  /** The same by id, as far as work there depends on them, with every school where somebody of the roster works. */
  workSchools: ReadonlyMap<string, WorkSchool>
  /** Contracts that the scope keeps, by who and where (personKey). */
  contracts: ReadonlyMap<string, InstructorRow[]>
  /** All work of those people, by person. */
  work: ReadonlyMap<string, (WorkState & { id: string })[]>
}

/** Who is meant where: place, name and number. */
export function personKey(of: {
  schoolId: string | null
  unitCode: string
  name: string
  namesake: number
}): string {
  return [of.schoolId ?? of.unitCode, aliasKey(of.name), of.namesake].join(' ')
}

export async function loadRosterInForce(
  db: Db,
  { scope, today }: { scope: Scope; today: Day },
): Promise<RosterInForce> {
  const schools = await listSchools(db, scope, { asOf: today })
  const rows = (await listInstructors(db, scope, { asOf: today })).filter(row => mayKeep(scope, row))
  const work = await workOfPersons(db, [...new Set(rows.map(row => row.personId))])
  const ids = [...schools.map(school => school.id), ...work.map(one => one.schoolId)]
  return {
    schools: new Map(schools.flatMap(one => (one.code === null ? [] : [[one.code, one] as const]))),
    workSchools: await workSchools(db, [...new Set(ids)]),
    contracts: grouped(rows, personKey),
    work: grouped(work, one => one.personId),
  }
}

/** Everything that the readers of the sheets of instructors must know of the database. */
export async function readerNames(db: Db, upload: Upload) {
  return {
    units: await listUnitNames(db),
    ...(await sportReader(db, upload)),
    ...(await schoolReader(db, upload)),
  }
}

export type PlaceRefusal =
  | { code: 'roster.school-unknown'; at: 'code' }
  | { code: 'roster.unit-needed' | 'roster.unit-differs'; at: 'unit' }
  | { code: 'roster.not-allowed'; at: 'code' | 'unit' }

export interface RosterPlace {
  schoolId: string | null
  unitCode: string
  countsUnitCode: string
}

/** The place that a row names: a school by its code, or a unit; and whether the scope keeps people there. */
export function placeOf(
  inForce: RosterInForce,
  scope: Scope,
  { schoolCode, unitCode }: { schoolCode: string | null; unitCode: string },
): { ok: true; place: RosterPlace } | { ok: false; refusal: PlaceRefusal } {
  if (schoolCode === null) {
    const place = { schoolId: null, unitCode, countsUnitCode: unitCode }
    if (unitCode === '') return { ok: false, refusal: { code: 'roster.unit-needed', at: 'unit' } }
    return mayKeep(scope, place)
      ? { ok: true, place }
      : { ok: false, refusal: { code: 'roster.not-allowed', at: 'unit' } }
  }
  const school = inForce.schools.get(schoolCode)
  if (school === undefined) return { ok: false, refusal: { code: 'roster.school-unknown', at: 'code' } }
  if (unitCode !== '' && ![school.unitCode, school.countsUnitCode].includes(unitCode))
    return { ok: false, refusal: { code: 'roster.unit-differs', at: 'unit' } }
  const place = { schoolId: school.id, unitCode: school.unitCode, countsUnitCode: school.countsUnitCode }
  return mayKeep(scope, place)
    ? { ok: true, place }
    : { ok: false, refusal: { code: 'roster.not-allowed', at: 'code' } }
}

function grouped<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const key = keyOf(row)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [row])
    else group.push(row)
  }
  return groups
}
