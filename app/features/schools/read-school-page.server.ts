import type { Scope } from '#app/auth/scope.ts'
import { type Day, schoolYearOf } from '#app/calendar-day.ts'
import type { Db } from '#db/tables.ts'
import { className } from './class-name.rule.ts'
import { listClasses } from './classes.queries.server.ts'
import { aliasesOf, profilesOf, stagePeriodsOf } from './profiles.queries.server.ts'
import { campusesOf } from './registry.queries.server.ts'
import { findSchool } from './schools.queries.server.ts'
import { listUnitNames } from './units.queries.server.ts'

/** All that the registry knows of a school of the scope, as of a day; undefined when it is not there to be seen. */
export async function readSchoolPage(db: Db, scope: Scope, id: string, asOf: Day) {
  const school = await findSchool(db, scope, id, asOf)
  if (school === undefined) return undefined
  const classes = await listClasses(db, scope, { asOf, schoolId: id })
  const year = schoolYearOf(asOf)
  const units = await listUnitNames(db)
  return {
    school,
    isOpen: school.openedOn <= asOf && asOf < school.closedOn,
    profiles: await profilesOf(db, id),
    stages: await stagePeriodsOf(db, id),
    aliases: await aliasesOf(db, id),
    campuses: await campusesOf(db, scope, id, asOf),
    classes: classes.map(one => ({ ...one, name: className(one, year) })),
    unitNames: Object.fromEntries(units.map(unit => [unit.code, { name: unit.name, nameEn: unit.nameEn }])),
  }
}
