import { type Engine, engineOf } from '../dialect/dialect.ts'
import type { Db, Tx } from '../tables.ts'
import { type Row, rowsOf } from './rows.server.ts'
import { type StoredTable, storedTables } from './stored-tables.server.ts'
import { versionOf } from './version.server.ts'

/** A database as it stands at one moment, whatever is written to it meanwhile. */
export interface Snapshot {
  engine: Engine
  /** Its newest migration. */
  version: string
  tables: readonly CountedTable[]
  /** Tables and columns ('table.column') that others have put there: they are no part of it. */
  leftOut: readonly string[]
  /** The rows of a table in the order of its key, some at a time. */
  rowsOf: (table: StoredTable) => AsyncGenerator<Row[]>
}

export interface CountedTable extends StoredTable {
  rows: number
}

/** Some rows of one table. */
export interface Batch {
  table: string
  rows: readonly Row[]
}

/** Lets `work` read everything as of one moment: others may go on writing. Throws where the schema is not known. */
export function withSnapshot<T>(db: Db, work: (snapshot: Snapshot) => Promise<T>): Promise<T> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async tx => {
      const version = await versionOf(tx)
      if (version.kind !== 'known') throw new Error(`The schema of this database is ${version.kind}`)
      const tables: CountedTable[] = []
      for (const table of await storedTables(version.name))
        tables.push({ ...table, rows: await countRows(tx, table.name) })
      return work({
        engine: engineOf(tx),
        version: version.name,
        tables,
        leftOut: await strangersIn(tx, tables),
        rowsOf: table => rowsOf(tx, table),
      })
    })
}

/** Everything that a snapshot holds, table by table; throws when a table has not the rows that it was counted to have. */
export async function* batchesOf(snapshot: Snapshot): AsyncGenerator<Batch> {
  for (const table of snapshot.tables) {
    let count = 0
    for await (const rows of snapshot.rowsOf(table)) {
      count += rows.length
      yield { table: table.name, rows }
    }
    if (count !== table.rows) throw new Error(`${table.name}: ${count} rows were read, ${table.rows} stand`)
  }
}

async function strangersIn(tx: Tx, tables: readonly StoredTable[]): Promise<string[]> {
  const known = new Map(
    tables.map(({ name, columns }) => [name, new Set(columns.map(column => column.name))]),
  )
  const standing = await tx.introspection.getTables()
  return standing.flatMap(({ name, columns }) => {
    const ours = known.get(name)
    if (ours === undefined) return [name]
    return columns.filter(column => !ours.has(column.name)).map(column => `${name}.${column.name}`)
  })
}

async function countRows(tx: Tx, table: string): Promise<number> {
  const { count } = await tx
    .selectFrom(table as never)
    .select(eb => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}
