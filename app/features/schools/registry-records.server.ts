import type { Scope } from '#app/auth/scope.ts'
import { openEnd } from '#app/calendar-day.ts'
import type { Db } from '#db/tables.ts'
import { type ClassFilter, listClasses } from './classes.queries.server.ts'
import type { ClassRecord } from './classes.sheet.ts'
import { loadRegistry } from './registry.queries.server.ts'
import { schoolRecordOf } from './school-entry.ts'
import { listSchools, type SchoolFilter } from './schools.queries.server.ts'
import type { SchoolRecord } from './schools.sheet.ts'
import { listUnitNames } from './units.queries.server.ts'

/** The scope's schools as rows of their sheet; a campus without a code of its own has no row. */
export async function schoolRecords(db: Db, scope: Scope, filter: SchoolFilter): Promise<SchoolRecord[]> {
  const unitNames = new Map((await listUnitNames(db)).map(unit => [unit.code, unit.name]))
  const schools = await loadRegistry(db, scope, filter)
  return schools.flatMap(school =>
    school.code === null ? [] : [schoolRecordOf({ ...school, code: school.code }, unitNames)],
  )
}

/** The scope's classes as rows of their sheet. */
export async function classRecords(db: Db, scope: Scope, filter: ClassFilter): Promise<ClassRecord[]> {
  const schools = await listSchools(db, scope, { asOf: filter.asOf })
  const codes = new Map(schools.map(school => [school.id, school.code]))
  const classes = await listClasses(db, scope, filter)
  return classes.flatMap(one => {
    const code = codes.get(one.schoolId)
    if (code === null || code === undefined) return []
    return [
      {
        code,
        stage: one.stage,
        entryYear: one.entryYear,
        classNo: one.classNo,
        pupils: one.pupils,
        campus: one.campus || null,
        validFrom: one.validFrom,
        validTo: one.validTo === openEnd ? null : one.validTo,
      },
    ]
  })
}
