import type { Kysely } from 'kysely'
import { dropIndex } from '../dialect/dialect.ts'

/** Class-days are asked for by their school, which their key serves; the index by day cost half of writing them. */
// biome-ignore lint/suspicious/noExplicitAny: a migration knows the schema of its own day only
export async function up(db: Kysely<any>): Promise<void> {
  await dropIndex(db, 'class_day', 'class_day_day')
}
