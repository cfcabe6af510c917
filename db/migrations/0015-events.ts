import type { Kysely } from 'kysely'
import { createTable, createIndex as index } from '../dialect/dialect.ts'

/** Events that bring traditional sports into schools (notice item 8). */
// biome-ignore lint/suspicious/noExplicitAny: a migration knows the schema of its own day only
export async function up(db: Kysely<any>): Promise<void> {
  await createTable(db, 'campus_event')
    .addColumn('id', 'char(26)', c => c.notNull().primaryKey())
    .addColumn('school_id', 'char(26)', c => c.notNull())
    .addColumn('day', 'char(10)', c => c.notNull())
    .addColumn('sport_code', 'varchar(30)', c => c.notNull())
    .addColumn('title', 'varchar(80)', c => c.notNull())
    .addColumn('title_key', 'varchar(160)', c => c.notNull())
    .addColumn('classes', 'integer')
    .addColumn('participants', 'integer')
    .addColumn('note', 'varchar(200)', c => c.notNull())
    .addColumn('created_at', 'varchar(23)', c => c.notNull())
    .addUniqueConstraint('campus_event_once', ['school_id', 'day', 'sport_code', 'title_key'])
    .execute()
  await index(db, 'campus_event', 'campus_event_day_index', ['day'])
}
