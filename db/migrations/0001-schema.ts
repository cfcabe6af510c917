import { type Kysely, sql } from 'kysely'
import { createTable, createIndex as index } from '../dialect/dialect.ts'

const id = 'char(26)'
const day = 'char(10)'
const instant = 'varchar(23)'
const longText = sql`longtext`

// biome-ignore lint/suspicious/noExplicitAny: a migration knows the schema of its own day only
type Schema = Kysely<any>

export async function up(db: Schema): Promise<void> {
  await registry(db)
  await calendar(db)
  await program(db)
  await activity(db)
  await accounts(db)
  await imports(db)
}

async function registry(db: Schema): Promise<void> {
  await run(
    createTable(db, 'unit')
      .addColumn('code', 'varchar(8)', c => c.notNull().primaryKey())
      .addColumn('name', 'varchar(60)', c => c.notNull())
      .addColumn('short_name', 'varchar(30)', c => c.notNull())
      .addColumn('name_en', 'varchar(80)', c => c.notNull())
      .addColumn('kind', 'varchar(12)', c => c.notNull())
      .addColumn('gb_code', 'varchar(6)')
      .addColumn('obliged_from', day)
      .addColumn('obliged_to', day)
      .addColumn('position', 'integer', c => c.notNull()),
  )
  await run(
    createTable(db, 'unit_alias')
      .addColumn('alias_key', 'varchar(60)', c => c.notNull().primaryKey())
      .addColumn('alias', 'varchar(60)', c => c.notNull())
      .addColumn('unit_code', 'varchar(8)', c => c.notNull()),
  )
  await run(
    createTable(db, 'school')
      .addColumn('id', id, c => c.notNull().primaryKey())
      .addColumn('parent_id', id)
      .addColumn('campus_name', 'varchar(60)')
      .addColumn('pupils', 'integer')
      .addColumn('address', 'varchar(200)', c => c.notNull())
      .addColumn('longitude', 'double precision')
      .addColumn('latitude', 'double precision')
      .addColumn('opened_on', day, c => c.notNull())
      .addColumn('closed_on', day, c => c.notNull()),
  )
  await run(
    createTable(db, 'school_profile')
      .addColumn('id', id, c => c.notNull().primaryKey())
      .addColumn('school_id', id, c => c.notNull())
      .addColumn('valid_from', day, c => c.notNull())
      .addColumn('valid_to', day, c => c.notNull())
      .addColumn('code', 'varchar(20)')
      .addColumn('name', 'varchar(120)', c => c.notNull())
      .addColumn('short_name', 'varchar(60)', c => c.notNull())
      .addColumn('type', 'varchar(3)', c => c.notNull())
      .addColumn('unit_code', 'varchar(8)', c => c.notNull())
      .addColumn('counts_unit_code', 'varchar(8)', c => c.notNull())
      .addUniqueConstraint('school_profile_from', ['school_id', 'valid_from']),
  )
  await index(db, 'school_profile', 'school_profile_unit', ['unit_code', 'valid_from'])
  await index(db, 'school_profile', 'school_profile_counts', ['counts_unit_code', 'valid_from'])
  await run(
    createTable(db, 'school_code')
      .addColumn('code', 'varchar(20)', c => c.notNull().primaryKey())
      .addColumn('school_id', id, c => c.notNull()),
  )
  await run(
    createTable(db, 'school_stage')
      .addColumn('school_id', id, c => c.notNull())
      .addColumn('stage', 'varchar(8)', c => c.notNull())
      .addColumn('valid_from', day, c => c.notNull())
      .addColumn('valid_to', day, c => c.notNull())
      .addPrimaryKeyConstraint('school_stage_key', ['school_id', 'stage', 'valid_from']),
  )
  await run(
    createTable(db, 'school_alias')
      .addColumn('school_id', id, c => c.notNull())
      .addColumn('alias_key', 'varchar(120)', c => c.notNull())
      .addColumn('alias', 'varchar(120)', c => c.notNull())
      .addPrimaryKeyConstraint('school_alias_key', ['school_id', 'alias_key']),
  )
  await run(
    createTable(db, 'school_class')
      .addColumn('id', id, c => c.notNull().primaryKey())
      .addColumn('school_id', id, c => c.notNull())
      .addColumn('stage', 'varchar(8)', c => c.notNull())
      .addColumn('entry_year', 'integer', c => c.notNull())
      .addColumn('class_no', 'integer', c => c.notNull())
      .addColumn('campus', 'varchar(60)', c => c.notNull())
      .addColumn('pupils', 'integer', c => c.notNull())
      .addColumn('valid_from', day, c => c.notNull())
      .addColumn('valid_to', day, c => c.notNull())
      .addUniqueConstraint('school_class_key', ['school_id', 'stage', 'entry_year', 'class_no']),
  )
  await run(
    createTable(db, 'sport')
      .addColumn('code', 'varchar(30)', c => c.notNull().primaryKey())
      .addColumn('name', 'varchar(40)', c => c.notNull())
      .addColumn('name_en', 'varchar(60)', c => c.notNull())
      .addColumn('is_base', 'integer', c => c.notNull())
      .addColumn('is_ball', 'integer', c => c.notNull())
      .addColumn('is_traditional', 'integer', c => c.notNull())
      .addColumn('family', 'varchar(12)', c => c.notNull())
      .addColumn('position', 'integer', c => c.notNull()),
  )
  await run(
    createTable(db, 'sport_alias')
      .addColumn('alias_key', 'varchar(40)', c => c.notNull().primaryKey())
      .addColumn('alias', 'varchar(40)', c => c.notNull())
      .addColumn('sport_code', 'varchar(30)', c => c.notNull()),
  )
}

