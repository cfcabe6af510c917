import { type Kysely, sql } from 'kysely'
import { addColumn, createTable, createIndex as index } from '../dialect/dialect.ts'

const id = 'char(26)'
const day = 'char(10)'
const instant = 'varchar(23)'

// biome-ignore lint/suspicious/noExplicitAny: a migration knows the schema of its own day only
type Schema = Kysely<any>

/** The titles of 体育传统特色学校, what takes one out of the count for a time, and which of them count. */
export async function up(db: Schema): Promise<void> {
  await createTable(db, 'designation')
    .addColumn('id', id, c => c.notNull().primaryKey())
    .addColumn('school_id', id, c => c.notNull())
    .addColumn('level', 'varchar(10)', c => c.notNull())
    .addColumn('sport_code', 'varchar(30)', c => c.notNull())
    .addColumn('batch', 'varchar(80)', c => c.notNull())
    .addColumn('document', 'varchar(80)', c => c.notNull())
    .addColumn('certificate', 'varchar(40)', c => c.notNull())
    .addColumn('valid_from', day, c => c.notNull())
    .addColumn('valid_to', day, c => c.notNull())
    .addColumn('end_kind', 'varchar(12)', c => c.notNull())
    .addColumn('end_reason', 'varchar(400)', c => c.notNull())
    .addColumn('end_document', 'varchar(80)', c => c.notNull())
    .addColumn('created_at', instant, c => c.notNull())
    .addUniqueConstraint('designation_once', ['school_id', 'level', 'sport_code', 'valid_from'])
    .execute()
  await index(db, 'designation', 'designation_valid_index', ['valid_to', 'valid_from'])
  await createTable(db, 'designation_suspension')
    .addColumn('id', id, c => c.notNull().primaryKey())
    .addColumn('designation_id', id, c => c.notNull())
    .addColumn('valid_from', day, c => c.notNull())
    .addColumn('valid_to', day, c => c.notNull())
    .addColumn('reason', 'varchar(400)', c => c.notNull())
    .addColumn('document', 'varchar(80)', c => c.notNull())
    .addColumn('created_at', instant, c => c.notNull())
    .execute()
  await index(db, 'designation_suspension', 'designation_suspension_index', ['designation_id'])
  await createTable(db, 'designation_rule')
    .addColumn('id', id, c => c.notNull().primaryKey())
    .addColumn('valid_from', day, c => c.notNull().unique())
    .addColumn('least_level', 'varchar(10)', c => c.notNull())
    .addColumn('target', 'integer', c => c.notNull())
    .addColumn('team_days', 'integer', c => c.notNull())
    .addColumn('source', 'varchar(200)', c => c.notNull())
    .execute()
  await sql`delete from designation_rule`.execute(db)
  await db
    .insertInto('designation_rule')
    .values({
      id: '00000000000000000000000001',
      valid_from: '2023-01-01',
      least_level: 'CITY',
      target: 100,
      team_days: 1,
      source: '连政办发〔2023〕57号',
    })
    .execute()
  await addColumn(db, 'sport_day', 'team', 'integer')
  await sql`delete from sport_day`.execute(db)
  await sql`insert into sport_day (school_id, day, stage, sport_code, classes, minutes, team)
    select a.school_id, a.day, c.stage, a.sport_code, count(distinct a.class_id), sum(a.minutes),
      sum(case when a.kind = 'TEAM_TRAINING' then 1 else 0 end)
    from activity a join school_class c on c.id = a.class_id join activity_kind k on k.kind = a.kind
    where a.sport_code is not null and k.never = 0
    group by a.school_id, a.day, c.stage, a.sport_code`.execute(db)
}
