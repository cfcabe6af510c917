import { type Kysely, sql } from 'kysely'
import { engineOf } from './dialect.ts'

/**
 * The columns of a table in which a text holds a NUL: libsql answers such a text only up to there, so it has to be read
 * as bytes. mysql2 answers it whole.
 */
export async function columnsWithNul(
  // biome-ignore lint/suspicious/noExplicitAny: any schema, the columns are the caller's
  db: Kysely<any>,
  table: string,
  columns: readonly string[],
): Promise<ReadonlySet<string>> {
  if (engineOf(db) === 'mysql' || columns.length === 0) return new Set()
  const holds = columns.map(column => sql`max(instr(${sql.ref(column)}, char(0)) > 0) as ${sql.ref(column)}`)
  const { rows } = await sql<Record<string, number | null>>`
    select ${sql.join(holds)} from ${sql.table(table)}`.execute(db)
  return new Set(columns.filter(column => rows[0]?.[column] === 1))
}
