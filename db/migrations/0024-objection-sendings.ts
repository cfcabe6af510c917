import type { Kysely } from 'kysely'
import { createTable, createIndex as index } from '../dialect/dialect.ts'

/** How many objections a network address sent within the hour. */
// biome-ignore lint/suspicious/noExplicitAny: a migration knows the schema of its own day only
export async function up(db: Kysely<any>): Promise<void> {
  await createTable(db, 'objection_sending')
    .addColumn('id', 'char(26)', c => c.notNull().primaryKey())
    .addColumn('client_lookup', 'varchar(64)', c => c.notNull())
    .addColumn('sent_at', 'varchar(23)', c => c.notNull())
    .execute()
  await index(db, 'objection_sending', 'objection_sending_client_index', ['client_lookup', 'sent_at'])
}
