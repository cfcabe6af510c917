import { setTimeout as sleep } from 'node:timers/promises'
import { type Insertable, sql } from 'kysely'
import { bindLimitOf, engineOf, isWorthRetrying } from './dialect/dialect.ts'
import type { Database, Db, Tx } from './tables.ts'

export { aliasKey } from './alias-key.ts'
export { isUniqueViolation } from './dialect/dialect.ts'
export { newId } from './id.ts'

const attempts = 5

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

/** Inserts all rows, in as many statements as the database's limit on bound values asks for. */
export async function insertAll<T extends keyof Database>(
  db: Db,
  table: T,
  rows: readonly Insertable<Database[T]>[],
): Promise<void> {
  for (const chunk of chunksOf(db, rows)) await db.insertInto(table).values(chunk).execute()
}

/** Inserts all rows; where a row with the same `key` stands, its other columns take the new values. */
export async function upsertAll<T extends keyof Database>(
  db: Db,
  table: T,
  rows: readonly Insertable<Database[T]>[],
  key: readonly (keyof Database[T] & string)[],
): Promise<void> {
  const first = rows[0]
  if (first === undefined) return
  const keys: readonly string[] = key
  const others = Object.keys(first).filter(column => !keys.includes(column))
  for (const chunk of chunksOf(db, rows)) {
    const insert = sql`insert into ${sql.table(table as string)} (${sql.join(Object.keys(first).map(column => sql.ref(column)))}) values ${sql.join(
      chunk.map(
        row => sql`(${sql.join(Object.keys(first).map(column => (row as Record<string, unknown>)[column]))})`,
      ),
    )}`
    await sql`${insert} ${onDuplicate(db, keys, others)}`.execute(db)
  }
}

function onDuplicate(db: Db, keys: readonly string[], others: string[]) {
  if (engineOf(db) === 'mysql') {
    const changes = others.length > 0 ? others : keys.slice(0, 1)
    return sql`on duplicate key update ${sql.join(changes.map(c => sql`${sql.ref(c)} = values(${sql.ref(c)})`))}`
  }
  const target = sql`on conflict (${sql.join(keys.map(k => sql.ref(k)))})`
  return others.length === 0
    ? sql`${target} do nothing`
    : sql`${target} do update set ${sql.join(others.map(c => sql`${sql.ref(c)} = ${sql.ref(`excluded.${c}`)}`))}`
}

function* chunksOf<Row extends object>(db: Db, rows: readonly Row[]): Generator<Row[]> {
  const columns = Object.keys(rows[0] ?? {}).length
  const size = Math.max(1, Math.floor(bindLimitOf(db) / Math.max(1, columns)))
  for (let start = 0; start < rows.length; start += size) yield rows.slice(start, start + size)
}

/** Holds a row of `table` until the transaction ends, so that two writers take turns. SQLite has one writer anyhow. */
export async function lockRow<T extends 'audit_head' | 'import_run' | 'school'>(
  tx: Tx,
  table: T,
  id: string,
): Promise<void> {
  if (engineOf(tx) === 'sqlite') return
  await sql`select id from ${sql.table(table)} where id = ${id} for update`.execute(tx)
}
