import { type Kysely, sql } from 'kysely'
import { createTable, createIndex as index } from '../dialect/dialect.ts'

const id = 'char(26)'
const day = 'char(10)'
const instant = 'varchar(23)'
const hours = 'varchar(120)'
const longText = sql`longtext`

/** Sports venues of schools that are open to the public, and the lists of them that units publish year by year. */
// biome-ignore lint/suspicious/noExplicitAny: a migration knows the schema of its own day only
export async function up(db: Kysely<any>): Promise<void> {
  await createTable(db, 'venue')
    .addColumn('id', id, c => c.notNull().primaryKey())
    .addColumn('school_id', id, c => c.notNull())
    .addColumn('name', 'varchar(60)', c => c.notNull())
    .addColumn('name_key', 'varchar(120)', c => c.notNull())
    .addColumn('kind', 'varchar(12)', c => c.notNull())
    .addColumn('weekday_hours', hours, c => c.notNull())
    .addColumn('weekend_hours', hours, c => c.notNull())
    .addColumn('holiday_hours', hours, c => c.notNull())
    .addColumn('fee', 'varchar(60)', c => c.notNull())
    .addColumn('contact', 'varchar(60)', c => c.notNull())
    .addColumn('note', 'varchar(200)', c => c.notNull())
    .addColumn('valid_from', day, c => c.notNull())
    .addColumn('valid_to', day, c => c.notNull())
    .addColumn('created_at', instant, c => c.notNull())
    .addUniqueConstraint('venue_once', ['school_id', 'name_key', 'valid_from'])
    .execute()
  await createTable(db, 'venue_list')
    .addColumn('id', id, c => c.notNull().primaryKey())
    .addColumn('unit_code', 'varchar(8)', c => c.notNull())
    .addColumn('year', 'integer', c => c.notNull())
    .addColumn('as_of', day, c => c.notNull())
    .addColumn('document', 'varchar(80)', c => c.notNull())
    .addColumn('published_at', instant, c => c.notNull())
    .addColumn('published_by', 'varchar(80)', c => c.notNull())
    .addColumn('lines', longText, c => c.notNull())
    .execute()
  await index(db, 'venue_list', 'venue_list_index', ['year', 'unit_code'])
}
