import { type Kysely, sql } from 'kysely'
import { createTable } from '../dialect/dialect.ts'

// biome-ignore lint/suspicious/noExplicitAny: a migration knows the schema of its own day only
type Schema = Kysely<any>

/** What makes a placement live: the roll-up of logged sports, filled from the ledger as it stands, and how many days. */
export async function up(db: Schema): Promise<void> {
  await createTable(db, 'sport_day')
    .addColumn('school_id', 'char(26)', c => c.notNull())
    .addColumn('day', 'char(10)', c => c.notNull())
    .addColumn('stage', 'varchar(8)', c => c.notNull())
    .addColumn('sport_code', 'varchar(30)', c => c.notNull())
    .addColumn('classes', 'integer', c => c.notNull())
    .addColumn('minutes', 'integer', c => c.notNull())
    .addPrimaryKeyConstraint('sport_day_key', ['school_id', 'sport_code', 'stage', 'day'])
    .execute()
  await sql`delete from sport_day`.execute(db)
  await sql`insert into sport_day (school_id, day, stage, sport_code, classes, minutes)
    select a.school_id, a.day, c.stage, a.sport_code, count(distinct a.class_id), sum(a.minutes)
    from activity a join school_class c on c.id = a.class_id join activity_kind k on k.kind = a.kind
    where a.sport_code is not null and k.never = 0
    group by a.school_id, a.day, c.stage, a.sport_code`.execute(db)
  await addDays(db, 'living_window', 20)
  await addDays(db, 'living_days', 4)
}

/** On MySQL each statement stands at once: a migration killed half-way finds its own column. */
async function addDays(db: Schema, column: string, usual: number): Promise<void> {
  const tables = await db.introspection.getTables()
  const rule = tables.find(table => table.name === 'program_rule')
  if (rule?.columns.some(one => one.name === column)) return
  await db.schema
    .alterTable('program_rule')
    .addColumn(column, 'integer', c => c.notNull().defaultTo(usual))
    .execute()
}
