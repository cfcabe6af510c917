import { type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely'
import { engineOf } from './dialect.ts'

/**
 * The rows behind a key, in the order of its columns. Each family finds its place in the index by another wording: MySQL
 * would read a comparison of lists from the first row on, SQLite one of alternatives.
 */
export function afterKey(
  // biome-ignore lint/suspicious/noExplicitAny: any schema, the columns are the caller's
  db: Kysely<any>,
  columns: readonly string[],
  values: readonly unknown[],
): RawBuilder<SqlBool> {
  return engineOf(db) === 'sqlite' ? afterList(columns, values) : afterEach(columns, values)
}

function afterList(columns: readonly string[], values: readonly unknown[]): RawBuilder<SqlBool> {
  return sql`(${sql.join(columns.map(column => sql.ref(column)))}) > (${sql.join(values)})`
}

function afterEach(columns: readonly string[], values: readonly unknown[]): RawBuilder<SqlBool> {
  const [column = '', ...more] = columns
  const [value, ...others] = values
  const behind = sql<SqlBool>`${sql.ref(column)} > ${value}`
  if (more.length === 0) return behind
  return sql`(${behind} or (${sql.ref(column)} = ${value} and ${afterEach(more, others)}))`
}
