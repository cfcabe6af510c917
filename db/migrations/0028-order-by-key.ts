import type { Kysely } from 'kysely'
import { orderByKey } from '../dialect/dialect.ts'

/** What a city reports is always asked for by the beginning of its key; as one tree it is read and written faster. */
// biome-ignore lint/suspicious/noExplicitAny: a migration knows the schema of its own day only
export async function up(db: Kysely<any>): Promise<void> {
  for (const table of ['activity', 'class_day', 'sport_day']) await orderByKey(db, table)
}
