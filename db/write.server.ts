import { setTimeout as sleep } from 'node:timers/promises'
import { type Insertable, sql } from 'kysely'
import { engineOf, isWorthRetrying } from './dialect/dialect.ts'
import { type TextColumns, type TextOfRows, writeTexts } from './dialect/even-texts.ts'
import { enoughToLoad, loadRows } from './dialect/load-rows.ts'
import { listsOf, writeRows } from './dialect/many-rows.ts'
import { checkParameters } from './dialect/parameters.ts'
import type { Database, Db, Tx } from './tables.ts'

export { aliasKey } from './alias-key.ts'
export { isUniqueViolation } from './dialect/dialect.ts'
export type { TextColumns, TextLayout, TextOfRows } from './dialect/even-texts.ts'
export { gatherStatistics } from './dialect/statistics.ts'
export { bytesOfText, textFromBytes } from './dialect/text-as-bytes.ts'
export { newId } from './id.ts'
export { registerKey } from './register-key.ts'

const attempts = 5
/** A case of so many branches is still searched faster than so many statements are sent. */
const rowsEach = 200

/**
 * Runs `work` in one transaction: all of it or nothing. A deadlock or a busy file runs it again, so it must be safe
 * to run twice. Inside, only `tx` is used: on SQLite another use of `db` would wait for ever.
 */
export async function inTransaction<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.transaction().execute(work)
    } catch (error) {
      if (attempt >= attempts || !isWorthRetrying(error)) throw error
      await sleep(20 * 2 ** attempt * (1 + Math.random()))
    }
  }
}

/** Inserts all rows in few statements; every row has the columns of the first. */
export async function insertAll<T extends keyof Database>(
  db: Db,
  table: T,
  rows: readonly Insertable<Database[T]>[],
): Promise<void> {
  await writeRows(db, table, rows)
}

/**
 * Inserts rows of which none stands, in one stream where they are thousands and the server takes it. Columns hold text
 * and numbers, no bytes.
 */
export async function insertMany<T extends keyof Database>(
  db: Db,
  table: T,
  rows: readonly Insertable<Database[T]>[],
): Promise<void> {
  if (engineOf(db) === 'sqlite' || rows.length < enoughToLoad) return insertAll(db, table, rows)
  const { columns, lists } = listsOf(table, rows)
  await loadRows(db, table, columns, lists.map(checkParameters))
}

/** Inserts rows that come as texts, without opening them where the database can read them by itself. */
export async function insertTexts<T extends keyof Database>(
  db: Db,
  table: T,
  columns: TextColumns,
  texts: readonly TextOfRows[],
): Promise<void> {
  await writeTexts(db, table, columns, texts)
}

/** Inserts all rows; where a row with the same `key` stands, its other columns take the new values. */
export async function upsertAll<T extends keyof Database>(
  db: Db,
  table: T,
  rows: readonly Insertable<Database[T]>[],
  key: readonly (keyof Database[T] & string)[],
): Promise<void> {
  const keys: readonly string[] = key
  const update = Object.keys(rows[0] ?? {}).filter(column => !keys.includes(column))
  await writeRows(db, table, rows, { key: keys, update })
}

/** Gives each row of `table` by its id its own value of one column, in few statements. */
export async function setEach<T extends keyof Database>(
  tx: Tx,
  table: T,
  column: keyof Database[T] & string,
  values: ReadonlyMap<string, string | number | null>,
): Promise<void> {
  const entries = [...values].sort(([one], [other]) => (one < other ? -1 : 1))
  for (let from = 0; from < entries.length; from += rowsEach) {
    const chunk = entries.slice(from, from + rowsEach)
    const cases = chunk.map(([id, value]) => sql`when ${id} then ${value}`)
    const ids = chunk.map(([id]) => id)
    await sql`update ${sql.table(table)} set ${sql.ref(column)} = case id ${sql.join(cases, sql` `)} end
      where id in (${sql.join(ids)})`.execute(tx)
  }
}

type LockedTable =
  | 'applicant'
  | 'application'
  | 'audit_head'
  | 'coach_post'
  | 'coach_round'
  | 'designation_batch'
  | 'import_run'
  | 'indicator_set'
  | 'instructor'
  | 'school'
  | 'title_application'
  | 'title_review'
  | 'upload_link'
  | 'value_word'

/** Holds a row of `table` until the transaction ends, so that two writers take turns. SQLite has one writer anyhow. */
export async function lockRow(tx: Tx, table: LockedTable, id: string): Promise<void> {
  await lockRows(tx, table, [id])
}

/** The same of several rows, in the order of their ids, so that two who want the same do not wait for each other. */
export async function lockRows(tx: Tx, table: LockedTable, ids: readonly string[]): Promise<void> {
  if (engineOf(tx) === 'sqlite' || ids.length === 0) return
  await sql`select id from ${sql.table(table)} where id in (${sql.join([...ids])}) order by id for update`.execute(
    tx,
  )
}

/** Holds a unit as `lockRow` does a row: it is known by its code. */
export async function lockUnit(tx: Tx, code: string): Promise<void> {
  if (engineOf(tx) === 'sqlite') return
  await sql`select code from ${sql.table('unit')} where code = ${code} for update`.execute(tx)
}