async function calendar(db: Schema): Promise<void> {
  await run(
    createTable(db, 'term')
      .addColumn('id', 'varchar(11)', c => c.notNull().primaryKey())
      .addColumn('school_year', 'integer', c => c.notNull())
      .addColumn('number', 'integer', c => c.notNull())
      .addColumn('first_day', day, c => c.notNull())
      .addColumn('last_day', day, c => c.notNull()),
  )
  await run(
    createTable(db, 'calendar_entry')
      .addColumn('scope', 'varchar(26)', c => c.notNull())
      .addColumn('stage', 'varchar(8)', c => c.notNull())
      .addColumn('day', day, c => c.notNull())
      .addColumn('kind', 'varchar(12)', c => c.notNull())
      .addColumn('follows_weekday', 'integer')
      .addColumn('note', 'varchar(200)', c => c.notNull())
      .addPrimaryKeyConstraint('calendar_entry_key', ['scope', 'stage', 'day']),
  )
  await run(
    createTable(db, 'holiday_year')
      .addColumn('year', 'integer', c => c.notNull().primaryKey())
      .addColumn('published', 'integer', c => c.notNull())
      .addColumn('source', 'varchar(200)', c => c.notNull()),
  )
}

async function program(db: Schema): Promise<void> {
  await run(
    createTable(db, 'program_rule')
      .addColumn('id', id, c => c.notNull().primaryKey())
      .addColumn('unit_code', 'varchar(8)', c => c.notNull())
      .addColumn('valid_from', day, c => c.notNull())
      .addColumn('valid_to', day, c => c.notNull())
      .addColumn('sports', 'integer', c => c.notNull())
      .addColumn('primary_schools', 'integer', c => c.notNull())
      .addColumn('junior_schools', 'integer', c => c.notNull())
      .addColumn('senior_schools', 'integer', c => c.notNull())
      .addColumn('mix', 'varchar(4)', c => c.notNull())
      .addColumn('one_stage_per_school', 'integer', c => c.notNull())
      .addColumn('vocational_counts', 'integer', c => c.notNull())
      .addColumn('source', 'varchar(200)', c => c.notNull())
      .addUniqueConstraint('program_rule_from', ['unit_code', 'valid_from']),
  )
  await run(
    createTable(db, 'program_placement')
      .addColumn('id', id, c => c.notNull().primaryKey())
      .addColumn('school_id', id, c => c.notNull())
      .addColumn('sport_code', 'varchar(30)', c => c.notNull())
      .addColumn('stage', 'varchar(8)', c => c.notNull())
      .addColumn('role', 'varchar(6)', c => c.notNull())
      .addColumn('valid_from', day, c => c.notNull())
      .addColumn('valid_to', day, c => c.notNull())
      .addColumn('document', 'varchar(60)', c => c.notNull())
      .addUniqueConstraint('program_placement_from', ['school_id', 'sport_code', 'stage', 'valid_from']),
  )
  await index(db, 'program_placement', 'program_placement_sport', ['sport_code', 'stage', 'valid_from'])
}

