import { addDays, type Day, openEnd, schoolYearOf } from '#app/calendar-day.ts'
import { sampleClass, sampleProfile, sampleSchool, sampleStage } from '#db/samples.ts'
import type { Tx } from '#db/tables.ts'
import { aliasKey, insertAll } from '#db/write.server.ts'
import type { DemoClass } from './classes.ts'
import { demoIds } from './demo-id.ts'
import type { DemoSchool } from './schools.ts'

/** Schools with their profiles, codes, stages, aliases and classes. */
export async function insertRegistry(
  tx: Tx,
  schools: readonly DemoSchool[],
  classes: readonly DemoClass[],
  today: Day,
): Promise<void> {
  const pupils = pupilsBySchool(classes)
  await insertAll(
    tx,
    'school',
    schools.map(school =>
      sampleSchool({
        id: school.id,
        parent_id: school.parentId,
        campus_name: school.campusName,
        pupils: pupils.get(school.id) ?? null,
        address: school.address,
        longitude: school.longitude,
        latitude: school.latitude,
        opened_on: school.openedOn,
        closed_on: school.closedOn,
      }),
    ),
  )
  await insertAll(tx, 'school_profile', profilesOf(schools, today))
  const codes = schools.flatMap(({ id, code }) => (code === null ? [] : [{ code, school_id: id }]))
  await insertAll(tx, 'school_code', codes)
  const stages = schools.flatMap(({ id, stages, openedOn }) =>
    stages.map(stage => sampleStage({ school_id: id, stage, valid_from: openedOn })),
  )
  await insertAll(tx, 'school_stage', stages)
  const aliases = schools.flatMap(school =>
    [...school.absorbed, ...(school.formerName === null ? [] : [school.formerName])].map(alias => ({
      school_id: school.id,
      alias_key: aliasKey(alias),
      alias,
    })),
  )
  await insertAll(tx, 'school_alias', aliases)
  await insertAll(tx, 'school_class', classes.map(classRow))
}

function profilesOf(schools: readonly DemoSchool[], today: Day) {
  const nextId = demoIds('N')
  const renamedOn = `${schoolYearOf(today)}-09-01`
  return schools.flatMap(school => {
    const profile = (name: string, from: Day, to: Day) =>
      sampleProfile({
        id: nextId(),
        school_id: school.id,
        valid_from: from,
        valid_to: to,
        code: school.code,
        name,
        short_name: school.shortName,
        type: school.type,
        unit_code: school.unitCode,
        counts_unit_code: school.countsUnitCode,
      })
    return school.formerName === null
      ? [profile(school.name, school.openedOn, openEnd)]
      : [
          profile(school.formerName, school.openedOn, addDays(renamedOn, -1)),
          profile(school.name, renamedOn, openEnd),
        ]
  })
}

function classRow(one: DemoClass) {
  return sampleClass({
    id: one.id,
    school_id: one.schoolId,
    stage: one.stage,
    entry_year: one.entryYear,
    class_no: one.classNo,
    pupils: one.pupils,
    valid_from: one.validFrom,
    valid_to: one.validTo,
  })
}

function pupilsBySchool(classes: readonly DemoClass[]): Map<string, number> {
  const pupils = new Map<string, number>()
  for (const { schoolId, pupils: count, validTo } of classes) {
    if (validTo === openEnd) pupils.set(schoolId, (pupils.get(schoolId) ?? 0) + count)
  }
  return pupils
}
