import type { Db } from '#db/tables.ts'

export interface UnitNames {
  code: string
  name: string
  shortName: string
  nameEn: string
  /** Every key (aliasKey) under which files name the unit. */
  keys: string[]
}

/** All units with every name they go by, in code order. */
export async function listUnitNames(db: Db): Promise<UnitNames[]> {
  const units = await db
    .selectFrom('unit')
    .select(['code', 'name', 'short_name as shortName', 'name_en as nameEn'])
    .orderBy('position')
    .execute()
  const aliases = await db
    .selectFrom('unit_alias')
    .select(['unit_code as code', 'alias_key as key'])
    .execute()
  return units.map(unit => ({
    ...unit,
    keys: aliases.filter(alias => alias.code === unit.code).map(alias => alias.key),
  }))
}
