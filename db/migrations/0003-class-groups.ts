import type { Kysely } from 'kysely'
import { createIndex } from '../dialect/dialect.ts'

/** Counting the classes that entered together reads this index alone, in its order. */
// biome-ignore lint/suspicious/noExplicitAny: a migration knows the schema of its own day only
export async function up(db: Kysely<any>): Promise<void> {
  const columns = ['school_id', 'stage', 'entry_year', 'valid_from', 'valid_to']
  await createIndex(db, 'school_class', 'school_class_group', columns)
}
