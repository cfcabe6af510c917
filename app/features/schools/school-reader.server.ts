import type { Scope } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import { reject } from '#app/spreadsheet/cells/codes.ts'
import { type NamedSchool, schoolResolver } from '#app/spreadsheet/cells/school-name.ts'
import type { Reading } from '#app/spreadsheet/reading.ts'
import type { Db } from '#db/tables.ts'
import { loadRegistry, type RegisteredSchool } from './registry.queries.server.ts'
import type { SchoolContext } from './school-column.ts'
import { listUnitNames, type UnitNames } from './units.queries.server.ts'

/** What every sheet with schools is told of them: those of the scope, by every name that they go by or went by. */
export async function schoolReader(
  db: Db,
  { scope, today }: { scope: Scope; today: Day },
): Promise<SchoolContext> {
  const schools = await namedSchools(db, scope, today)
  const nameOf = new Map(
    schools.flatMap(({ code, names }) => (code === null ? [] : [[code, names[0] ?? '']])),
  )
  const codeOf = new Map(schools.map(({ id, code }) => [id, code]))
  const resolve = schoolResolver(schools)
  const schoolNamed = (text: string) => inCodes(resolve(text), codeOf)
  return {
    schoolNamed,
    schoolCalled(code) {
      const name = nameOf.get(code)
      const reading = name === undefined ? undefined : schoolNamed(name)
      return name !== undefined && reading?.reading === 'accept' && reading.value === code ? name : code
    },
  }
}

/** The schools of the scope as they may be named on the day. */
export async function namedSchools(db: Db, scope: Scope, today: Day): Promise<NamedSchool[]> {
  const units = new Map((await listUnitNames(db)).map(unit => [unit.code, unit]))
  const schools = await loadRegistry(db, scope, { asOf: today })
  return schools.map(school => namedSchool(school, units))
}

function namedSchool(school: RegisteredSchool, units: ReadonlyMap<string, UnitNames>): NamedSchool {
  const { id, code, name, shortName, formerNames, aliases, unitCode, parentId } = school
  const unit = units.get(unitCode)
  return {
    ...{ id, code, names: [name, ...formerNames] },
    aliases: [shortName, ...aliases].filter(alias => alias !== '' && alias !== name),
    unitNames: unit === undefined ? [] : [unit.name, unit.shortName].filter(word => word !== ''),
    ...(parentId !== null && { campusOf: parentId }),
  }
}

/** A school without a 标识码 cannot be meant by a row: it is known by nothing else. */
function inCodes(reading: Reading<string>, codeOf: ReadonlyMap<string, string | null>): Reading<string> {
  if (reading.reading === 'ask') {
    const candidates = (reading.candidates ?? []).flatMap(id => codeOf.get(id) ?? [])
    return { ...reading, candidates }
  }
  if (reading.reading !== 'accept' && reading.reading !== 'warn') return reading
  const code = codeOf.get(reading.value) ?? null
  return code === null ? reject('school.without-code') : { ...reading, value: code }
}
