import { type Kysely, sql } from 'kysely'
import { createTable, createIndex as index } from '../dialect/dialect.ts'

const id = 'char(26)'
const day = 'char(10)'
const instant = 'varchar(23)'
const longText = sql`longtext`

// biome-ignore lint/suspicious/noExplicitAny: a migration knows the schema of its own day only
type Schema = Kysely<any>

export async function up(db: Schema): Promise<void> {
  await run(
    createTable(db, 'instructor')
      .addColumn('id', id, c => c.notNull().primaryKey())
      .addColumn('person_id', id, c => c.notNull())
      .addColumn('kind', 'varchar(30)', c => c.notNull())
      .addColumn('name', 'varchar(120)', c => c.notNull())
      .addColumn('namesake', 'integer', c => c.notNull())
      .addColumn('register_key', 'varchar(190)', c => c.notNull().unique())
      .addColumn('gender', 'varchar(1)', c => c.notNull())
      .addColumn('engagement', 'varchar(22)', c => c.notNull())
      .addColumn('unit_code', 'varchar(8)', c => c.notNull())
      .addColumn('school_id', id)
      .addColumn('title', 'varchar(60)', c => c.notNull())
      .addColumn('title_literal', 'varchar(60)', c => c.notNull())
      .addColumn('is_retired_athlete', 'integer', c => c.notNull())
      .addColumn('hours_week', 'integer')
      .addColumn('valid_from', day, c => c.notNull())
      .addColumn('valid_to', day, c => c.notNull())
      .addColumn('end_reason', 'varchar(400)', c => c.notNull())
      .addColumn('application_id', id, c => c.unique())
      .addColumn('created_at', instant, c => c.notNull()),
  )
  await index(db, 'instructor', 'instructor_unit_index', ['unit_code'])
  await index(db, 'instructor', 'instructor_school_index', ['school_id'])
  await index(db, 'instructor', 'instructor_person_index', ['person_id'])
  await run(
    createTable(db, 'instructor_sport')
      .addColumn('instructor_id', id, c => c.notNull())
      .addColumn('sport_code', 'varchar(30)', c => c.notNull())
      .addColumn('grade', 'varchar(12)', c => c.notNull())
      .addPrimaryKeyConstraint('instructor_sport_key', ['instructor_id', 'sport_code']),
  )
  await run(
    createTable(db, 'instructor_stage')
      .addColumn('instructor_id', id, c => c.notNull())
      .addColumn('stage', 'varchar(8)', c => c.notNull())
      .addPrimaryKeyConstraint('instructor_stage_key', ['instructor_id', 'stage']),
  )
  await run(
    createTable(db, 'entry_check')
      .addColumn('id', id, c => c.notNull().primaryKey())
      .addColumn('person_id', id, c => c.notNull())
      .addColumn('queried_on', day, c => c.notNull())
      .addColumn('unit_code', 'varchar(8)', c => c.notNull())
      .addColumn('result', 'varchar(16)', c => c.notNull())
      .addColumn('reference', 'varchar(60)', c => c.notNull())
      .addColumn('due_on', day, c => c.notNull())
      .addColumn('recorded_by', 'varchar(80)', c => c.notNull())
      .addColumn('recorded_at', instant, c => c.notNull()),
  )
  await index(db, 'entry_check', 'entry_check_person_index', ['person_id', 'queried_on'])
  await index(db, 'entry_check', 'entry_check_due_on_index', ['due_on'])
  await run(
    createTable(db, 'coach_placement')
      .addColumn('id', id, c => c.notNull().primaryKey())
      .addColumn('instructor_id', id, c => c.notNull())
      .addColumn('school_id', id, c => c.notNull())
      .addColumn('sport_code', 'varchar(30)', c => c.notNull())
      .addColumn('valid_from', day, c => c.notNull())
      .addColumn('valid_to', day, c => c.notNull())
      .addColumn('hours_week', 'integer', c => c.notNull())
      .addColumn('note', 'varchar(400)', c => c.notNull())
      .addColumn('end_reason', 'varchar(400)', c => c.notNull())
      .addColumn('renews', id)
      .addColumn('created_at', instant, c => c.notNull()),
  )
  await index(db, 'coach_placement', 'coach_placement_instructor_index', ['instructor_id'])
  await index(db, 'coach_placement', 'coach_placement_school_index', ['school_id', 'sport_code'])
  await run(
    createTable(db, 'coach_placement_stage')
      .addColumn('placement_id', id, c => c.notNull())
      .addColumn('stage', 'varchar(8)', c => c.notNull())
      .addPrimaryKeyConstraint('coach_placement_stage_key', ['placement_id', 'stage']),
  )
  await run(
    createTable(db, 'coach_hours')
      .addColumn('placement_id', id, c => c.notNull())
      .addColumn('weekday', 'integer', c => c.notNull())
      .addColumn('starts_at', 'varchar(5)', c => c.notNull())
      .addColumn('ends_at', 'varchar(5)', c => c.notNull())
      .addPrimaryKeyConstraint('coach_hours_key', ['placement_id', 'weekday', 'starts_at']),
  )
  await run(
    createTable(db, 'coach_training')
      .addColumn('id', id, c => c.notNull().primaryKey())
      .addColumn('person_id', id, c => c.notNull())
      .addColumn('kind', 'varchar(30)', c => c.notNull())
      .addColumn('due_on', day, c => c.notNull())
      .addColumn('done_on', day)
      .addColumn('note', 'varchar(400)', c => c.notNull()),
  )
  await index(db, 'coach_training', 'coach_training_person_index', ['person_id'])
  await run(
    createTable(db, 'coach_evaluation')
      .addColumn('placement_id', id, c => c.notNull())
      .addColumn('term_id', 'varchar(11)', c => c.notNull())
      .addColumn('logged_days', 'integer', c => c.notNull())
      .addColumn('logged_minutes', 'integer', c => c.notNull())
      .addColumn('rating', 'varchar(10)', c => c.notNull())
      .addColumn('opinion', longText, c => c.notNull())
      .addColumn('evaluated_by', 'varchar(80)', c => c.notNull())
      .addColumn('evaluated_at', instant, c => c.notNull())
      .addPrimaryKeyConstraint('coach_evaluation_key', ['placement_id', 'term_id']),
  )
}

async function run(table: { execute(): Promise<void> }): Promise<void> {
  await table.execute()
}
