import { type Kysely, sql } from 'kysely'
import { createTable, createIndex as index } from '../dialect/dialect.ts'

const id = 'char(26)'
const day = 'char(10)'
const instant = 'varchar(23)'
const longText = sql`longtext`

// biome-ignore lint/suspicious/noExplicitAny: a migration knows the schema of its own day only
type Schema = Kysely<any>

export async function up(db: Schema): Promise<void> {
  await posts(db)
  await applications(db)
}

async function posts(db: Schema): Promise<void> {
  await run(
    createTable(db, 'coach_round')
      .addColumn('id', id, c => c.notNull().primaryKey())
      .addColumn('unit_code', 'varchar(8)', c => c.notNull())
      .addColumn('name', 'varchar(120)', c => c.notNull())
      .addColumn('document', 'varchar(120)', c => c.notNull())
      .addColumn('opens_at', instant, c => c.notNull())
      .addColumn('closes_at', instant, c => c.notNull())
      .addColumn('one_post_each', 'integer', c => c.notNull())
      .addColumn('ended_at', instant)
      .addColumn('created_at', instant, c => c.notNull())
      .addUniqueConstraint('coach_round_name', ['unit_code', 'name']),
  )
  await index(db, 'coach_round', 'coach_round_window_index', ['closes_at', 'opens_at'])
  await run(
    createTable(db, 'coach_post')
      .addColumn('id', id, c => c.notNull().primaryKey())
      .addColumn('round_id', id, c => c.notNull())
      .addColumn('unit_code', 'varchar(8)', c => c.notNull())
      .addColumn('school_id', id)
      .addColumn('number', 'varchar(40)', c => c.notNull().unique())
      .addColumn('title', 'varchar(60)', c => c.notNull())
      .addColumn('sport_code', 'varchar(30)', c => c.notNull())
      .addColumn('engagement', 'varchar(22)', c => c.notNull())
      .addColumn('hours_week', 'integer', c => c.notNull())
      .addColumn('quota', 'integer', c => c.notNull())
      .addColumn('least_grade', 'varchar(12)', c => c.notNull())
      .addColumn('result_instead', 'varchar(16)', c => c.notNull())
      .addColumn('least_education', 'varchar(12)', c => c.notNull())
      .addColumn('most_age', 'integer')
      .addColumn('certificate', 'varchar(18)', c => c.notNull())
      .addColumn('least_experience', 'integer', c => c.notNull())
      .addColumn('reserved_for_retired', 'integer', c => c.notNull())
      .addColumn('written_weight', 'integer', c => c.notNull())
      .addColumn('skill_weight', 'integer', c => c.notNull())
      .addColumn('written_pass', 'integer')
      .addColumn('skill_pass', 'integer')
      .addColumn('short_list_ratio', 'integer', c => c.notNull())
      .addColumn('probation_months', 'integer', c => c.notNull())
      .addColumn('term_months', 'integer')
      .addColumn('pay', 'varchar(120)', c => c.notNull())
      .addColumn('duties', longText, c => c.notNull())
      .addColumn('contact', 'varchar(200)', c => c.notNull())
      .addColumn('status', 'varchar(12)', c => c.notNull())
      .addColumn('status_reason', 'varchar(400)', c => c.notNull())
      .addColumn('published_at', instant)
      .addColumn('scores_published_at', instant)
      .addColumn('publicity_from', day)
      .addColumn('publicity_to', day)
      .addColumn('created_by', 'varchar(80)', c => c.notNull())
      .addColumn('created_at', instant, c => c.notNull())
      .addColumn('updated_at', instant, c => c.notNull()),
  )
  await index(db, 'coach_post', 'coach_post_round_index', ['round_id', 'status', 'number'])
  await index(db, 'coach_post', 'coach_post_unit_index', ['unit_code', 'status'])
  await index(db, 'coach_post', 'coach_post_school_index', ['school_id'])
  await run(
    createTable(db, 'coach_post_stage')
      .addColumn('post_id', id, c => c.notNull())
      .addColumn('stage', 'varchar(8)', c => c.notNull())
      .addPrimaryKeyConstraint('coach_post_stage_key', ['post_id', 'stage']),
  )
  await run(
    createTable(db, 'coach_post_school')
      .addColumn('post_id', id, c => c.notNull())
      .addColumn('school_id', id, c => c.notNull())
      .addPrimaryKeyConstraint('coach_post_school_key', ['post_id', 'school_id']),
  )
  await index(db, 'coach_post_school', 'coach_post_school_school_index', ['school_id'])
}

