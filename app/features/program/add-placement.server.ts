import type { Scope } from '#app/auth/scope.ts'
import { type Day, openEnd } from '#app/calendar-day.ts'
import { recordAudit } from '#app/features/audit/record-audit.server.ts'
import { overlaps } from '#app/features/schools/dated.rule.ts'
import { findSchool, type SchoolRow } from '#app/features/schools/schools.queries.server.ts'
import { findSport } from '#app/features/sports/sports.queries.server.ts'
import type { Db } from '#db/tables.ts'
import { inTransaction, isUniqueViolation, lockRow } from '#db/write.server.ts'
import { mayPlaceAt } from './placement-permission.rule.ts'
import {
  insertPlacements,
  type Placement,
  placementsOfSchools,
  stageDaysOf,
} from './placements.queries.server.ts'

export type AddRefusal =
  | 'school-unknown'
  | 'not-allowed'
  | 'sport-unknown'
  | 'ends-before-start'
  | 'school-not-open'
  | 'stage-not-run'
  | 'overlaps'

export interface NewPlacement extends Omit<Placement, 'id' | 'validTo'> {
  /** The last day on which it holds; null for open-ended. */
  validTo: Day | null
}

/** Places a sport at a school for one of its stages, from a day on. One sport, school and stage never stand twice at once. */
export async function addPlacement(
  db: Db,
  scope: Scope,
  by: { id: string | null; name: string },
  input: NewPlacement & { today: Day },
): Promise<{ ok: true; id: string } | { ok: false; refusal: AddRefusal }> {
  const { today, ...given } = input
  const placement = { ...given, validTo: given.validTo ?? openEnd }
  const school = await findSchool(db, scope, placement.schoolId, today)
  if (school === undefined) return { ok: false, refusal: 'school-unknown' }
  const refusal = await refusalOf(db, scope, school, placement)
  if (refusal !== null) return { ok: false, refusal }
  try {
    return await inTransaction(db, async tx => {
      // Two people place the same sport at once: whoever holds the school first decides.
      await lockRow(tx, 'school', school.id)
      const standing = await placementsOfSchools(tx, [school.id])
      if (standing.some(other => isSame(other, placement) && overlaps(other, placement)))
        return { ok: false, refusal: 'overlaps' }
      const [id = ''] = await insertPlacements(tx, [placement])
      await recordAudit(tx, by, {
        action: 'placement.add',
        subjectKind: 'placement',
        subjectId: id,
        unitCode: school.countsUnitCode,
        schoolId: school.id,
        detail: { ...placement },
      })
      return { ok: true, id }
    })
  } catch (error) {
    if (isUniqueViolation(error)) return { ok: false, refusal: 'overlaps' }
    throw error
  }
}

async function refusalOf(
  db: Db,
  scope: Scope,
  school: SchoolRow,
  placement: Omit<Placement, 'id'>,
): Promise<AddRefusal | null> {
  const { validFrom, validTo, stage } = placement
  if (!mayPlaceAt(scope, school)) return 'not-allowed'
  if ((await findSport(db, placement.sport)) === undefined) return 'sport-unknown'
  if (validTo < validFrom) return 'ends-before-start'
  if (validFrom < school.openedOn || validFrom >= school.closedOn) return 'school-not-open'
  const stages = await stageDaysOf(db, [school.id])
  const runs = stages.some(
    one => one.stage === stage && one.validFrom <= validFrom && validFrom <= one.validTo,
  )
  return runs ? null : 'stage-not-run'
}

function isSame(one: Omit<Placement, 'id'>, other: Omit<Placement, 'id'>): boolean {
  return one.schoolId === other.schoolId && one.sport === other.sport && one.stage === other.stage
}
