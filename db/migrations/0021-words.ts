import type { Kysely } from 'kysely'
import { createTable, createIndex as index } from '../dialect/dialect.ts'

/** The value dictionary: what a word in an upload means to a school, to a unit's schools or to all. */
// biome-ignore lint/suspicious/noExplicitAny: a migration knows the schema of its own day only
export async function up(db: Kysely<any>): Promise<void> {
  await createTable(db, 'value_word')
    .addColumn('id', 'char(26)', c => c.notNull().primaryKey())
    .addColumn('owner_kind', 'varchar(6)', c => c.notNull())
    .addColumn('owner_id', 'varchar(26)', c => c.notNull())
    .addColumn('kind', 'varchar(20)', c => c.notNull())
    .addColumn('word_key', 'varchar(120)', c => c.notNull())
    .addColumn('word', 'varchar(60)', c => c.notNull())
    .addColumn('meaning', 'varchar(30)', c => c.notNull())
    .addColumn('added_by', 'varchar(80)', c => c.notNull())
    .addColumn('updated_at', 'varchar(23)', c => c.notNull())
    .addUniqueConstraint('value_word_once', ['owner_kind', 'owner_id', 'kind', 'word_key'])
    .execute()
  await index(db, 'value_word', 'value_word_kind_index', ['kind', 'word_key'])
}
