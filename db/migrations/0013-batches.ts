import type { Kysely } from 'kysely'
import { createTable } from '../dialect/dialect.ts'

const id = 'char(26)'
const day = 'char(10)'
const instant = 'varchar(23)'

/** The batches in which schools apply for a title, and how many each unit may recommend. */
// biome-ignore lint/suspicious/noExplicitAny: a migration knows the schema of its own day only
export async function up(db: Kysely<any>): Promise<void> {
  await createTable(db, 'designation_batch')
    .addColumn('id', id, c => c.notNull().primaryKey())
    .addColumn('name', 'varchar(80)', c => c.notNull().unique())
    .addColumn('level', 'varchar(10)', c => c.notNull())
    .addColumn('organisers', 'varchar(200)', c => c.notNull())
    .addColumn('document', 'varchar(80)', c => c.notNull())
    .addColumn('set_id', id, c => c.notNull())
    .addColumn('opens_at', instant, c => c.notNull())
    .addColumn('closes_at', instant, c => c.notNull())
    .addColumn('most_sports', 'integer', c => c.notNull())
    .addColumn('valid_from', day, c => c.notNull())
    .addColumn('valid_to', day, c => c.notNull())
    .addColumn('publicity_days', 'integer', c => c.notNull())
    .addColumn('announced_at', instant)
    .addColumn('created_at', instant, c => c.notNull())
    .execute()
  await createTable(db, 'designation_quota')
    .addColumn('batch_id', id, c => c.notNull())
    .addColumn('unit_code', 'varchar(8)', c => c.notNull())
    .addColumn('quota', 'integer', c => c.notNull())
    .addPrimaryKeyConstraint('designation_quota_key', ['batch_id', 'unit_code'])
    .execute()
}
