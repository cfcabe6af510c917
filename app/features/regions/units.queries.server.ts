import type { Scope } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import type { Db, Tx } from '#db/tables.ts'
import { aliasKey } from '#db/write.server.ts'

export interface UnitRow {
  code: string
  name: string
  shortName: string
  nameEn: string
  kind: 'county' | 'zone' | 'city_direct'
  /** The days on which the unit carries 5621; both null where it never did. */
  obligedFrom: Day | null
  obligedTo: Day | null
}

/** All units in code order, counties and districts first. */
export async function listUnits(db: Db): Promise<UnitRow[]> {
  return selectUnits(db).orderBy('position').execute()
}

/** The units whose figures somebody may see: the city all, a unit officer its own, others none. */
export async function listVisibleUnits(db: Db, scope: Scope): Promise<UnitRow[]> {
  if (scope.kind === 'city') return listUnits(db)
  if (scope.kind !== 'unit') return []
  return selectUnits(db).where('code', '=', scope.unitCode).execute()
}

export async function findUnit(db: Db, code: string): Promise<UnitRow | undefined> {
  return selectUnits(db).where('code', '=', code).executeTakeFirst()
}

/** The unit that a code, a name, a short name or a former name means. */
export async function resolveUnit(db: Db, text: string): Promise<UnitRow | undefined> {
  return selectUnits(db)
    .where('code', '=', eb =>
      eb.selectFrom('unit_alias').select('unit_code').where('alias_key', '=', aliasKey(text)),
    )
    .executeTakeFirst()
}

export async function updateObligation(
  tx: Tx,
  code: string,
  days: { obligedFrom: Day | null; obligedTo: Day | null },
): Promise<void> {
  await tx
    .updateTable('unit')
    .set({ obliged_from: days.obligedFrom, obliged_to: days.obligedTo })
    .where('code', '=', code)
    .execute()
}

function selectUnits(db: Db) {
  return db
    .selectFrom('unit')
    .select([
      'code',
      'name',
      'short_name as shortName',
      'name_en as nameEn',
      'kind',
      'obliged_from as obligedFrom',
      'obliged_to as obligedTo',
    ])
}
