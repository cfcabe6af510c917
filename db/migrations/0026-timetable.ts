import type { Kysely } from 'kysely'
import { createTable, createIndex as index } from '../dialect/dialect.ts'

const id = 'char(26)'
const day = 'char(10)'

/** What classes have planned for each week, with the days from which and until which it holds. */
// biome-ignore lint/suspicious/noExplicitAny: a migration knows the schema of its own day only
export async function up(db: Kysely<any>): Promise<void> {
  await createTable(db, 'timetable_entry')
    .addColumn('id', id, c => c.notNull().primaryKey())
    .addColumn('school_id', id, c => c.notNull())
    .addColumn('class_id', id, c => c.notNull())
    .addColumn('weekday', 'integer', c => c.notNull())
    .addColumn('kind', 'varchar(24)', c => c.notNull())
    .addColumn('starts_at', 'varchar(5)', c => c.notNull())
    .addColumn('minutes', 'integer', c => c.notNull())
    .addColumn('sport_code', 'varchar(30)')
    .addColumn('valid_from', day, c => c.notNull())
    .addColumn('valid_to', day, c => c.notNull())
    .addUniqueConstraint('timetable_entry_once', ['class_id', 'weekday', 'kind', 'starts_at', 'valid_from'])
    .execute()
  await index(db, 'timetable_entry', 'timetable_entry_school_index', ['school_id', 'valid_from'])
}
