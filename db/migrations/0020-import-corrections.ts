import type { Kysely } from 'kysely'
import { addColumn, createIndex, createTable } from '../dialect/dialect.ts'

const id = 'char(26)'

/** Previews that are worked in: what people answered to their problems, and which preview of a file is open. */
// biome-ignore lint/suspicious/noExplicitAny: a migration knows the schema of its own day only
export async function up(db: Kysely<any>): Promise<void> {
  await createTable(db, 'import_correction')
    .addColumn('import_id', id, c => c.notNull())
    .addColumn('position', 'integer', c => c.notNull())
    .addColumn('sheet', 'varchar(255)', c => c.notNull())
    .addColumn('place', 'varchar(12)', c => c.notNull())
    .addColumn('action', 'varchar(8)', c => c.notNull())
    .addColumn('value', 'varchar(500)', c => c.notNull())
    .addColumn('raw', 'varchar(500)', c => c.notNull())
    .addColumn('header', 'varchar(80)', c => c.notNull())
    .addColumn('account_id', id)
    .addColumn('actor', 'varchar(80)', c => c.notNull())
    .addColumn('at', 'varchar(23)', c => c.notNull())
    .addPrimaryKeyConstraint('import_correction_key', ['import_id', 'position'])
    .execute()
  await createTable(db, 'import_open')
    .addColumn('open_key', 'char(64)', c => c.notNull().primaryKey())
    .addColumn('import_id', id, c => c.notNull())
    .execute()
  await createIndex(db, 'import_open', 'import_open_import', ['import_id'])
  await addColumn(db, 'import_run', 'for_school_id', id)
  await createIndex(db, 'import_run', 'import_run_hash', ['file_hash'])
}
