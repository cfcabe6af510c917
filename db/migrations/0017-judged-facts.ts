import type { Kysely } from 'kysely'
import { addColumn } from '../dialect/dialect.ts'

/** A print of the facts by which an application was judged, so that a change since is seen before a contract is made. */
// biome-ignore lint/suspicious/noExplicitAny: a migration knows the schema of its own day only
export async function up(db: Kysely<any>): Promise<void> {
  await addColumn(db, 'application', 'judged_facts', 'varchar(64)')
}
