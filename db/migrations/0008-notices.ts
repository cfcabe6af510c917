import { type Kysely, sql } from 'kysely'
import { createTable, createIndex as index } from '../dialect/dialect.ts'

const id = 'char(26)'
const instant = 'varchar(23)'
const longText = sql`longtext`

// biome-ignore lint/suspicious/noExplicitAny: a migration knows the schema of its own day only
type Schema = Kysely<any>

/** What is told to people and what they ask of their data, and the work that is done for both without anybody waiting. */
export async function up(db: Schema): Promise<void> {
  await createTable(db, 'notice')
    .addColumn('id', id, c => c.notNull().primaryKey())
    .addColumn('account_id', id, c => c.notNull())
    .addColumn('notice_key', 'varchar(120)', c => c.notNull())
    .addColumn('title_zh', 'varchar(120)', c => c.notNull())
    .addColumn('title_en', 'varchar(200)', c => c.notNull())
    .addColumn('text_zh', longText, c => c.notNull())
    .addColumn('text_en', longText, c => c.notNull())
    .addColumn('link', 'varchar(200)', c => c.notNull())
    .addColumn('created_at', instant, c => c.notNull())
    .addColumn('read_at', instant)
    .addUniqueConstraint('notice_once', ['account_id', 'notice_key'])
    .execute()
  await index(db, 'notice', 'notice_account_index', ['account_id', 'read_at'])
  await index(db, 'notice', 'notice_key_index', ['notice_key'])
  await createTable(db, 'notice_delivery')
    .addColumn('notice_id', id, c => c.notNull())
    .addColumn('channel', 'varchar(8)', c => c.notNull())
    .addColumn('state', 'varchar(10)', c => c.notNull())
    .addColumn('attempts', 'integer', c => c.notNull())
    .addColumn('next_at', instant, c => c.notNull())
    .addPrimaryKeyConstraint('notice_delivery_key', ['notice_id', 'channel'])
    .execute()
  await index(db, 'notice_delivery', 'notice_delivery_due_index', ['state', 'next_at'])
  await createTable(db, 'job')
    .addColumn('id', id, c => c.notNull().primaryKey())
    .addColumn('kind', 'varchar(30)', c => c.notNull())
    .addColumn('slot', 'varchar(80)', c => c.notNull().unique())
    .addColumn('state', 'varchar(10)', c => c.notNull())
    .addColumn('attempts', 'integer', c => c.notNull())
    .addColumn('next_at', instant, c => c.notNull())
    .addColumn('error', 'varchar(400)', c => c.notNull())
    .addColumn('created_at', instant, c => c.notNull())
    .addColumn('done_at', instant)
    .execute()
  await index(db, 'job', 'job_due_index', ['state', 'next_at'])
  await createTable(db, 'person_request')
    .addColumn('id', id, c => c.notNull().primaryKey())
    .addColumn('applicant_id', id, c => c.notNull())
    .addColumn('asked_at', instant, c => c.notNull())
    .addColumn('done_at', instant)
    .addColumn('withdrawn_at', instant)
    .execute()
  await index(db, 'person_request', 'person_request_applicant_index', ['applicant_id'])
  await createTable(db, 'distinct_persons')
    .addColumn('one_id', id, c => c.notNull())
    .addColumn('other_id', id, c => c.notNull())
    .addColumn('decided_by', 'varchar(80)', c => c.notNull())
    .addColumn('decided_at', instant, c => c.notNull())
    .addPrimaryKeyConstraint('distinct_persons_key', ['one_id', 'other_id'])
    .execute()
}