async function activity(db: Schema): Promise<void> {
  await run(
    createTable(db, 'activity_policy')
      .addColumn('id', id, c => c.notNull().primaryKey())
      .addColumn('stage', 'varchar(8)', c => c.notNull())
      .addColumn('purpose', 'varchar(6)', c => c.notNull())
      .addColumn('minutes', 'integer', c => c.notNull())
      .addColumn('valid_from', day, c => c.notNull())
      .addColumn('valid_to', day, c => c.notNull())
      .addColumn('source', 'varchar(200)', c => c.notNull())
      .addUniqueConstraint('activity_policy_from', ['stage', 'purpose', 'valid_from']),
  )
  await run(
    createTable(db, 'activity_kind')
      .addColumn('kind', 'varchar(24)', c => c.notNull().primaryKey())
      .addColumn('counts', 'integer', c => c.notNull())
      .addColumn('never', 'integer', c => c.notNull())
      .addColumn('position', 'integer', c => c.notNull()),
  )
  await run(
    createTable(db, 'activity')
      .addColumn('school_id', id, c => c.notNull())
      .addColumn('day', day, c => c.notNull())
      .addColumn('class_id', id, c => c.notNull())
      .addColumn('kind', 'varchar(24)', c => c.notNull())
      .addColumn('starts_at', 'varchar(5)', c => c.notNull())
      .addColumn('minutes', 'integer', c => c.notNull())
      .addColumn('sport_code', 'varchar(30)')
      .addColumn('participants', 'integer')
      .addColumn('teacher', 'varchar(60)', c => c.notNull())
      .addColumn('note', 'varchar(400)', c => c.notNull())
      .addColumn('reported_scope', 'varchar(6)', c => c.notNull())
      .addColumn('reported_at', instant, c => c.notNull())
      .addColumn('import_id', id)
      .addPrimaryKeyConstraint('activity_key', ['school_id', 'day', 'class_id', 'kind', 'starts_at']),
  )
  await run(
    createTable(db, 'class_day')
      .addColumn('school_id', id, c => c.notNull())
      .addColumn('day', day, c => c.notNull())
      .addColumn('class_id', id, c => c.notNull())
      .addColumn('minutes', 'integer', c => c.notNull())
      .addPrimaryKeyConstraint('class_day_key', ['school_id', 'day', 'class_id']),
  )
  await index(db, 'class_day', 'class_day_day', ['day', 'school_id', 'minutes'])
  await run(
    createTable(db, 'school_day')
      .addColumn('school_id', id, c => c.notNull())
      .addColumn('stage', 'varchar(8)', c => c.notNull())
      .addColumn('day', day, c => c.notNull())
      .addColumn('reported', 'integer', c => c.notNull())
      .addColumn('floor_met', 'integer', c => c.notNull())
      .addColumn('target_met', 'integer', c => c.notNull())
      .addPrimaryKeyConstraint('school_day_key', ['school_id', 'day', 'stage']),
  )
  await index(db, 'school_day', 'school_day_day', ['day', 'school_id'])
  await run(
    createTable(db, 'exemption')
      .addColumn('id', id, c => c.notNull().primaryKey())
      .addColumn('school_id', id, c => c.notNull())
      .addColumn('grade', 'integer', c => c.notNull())
      .addColumn('class_id', 'varchar(26)', c => c.notNull())
      .addColumn('first_day', day, c => c.notNull())
      .addColumn('last_day', day, c => c.notNull())
      .addColumn('reason', 'varchar(20)', c => c.notNull())
      .addColumn('note', 'varchar(400)', c => c.notNull())
      .addColumn('status', 'varchar(10)', c => c.notNull())
      .addColumn('decided_by', 'varchar(60)')
      .addColumn('decided_at', instant),
  )
  await index(db, 'exemption', 'exemption_school', ['school_id', 'first_day'])
}

