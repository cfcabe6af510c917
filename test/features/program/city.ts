import { samplePlacement } from '#db/samples.ts'
import type { Db, Stage } from '#db/tables.ts'
import { insertAll } from '#db/write.server.ts'
import { insertSchool } from '#test/support/school.ts'

type Given = Parameters<typeof insertSchool>[1]

let number = 1000

/** A school with placements, each as [sport, stage] with what matters of it. */
export async function insertPlaced(
  db: Db,
  given: NonNullable<Given>,
  placements: [string, Stage, Partial<Parameters<typeof samplePlacement>[0]>?][],
): Promise<{ id: string; classes: string[] }> {
  number += 1
  const code = given.code ?? `2132${String(number).padStart(6, '0')}`
  const school = await insertSchool(db, { name: `试验学校${number}`, ...given, code })
  await insertAll(
    db,
    'program_placement',
    placements.map(([sport, stage, more]) =>
      samplePlacement({ school_id: school.id, sport_code: sport, stage, ...more }),
    ),
  )
  return school
}

/** As many schools of a unit as the rule asks for, all with the sport. */
export async function insertMetSport(db: Db, unitCode: string, sport: string): Promise<void> {
  for (let count = 0; count < 6; count += 1) await insertPlaced(db, { unitCode }, [[sport, 'primary']])
  for (let count = 0; count < 2; count += 1)
    await insertPlaced(db, { unitCode, type: '311', stages: ['junior'] }, [[sport, 'junior']])
  await insertPlaced(db, { unitCode, type: '342', stages: ['senior'] }, [[sport, 'senior']])
}
