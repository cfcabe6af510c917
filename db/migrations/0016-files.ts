import type { Kysely } from 'kysely'
import { addColumn, createTable, createIndex as index } from '../dialect/dialect.ts'

const id = 'char(26)'
const instant = 'varchar(23)'

/** Files on the disk that somebody handed in, and why a venue is no longer open. */
// biome-ignore lint/suspicious/noExplicitAny: a migration knows the schema of its own day only
export async function up(db: Kysely<any>): Promise<void> {
  await createTable(db, 'stored_file')
    .addColumn('id', id, c => c.notNull().primaryKey())
    .addColumn('owner_kind', 'varchar(30)', c => c.notNull())
    .addColumn('owner_id', id, c => c.notNull())
    .addColumn('name', 'varchar(200)', c => c.notNull())
    .addColumn('description', 'varchar(200)', c => c.notNull())
    .addColumn('media_type', 'varchar(40)', c => c.notNull())
    .addColumn('bytes', 'integer', c => c.notNull())
    .addColumn('sha256', 'char(64)', c => c.notNull())
    .addColumn('added_by', id)
    .addColumn('added_at', instant, c => c.notNull())
    .addColumn('scanned_at', instant)
    .execute()
  await index(db, 'stored_file', 'stored_file_owner_index', ['owner_kind', 'owner_id'])
  await addColumn(db, 'venue', 'closed_because', 'varchar(200)')
}
