import { type Kysely, sql } from 'kysely'
import { engineOf } from './dialect.ts'

/**
 * Lets the database count what stands in the tables, so that it chooses its ways by the rows of today: after a bulk
 * load a server may believe for minutes that they are empty. Not inside a transaction: MySQL would commit it.
 */
export async function gatherStatistics(
  // Any schema: the caller's types name the tables.
  // biome-ignore lint/suspicious/noExplicitAny: see above
  db: Kysely<any>,
  tables: readonly string[],
): Promise<void> {
  for (const table of tables) {
    const statement = engineOf(db) === 'mysql' ? sql`analyze table` : sql`analyze`
    await sql`${statement} ${sql.table(table)}`.execute(db)
  }
}
