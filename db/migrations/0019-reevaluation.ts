import type { Kysely } from 'kysely'
import { createTable, createIndex as index } from '../dialect/dialect.ts'

const id = 'char(26)'
const day = 'char(10)'
const instant = 'varchar(23)'
const words = 'varchar(1000)'

// biome-ignore lint/suspicious/noExplicitAny: a migration knows the schema of its own day only
type Schema = Kysely<any>

/** The life of a title after it was named: yearly reports, re-evaluations, and transfers to another school. */
export async function up(db: Schema): Promise<void> {
  await createTable(db, 'title_report')
    .addColumn('id', id, c => c.notNull().primaryKey())
    .addColumn('designation_id', id, c => c.notNull())
    .addColumn('school_year', 'integer', c => c.notNull())
    .addColumn('state', 'varchar(10)', c => c.notNull())
    .addColumn('training', words, c => c.notNull())
    .addColumn('competitions', words, c => c.notNull())
    .addColumn('participation', words, c => c.notNull())
    .addColumn('problems', words, c => c.notNull())
    .addColumn('plan', words, c => c.notNull())
    .addColumn('logged_days', 'integer')
    .addColumn('team_days', 'integer')
    .addColumn('figure_window', 'integer')
    .addColumn('figures_on', day)
    .addColumn('submitted_at', instant)
    .addColumn('submitted_by', 'varchar(80)', c => c.notNull())
    .addColumn('decided_at', instant)
    .addColumn('decided_by', 'varchar(80)', c => c.notNull())
    .addColumn('opinion', 'varchar(400)', c => c.notNull())
    .addColumn('updated_at', instant, c => c.notNull())
    .addUniqueConstraint('title_report_once', ['designation_id', 'school_year'])
    .execute()
  await createTable(db, 'title_reevaluation')
    .addColumn('id', id, c => c.notNull().primaryKey())
    .addColumn('designation_id', id, c => c.notNull())
    .addColumn('position', 'integer', c => c.notNull())
    .addColumn('state', 'varchar(10)', c => c.notNull())
    .addColumn('score', 'integer')
    .addColumn('findings', words, c => c.notNull())
    .addColumn('spot_checked', 'integer', c => c.notNull())
    .addColumn('opened_at', instant, c => c.notNull())
    .addColumn('opened_by', 'varchar(80)', c => c.notNull())
    .addColumn('decided_at', instant)
    .addColumn('decided_by', 'varchar(80)', c => c.notNull())
    .addColumn('reason', 'varchar(400)', c => c.notNull())
    .addColumn('document', 'varchar(80)', c => c.notNull())
    .addColumn('successor_id', id)
    .addColumn('updated_at', instant, c => c.notNull())
    .addUniqueConstraint('title_reevaluation_once', ['designation_id', 'position'])
    .execute()
  await createTable(db, 'title_transfer')
    .addColumn('designation_id', id, c => c.notNull().primaryKey())
    .addColumn('successor_id', id, c => c.notNull())
    .addColumn('from_day', day, c => c.notNull())
    .addColumn('decided_at', instant, c => c.notNull())
    .addColumn('decided_by', 'varchar(80)', c => c.notNull())
    .execute()
  await index(db, 'title_transfer', 'title_transfer_successor_index', ['successor_id'])
}