async function applications(db: Schema): Promise<void> {
  await run(
    createTable(db, 'application')
      .addColumn('id', id, c => c.notNull().primaryKey())
      .addColumn('number', 'varchar(40)', c => c.notNull().unique())
      .addColumn('post_id', id, c => c.notNull())
      .addColumn('round_id', id, c => c.notNull())
      .addColumn('applicant_id', id, c => c.notNull())
      .addColumn('slot', id, c => c.notNull())
      .addColumn('state', 'varchar(14)', c => c.notNull())
      .addColumn('state_at', instant, c => c.notNull())
      .addColumn('statement', longText, c => c.notNull())
      .addColumn('eligibility', longText, c => c.notNull())
      .addColumn('submitted_at', instant)
      .addColumn('rank', 'integer')
      .addColumn('created_at', instant, c => c.notNull())
      .addUniqueConstraint('application_slot', ['applicant_id', 'slot']),
  )
  await index(db, 'application', 'application_post_index', ['post_id', 'state'])
  await index(db, 'application', 'application_applicant_index', ['applicant_id', 'round_id'])
  await index(db, 'application', 'application_round_index', ['round_id'])
  await run(
    createTable(db, 'application_step')
      .addColumn('application_id', id, c => c.notNull())
      .addColumn('position', 'integer', c => c.notNull())
      .addColumn('from_state', 'varchar(14)', c => c.notNull())
      .addColumn('to_state', 'varchar(14)', c => c.notNull())
      .addColumn('action', 'varchar(30)', c => c.notNull())
      .addColumn('actor', 'varchar(80)', c => c.notNull())
      .addColumn('actor_id', id)
      .addColumn('at', instant, c => c.notNull())
      .addColumn('reason', 'varchar(400)', c => c.notNull())
      .addPrimaryKeyConstraint('application_step_key', ['application_id', 'position']),
  )
  await run(
    createTable(db, 'application_score')
      .addColumn('application_id', id, c => c.notNull())
      .addColumn('component', 'varchar(8)', c => c.notNull())
      .addColumn('score', 'integer')
      .addColumn('entered_by', 'varchar(80)', c => c.notNull())
      .addColumn('entered_at', instant, c => c.notNull())
      .addPrimaryKeyConstraint('application_score_key', ['application_id', 'component']),
  )
  await run(
    createTable(db, 'interview_slot')
      .addColumn('id', id, c => c.notNull().primaryKey())
      .addColumn('post_id', id, c => c.notNull())
      .addColumn('panel', 'varchar(60)', c => c.notNull())
      .addColumn('place', 'varchar(120)', c => c.notNull())
      .addColumn('starts_at', instant, c => c.notNull())
      .addColumn('ends_at', instant, c => c.notNull())
      .addColumn('application_id', id)
      .addUniqueConstraint('interview_slot_application', ['application_id']),
  )
  await index(db, 'interview_slot', 'interview_slot_post_index', ['post_id', 'starts_at'])
  await run(
    createTable(db, 'objection')
      .addColumn('id', id, c => c.notNull().primaryKey())
      .addColumn('post_id', id, c => c.notNull())
      .addColumn('application_id', id)
      .addColumn('name', 'varchar(120)', c => c.notNull())
      .addColumn('contact_sealed', 'varchar(600)', c => c.notNull())
      .addColumn('text', longText, c => c.notNull())
      .addColumn('received_at', instant, c => c.notNull())
      .addColumn('status', 'varchar(12)', c => c.notNull())
      .addColumn('answer', longText, c => c.notNull())
      .addColumn('answered_by', 'varchar(80)')
      .addColumn('answered_at', instant),
  )
  await index(db, 'objection', 'objection_post_index', ['post_id'])
}

async function run(table: { execute(): Promise<void> }): Promise<void> {
  await table.execute()
}
