import type { Scope } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import { profileOn, visibleSchool } from '#app/features/schools/schools.queries.server.ts'
import type { Db, Stage, Tx } from '#db/tables.ts'
import { insertAll, newId } from '#db/write.server.ts'

export interface Placement {
  id: string
  schoolId: string
  sport: string
  stage: Stage
  role: 'leader' | 'member'
  validFrom: Day
  /** The last day on which it holds. */
  validTo: Day
  /** 文号 */
  document: string
}

/** A placement with the units of its school. */
export type FoundPlacement = Placement & { unitCode: string; countsUnitCode: string }

/** Every placement, ever, of the given schools. */
export async function placementsOfSchools(db: Db, schoolIds: readonly string[]): Promise<Placement[]> {
  if (schoolIds.length === 0) return []
  return selectPlacements(db)
    .where('pl.school_id', 'in', schoolIds)
    .orderBy('pl.valid_from')
    .orderBy('pl.sport_code')
    .orderBy('pl.stage')
    .execute()
}

/** A placement of a school that the scope sees on the day. */
export async function findPlacement(
  db: Db,
  scope: Scope,
  id: string,
  asOf: Day,
): Promise<FoundPlacement | undefined> {
  return selectPlacements(db)
    .innerJoin('school_profile as p', 'p.school_id', 'pl.school_id')
    .where('pl.id', '=', id)
    .where(profileOn(asOf))
    .where(visibleSchool(scope))
    .select(['p.unit_code as unitCode', 'p.counts_unit_code as countsUnitCode'])
    .executeTakeFirst()
}

/** The stages with the days on which schools run them, and their own days, for deciding whether a placement can stand. */
export async function stageDaysOf(
  db: Db,
  schoolIds: readonly string[],
): Promise<{ schoolId: string; stage: Stage; validFrom: Day; validTo: Day }[]> {
  if (schoolIds.length === 0) return []
  return db
    .selectFrom('school_stage')
    .where('school_id', 'in', schoolIds)
    .select(['school_id as schoolId', 'stage', 'valid_from as validFrom', 'valid_to as validTo'])
    .execute()
}

/** Throws a unique violation when the school has a placement of the sport and stage that begins on the same day. */
export async function insertPlacements(
  tx: Tx,
  placements: readonly Omit<Placement, 'id'>[],
): Promise<string[]> {
  const rows = placements.map(placement => ({
    id: newId(),
    school_id: placement.schoolId,
    sport_code: placement.sport,
    stage: placement.stage,
    role: placement.role,
    valid_from: placement.validFrom,
    valid_to: placement.validTo,
    document: placement.document,
  }))
  await insertAll(tx, 'program_placement', rows)
  return rows.map(row => row.id)
}

export async function updatePlacement(
  tx: Tx,
  id: string,
  change: { role?: 'leader' | 'member'; validTo?: Day; document?: string },
): Promise<void> {
  await tx
    .updateTable('program_placement')
    .set({
      ...(change.role !== undefined && { role: change.role }),
      ...(change.validTo !== undefined && { valid_to: change.validTo }),
      ...(change.document !== undefined && { document: change.document }),
    })
    .where('id', '=', id)
    .execute()
}

/** For placements that were never meant to be: those that end are updated. */
export async function deletePlacements(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await tx.deleteFrom('program_placement').where('id', 'in', ids).execute()
}

function selectPlacements(db: Db) {
  return db
    .selectFrom('program_placement as pl')
    .select([
      'pl.id as id',
      'pl.school_id as schoolId',
      'pl.sport_code as sport',
      'pl.stage as stage',
      'pl.role as role',
      'pl.valid_from as validFrom',
      'pl.valid_to as validTo',
      'pl.document as document',
    ])
}