async function accounts(db: Schema): Promise<void> {
  await run(
    createTable(db, 'account')
      .addColumn('id', id, c => c.notNull().primaryKey())
      .addColumn('login', 'varchar(60)', c => c.notNull())
      .addColumn('login_key', 'varchar(60)', c => c.notNull().unique())
      .addColumn('name', 'varchar(60)', c => c.notNull())
      .addColumn('password_hash', 'varchar(200)', c => c.notNull())
      .addColumn('role', 'varchar(10)', c => c.notNull())
      .addColumn('unit_code', 'varchar(8)')
      .addColumn('school_id', id)
      .addColumn('must_change_password', 'integer', c => c.notNull())
      .addColumn('failed_sign_ins', 'integer', c => c.notNull())
      .addColumn('locked_until', instant)
      .addColumn('disabled_at', instant)
      .addColumn('created_at', instant, c => c.notNull()),
  )
  await run(
    createTable(db, 'session')
      .addColumn('id', 'char(64)', c => c.notNull().primaryKey())
      .addColumn('account_id', id, c => c.notNull())
      .addColumn('created_at', instant, c => c.notNull())
      .addColumn('last_seen_at', instant, c => c.notNull())
      .addColumn('expires_at', instant, c => c.notNull())
      .addColumn('user_agent', 'varchar(300)', c => c.notNull()),
  )
  await index(db, 'session', 'session_account', ['account_id'])
  await run(
    createTable(db, 'audit')
      .addColumn('id', id, c => c.notNull().primaryKey())
      .addColumn('position', 'bigint', c => c.notNull().unique())
      .addColumn('at', instant, c => c.notNull())
      .addColumn('actor', 'varchar(80)', c => c.notNull())
      .addColumn('actor_id', id)
      .addColumn('action', 'varchar(40)', c => c.notNull())
      .addColumn('subject_kind', 'varchar(30)', c => c.notNull())
      .addColumn('subject_id', 'varchar(60)', c => c.notNull())
      .addColumn('unit_code', 'varchar(8)')
      .addColumn('school_id', id)
      .addColumn('detail', longText, c => c.notNull())
      .addColumn('previous_hash', 'char(64)', c => c.notNull())
      .addColumn('hash', 'char(64)', c => c.notNull()),
  )
  await index(db, 'audit', 'audit_at', ['at'])
  await run(
    createTable(db, 'audit_head')
      .addColumn('id', 'varchar(8)', c => c.notNull().primaryKey())
      .addColumn('position', 'bigint', c => c.notNull())
      .addColumn('hash', 'char(64)', c => c.notNull()),
  )
}

async function imports(db: Schema): Promise<void> {
  await run(
    createTable(db, 'import_run')
      .addColumn('id', id, c => c.notNull().primaryKey())
      .addColumn('sheet', 'varchar(30)', c => c.notNull())
      .addColumn('school_id', id)
      .addColumn('unit_code', 'varchar(8)')
      .addColumn('account_id', id)
      .addColumn('actor', 'varchar(80)', c => c.notNull())
      .addColumn('file_name', 'varchar(255)', c => c.notNull())
      .addColumn('file_hash', 'char(64)', c => c.notNull())
      .addColumn('status', 'varchar(10)', c => c.notNull())
      .addColumn('counts', 'varchar(300)', c => c.notNull())
      .addColumn('first_day', day)
      .addColumn('last_day', day)
      .addColumn('created_at', instant, c => c.notNull())
      .addColumn('committed_at', instant),
  )
  await index(db, 'import_run', 'import_run_school', ['school_id', 'created_at'])
  await index(db, 'import_run', 'import_run_created', ['created_at'])
  await run(
    createTable(db, 'import_file')
      .addColumn('import_id', id, c => c.notNull().primaryKey())
      .addColumn('bytes', sql`longblob`, c => c.notNull()),
  )
  await run(
    createTable(db, 'import_part')
      .addColumn('import_id', id, c => c.notNull())
      .addColumn('part', 'varchar(8)', c => c.notNull())
      .addColumn('number', 'integer', c => c.notNull())
      .addColumn('content', longText, c => c.notNull())
      .addPrimaryKeyConstraint('import_part_key', ['import_id', 'part', 'number']),
  )
  await run(
    createTable(db, 'setting')
      .addColumn('name', 'varchar(60)', c => c.notNull().primaryKey())
      .addColumn('value', longText, c => c.notNull()),
  )
}

async function run(table: { execute(): Promise<void> }): Promise<void> {
  await table.execute()
}
