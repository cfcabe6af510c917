import type { Kysely } from 'kysely'
import { addColumn, createTable } from '../dialect/dialect.ts'

// biome-ignore lint/suspicious/noExplicitAny: a migration knows the schema of its own day only
type Schema = Kysely<any>

/** Files too long for one request: the work that reads and commits them, and how many rows of each verdict a part holds. */
export async function up(db: Schema): Promise<void> {
  for (const column of ['rows_new', 'rows_changed', 'rows_unchanged'])
    await addColumn(db, 'import_part', column, 'integer')
  await addColumn(db, 'import_run', 'in_pieces', 'integer')
  await createTable(db, 'import_work')
    .addColumn('import_id', 'char(26)', c => c.notNull().primaryKey())
    .addColumn('task', 'varchar(10)', c => c.notNull())
    .addColumn('request', 'text', c => c.notNull())
    .addColumn('state', 'varchar(10)', c => c.notNull())
    .addColumn('done', 'integer', c => c.notNull())
    .addColumn('of_rows', 'integer')
    .addColumn('attempts', 'integer', c => c.notNull())
    .addColumn('lease_until', 'varchar(23)')
    .addColumn('started_at', 'varchar(23)')
    .addColumn('error', 'varchar(400)', c => c.notNull())
    .addColumn('created_at', 'varchar(23)', c => c.notNull())
    .execute()
}
