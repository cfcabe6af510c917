import { type ColumnDataType, type CreateTableBuilder, type Kysely, MysqlAdapter, sql } from 'kysely'

/** The two families of databases of the house. Everything in which they differ stands in this folder. */
export type Engine = 'sqlite' | 'mysql'

// A helper for any schema: the table types differ from migration to migration.
// biome-ignore lint/suspicious/noExplicitAny: see above
type AnyDb = Kysely<any>

export function engineOf(db: AnyDb): Engine {
  return db.getExecutor().adapter instanceof MysqlAdapter ? 'mysql' : 'sqlite'
}

/** How many values one statement may bind. */
export function bindLimitOf(db: AnyDb): number {
  return engineOf(db) === 'mysql' ? 60_000 : 32_000
}

/**
 * A new table. On MySQL text is compared byte by byte: every other collation takes １ for 1, or two rare characters
 * of two names for the same.
 */
export function createTable(db: AnyDb, name: string): CreateTableBuilder<string, never> {
  const table = db.schema.createTable(name).ifNotExists()
  return engineOf(db) === 'mysql'
    ? table.modifyEnd(sql`engine = InnoDB default character set utf8mb4 collate utf8mb4_bin`)
    : table
}

/** An index; on MySQL one that stands already (a migration killed half-way) is left as it is. */
export async function createIndex(db: AnyDb, table: string, name: string, columns: string[]): Promise<void> {
  const index = db.schema.createIndex(name).on(table).columns(columns)
  if (engineOf(db) === 'sqlite') return index.ifNotExists().execute()
  await unlessItIsDone(index, 1061)
}

/** Takes an index away; on MySQL one that is gone already is no error. */
export async function dropIndex(db: AnyDb, table: string, name: string): Promise<void> {
  const drop = db.schema.dropIndex(name)
  if (engineOf(db) === 'sqlite') return drop.ifExists().execute()
  await unlessItIsDone(drop.on(table), 1091)
}

/**
 * Lets a table that stands keep its rows in the order of its key, as MySQL does with every table: one tree instead of a
 * table and its index, which saves a third of the place and half of the writing. No index may stand beside the key.
 */
export async function orderByKey(db: AnyDb, table: string): Promise<void> {
  if (engineOf(db) === 'mysql') return
  await db.transaction().execute(async tx => {
    const { rows } = await sql<{ sql: string }>`
      select sql from sqlite_schema where name = ${table} and type = 'table'`.execute(tx)
    const created = rows[0]?.sql ?? ''
    if (/without rowid$/i.test(created)) return
    const before = `${table}_before`
    await tx.schema.alterTable(table).renameTo(before).execute()
    await sql`${sql.raw(created)} without rowid`.execute(tx)
    await sql`insert into ${sql.table(table)} select * from ${sql.table(before)}`.execute(tx)
    await tx.schema.dropTable(before).execute()
  })
}

/** A column of a table that stands, empty in its rows; one that was added already is left as it is. */
export async function addColumn(db: AnyDb, table: string, name: string, type: ColumnDataType): Promise<void> {
  await unlessItIsDone(db.schema.alterTable(table).addColumn(name, type), 1060)
}

/** Each change of the schema stands at once: what a migration did before it was killed is there when it runs again. */
async function unlessItIsDone(change: { execute: () => Promise<void> }, errno: number): Promise<void> {
  try {
    await change.execute()
  } catch (error) {
    const isDone =
      error instanceof Error && (errnoOf(error) === errno || /duplicate column name/.test(error.message))
    if (!isDone) throw error
  }
}

/** SQLite: unique or primary key; MySQL family: 1062. */
export function isUniqueViolation(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return errnoOf(error) === 1062 || /UNIQUE constraint failed/.test(error.message)
}

/** Deadlock, lock wait, busy file, a Galera conflict: the same transaction may succeed when run again. */
export function isWorthRetrying(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return (
    [1205, 1213, 1020, 1047].includes(errnoOf(error)) || /SQLITE_BUSY|database is locked/.test(error.message)
  )
}

/**
 * The server ended the connection under a statement. It does so at one longer than its max_allowed_packet, and whether
 * its reason arrives before the connection is gone is a matter of luck.
 */
export function isCutOff(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    ['ECONNRESET', 'EPIPE', 'PROTOCOL_CONNECTION_LOST'].includes(String(error.code))
  )
}

function errnoOf(error: Error): number {
  return 'errno' in error && typeof error.errno === 'number' ? error.errno : 0
}
