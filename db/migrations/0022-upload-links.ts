import type { Kysely } from 'kysely'
import { createTable, createIndex as index } from '../dialect/dialect.ts'

const id = 'char(26)'
const day = 'char(10)'
const instant = 'varchar(23)'
const digest = 'char(64)'

/** Links through which a teacher without an account uploads for a school. */
// biome-ignore lint/suspicious/noExplicitAny: a migration knows the schema of its own day only
export async function up(db: Kysely<any>): Promise<void> {
  await createTable(db, 'upload_link')
    .addColumn('id', id, c => c.notNull().primaryKey())
    .addColumn('school_id', id, c => c.notNull())
    .addColumn('sheet', 'varchar(30)', c => c.notNull())
    .addColumn('first_day', day, c => c.notNull())
    .addColumn('last_day', day, c => c.notNull())
    .addColumn('label', 'varchar(40)', c => c.notNull())
    .addColumn('confirms', 'varchar(10)', c => c.notNull())
    .addColumn('digest', digest, c => c.notNull())
    .addColumn('uses_allowed', 'integer', c => c.notNull())
    .addColumn('uses', 'integer', c => c.notNull())
    .addColumn('created_by', 'varchar(80)', c => c.notNull())
    .addColumn('created_at', instant, c => c.notNull())
    .addColumn('expires_at', instant, c => c.notNull())
    .addColumn('revoked_at', instant)
    .addColumn('revoked_by', 'varchar(80)', c => c.notNull())
    .execute()
  await index(db, 'upload_link', 'upload_link_school_index', ['school_id', 'created_at'])
  await createTable(db, 'upload_link_file')
    .addColumn('import_id', id, c => c.notNull().primaryKey())
    .addColumn('link_id', id, c => c.notNull())
    .addColumn('uploaded_at', instant, c => c.notNull())
    .addColumn('handed_in_at', instant)
    .execute()
  await index(db, 'upload_link_file', 'upload_link_file_link_index', ['link_id'])
  await createTable(db, 'upload_link_attempt')
    .addColumn('id', id, c => c.notNull().primaryKey())
    .addColumn('kind', 'varchar(10)', c => c.notNull())
    .addColumn('link_id', id)
    .addColumn('client_lookup', digest, c => c.notNull())
    .addColumn('at', instant, c => c.notNull())
    .execute()
  await index(db, 'upload_link_attempt', 'upload_link_attempt_link_index', ['link_id', 'kind', 'at'])
  await index(db, 'upload_link_attempt', 'upload_link_attempt_client_index', ['client_lookup', 'kind', 'at'])
  await index(db, 'upload_link_attempt', 'upload_link_attempt_at_index', ['at'])
}
