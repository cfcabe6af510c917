import { type Kysely, sql } from 'kysely'
import { createTable, createIndex as index } from '../dialect/dialect.ts'

const id = 'char(26)'
const instant = 'varchar(23)'
const longText = sql`longtext`

// biome-ignore lint/suspicious/noExplicitAny: a migration knows the schema of its own day only
type Schema = Kysely<any>

export async function up(db: Schema): Promise<void> {
  await run(
    createTable(db, 'notice')
      .addColumn('id', id, c => c.notNull().primaryKey())
      .addColumn('account_id', id, c => c.notNull())
      .addColumn('kind', 'varchar(30)', c => c.notNull())
      .addColumn('parameters', longText, c => c.notNull())
      .addColumn('path', 'varchar(200)', c => c.notNull())
      .addColumn('created_at', instant, c => c.notNull())
      .addColumn('read_at', instant),
  )
  await index(db, 'notice', 'notice_of_account_index', ['account_id', 'created_at'])
  await run(
    createTable(db, 'notice_delivery')
      .addColumn('id', id, c => c.notNull().primaryKey())
      .addColumn('notice_id', id)
      .addColumn('channel', 'varchar(8)', c => c.notNull())
      .addColumn('address_sealed', 'varchar(600)', c => c.notNull())
      .addColumn('text_sealed', longText, c => c.notNull())
      .addColumn('state', 'varchar(14)', c => c.notNull())
      .addColumn('attempts', 'integer', c => c.notNull())
      .addColumn('next_at', instant, c => c.notNull())
      .addColumn('last_error', 'varchar(400)', c => c.notNull())
      .addColumn('created_at', instant, c => c.notNull()),
  )
  await index(db, 'notice_delivery', 'notice_delivery_state_index', ['state', 'next_at'])
  await run(
    createTable(db, 'job')
      .addColumn('id', id, c => c.notNull().primaryKey())
      .addColumn('kind', 'varchar(30)', c => c.notNull())
      .addColumn('job_key', 'varchar(60)', c => c.notNull())
      .addColumn('payload', longText, c => c.notNull())
      .addColumn('state', 'varchar(14)', c => c.notNull())
      .addColumn('progress', 'integer', c => c.notNull())
      .addColumn('attempts', 'integer', c => c.notNull())
      .addColumn('run_at', instant, c => c.notNull())
      .addColumn('lease_owner', 'varchar(60)', c => c.notNull())
      .addColumn('lease_until', instant)
      .addColumn('error', longText, c => c.notNull())
      .addColumn('created_at', instant, c => c.notNull())
      .addColumn('finished_at', instant)
      .addUniqueConstraint('job_of_kind', ['kind', 'job_key']),
  )
  await index(db, 'job', 'job_state_index', ['state', 'run_at'])
}

async function run(table: { execute(): Promise<void> }): Promise<void> {
  await table.execute()
}
