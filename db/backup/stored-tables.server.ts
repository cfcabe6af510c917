import { Migrator, sql } from 'kysely'
import { openDatabase } from '../connection.server.ts'
import type { Db } from '../tables.ts'
import { migrationsUpTo } from './version.server.ts'

export type ColumnKind = 'text' | 'integer' | 'real' | 'bytes'

interface StoredColumn {
  name: string
  kind: ColumnKind
}

/** A table as every engine has it. */
export interface StoredTable {
  name: string
  columns: readonly StoredColumn[]
  /** The columns of its primary key, in the key's order. */
  key: readonly string[]
  /** How many of its rows are held at once: few where one may have megabytes. */
  rowsAtOnce: number
}

/**
 * The tables of a version of the schema by name, as its migrations make them in an empty database: what is carried from
 * one database to another is what this program stores, on either engine.
 */
export async function storedTables(version: string): Promise<StoredTable[]> {
  const migrations = migrationsUpTo(version)
  if (migrations === undefined) throw new Error(`No migration ${version}`)
  const db = openDatabase('file::memory:')
  try {
    const { error } = await new Migrator({
      db,
      provider: { getMigrations: async () => migrations },
    }).migrateToLatest()
    if (error !== undefined) throw error
    const tables = await db.introspection.getTables()
    const stored: StoredTable[] = []
    for (const { name } of tables) stored.push(await storedTable(db, name))
    return stored.sort((one, other) => (one.name < other.name ? -1 : 1))
  } finally {
    await db.destroy()
  }
}

async function storedTable(db: Db, name: string): Promise<StoredTable> {
  const { rows } = await sql<{ name: string; type: string; place: number }>`
    select name, lower(type) as type, pk as place from pragma_table_info(${name}) order by cid`.execute(db)
  const key = rows.filter(row => row.place > 0).sort((one, other) => one.place - other.place)
  if (key.length === 0) throw new Error(`The table ${name} has no primary key`)
  return {
    name,
    columns: rows.map(row => ({ name: row.name, kind: kindOf(row.type) })),
    key: key.map(row => row.name),
    rowsAtOnce: rowsAtOnce(rows.map(row => row.type)),
  }
}

function kindOf(type: string): ColumnKind {
  if (/char|text/.test(type)) return 'text'
  if (/int/.test(type)) return 'integer'
  if (/double/.test(type)) return 'real'
  if (/blob/.test(type)) return 'bytes'
  throw new Error(`No kind for a column of type ${type}`)
}

function rowsAtOnce(types: readonly string[]): number {
  if (types.includes('longblob')) return 4
  return types.includes('longtext') ? 64 : 2_000
}
