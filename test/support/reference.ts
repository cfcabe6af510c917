import type { Database, Db } from '#db/tables.ts'
import { insertAll } from '#db/write.server.ts'

/** What migrations put there and tests may rely on. */
export const referenceTables = [
  'unit',
  'unit_alias',
  'sport',
  'sport_alias',
  'term',
  'calendar_entry',
  'holiday_year',
  'program_rule',
  'activity_policy',
  'activity_kind',
  'designation_rule',
  'indicator_set',
  'indicator',
] as const satisfies readonly (keyof Database)[]

export interface Reference {
  /** Puts back what the migrations put there, where tests have changed it. */
  restore: () => Promise<void>
}

/** Holds what the migrations put into a new database. */
export async function keepReference(db: Db): Promise<Reference> {
  const kept = await Promise.all(referenceTables.map(async name => [name, await rowsOf(db, name)] as const))
  return {
    restore: async () => {
      for (const [name, rows] of kept) {
        if (textOf(await rowsOf(db, name)) === textOf(rows)) continue
        await db.deleteFrom(name).execute()
        await insertAll(db, name, rows)
      }
    },
  }
}

function rowsOf(db: Db, name: (typeof referenceTables)[number]) {
  return db.selectFrom(name).selectAll().execute()
}

function textOf(rows: readonly object[]): string {
  return rows
    .map(row => JSON.stringify(row))
    .sort()
    .join('\n')
}
