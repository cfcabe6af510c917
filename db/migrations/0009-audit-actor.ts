import type { Kysely } from 'kysely'
import { createIndex } from '../dialect/dialect.ts'

/** Whoever's profile has had its time is known by what their account did last: the audit is asked by its actor. */
// biome-ignore lint/suspicious/noExplicitAny: a migration knows the schema of its own day only
export async function up(db: Kysely<any>): Promise<void> {
  await createIndex(db, 'audit', 'audit_actor_index', ['actor_id', 'at'])
}
