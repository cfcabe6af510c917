import { sampleClass, sampleProfile, sampleSchool, sampleStage } from '#db/samples.ts'
import type { Db, Stage } from '#db/tables.ts'
import { insertAll } from '#db/write.server.ts'

interface SchoolGiven {
  code?: string
  name?: string
  type?: string
  unitCode?: string
  countsUnitCode?: string
  stages?: Stage[]
  openedOn?: string
  closedOn?: string
  /** Classes as [stage, entry year, number]. */
  classes?: [Stage, number, number][]
}

/** A school with its profile, code, stages and classes; answers its id and the ids of its classes in order. */
export async function insertSchool(
  db: Db,
  given: SchoolGiven = {},
): Promise<{ id: string; classes: string[] }> {
  const school = sampleSchool({
    ...(given.openedOn !== undefined && { opened_on: given.openedOn }),
    ...(given.closedOn !== undefined && { closed_on: given.closedOn }),
  })
  const profile = sampleProfile({
    school_id: school.id,
    code: given.code ?? '2132000001',
    name: given.name ?? '东海县试验小学',
    type: given.type ?? '211',
    unit_code: given.unitCode ?? '320722',
    counts_unit_code: given.countsUnitCode ?? given.unitCode ?? '320722',
  })
  const classes = (given.classes ?? []).map(([stage, entryYear, number]) =>
    sampleClass({ school_id: school.id, stage, entry_year: entryYear, class_no: number }),
  )
  await insertAll(db, 'school', [school])
  await insertAll(db, 'school_profile', [profile])
  await insertAll(db, 'school_code', [{ code: profile.code ?? '', school_id: school.id }])
  await insertAll(
    db,
    'school_stage',
    (given.stages ?? ['primary']).map(stage => sampleStage({ school_id: school.id, stage })),
  )
  await insertAll(db, 'school_class', classes)
  return { id: school.id, classes: classes.map(one => one.id) }
}
