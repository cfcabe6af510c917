import { type Kysely, sql } from 'kysely'
import { afterKey } from '../dialect/after-key.ts'
import { columnsWithNul } from '../dialect/text-with-nul.ts'
import type { ColumnKind, StoredTable } from './stored-tables.server.ts'

export type Value = string | number | Uint8Array | null
/** The values of a row in the order of the table's columns. */
export type Row = readonly Value[]

/** All rows of a table in the order of its key, some at a time. */
export async function* rowsOf(
  // biome-ignore lint/suspicious/noExplicitAny: the tables of any version
  db: Kysely<any>,
  table: StoredTable,
): AsyncGenerator<Row[]> {
  const texts = table.columns.filter(column => column.kind === 'text').map(column => column.name)
  const asBytes = await columnsWithNul(db, table.name, texts)
  const selected = table.columns.map(({ name }) =>
    asBytes.has(name) ? sql<ArrayBuffer>`cast(${sql.ref(name)} as blob)`.as(name) : name,
  )
  let last: readonly Value[] | undefined
  for (;;) {
    const page = db
      .selectFrom(table.name)
      .select(selected)
      .$if(last !== undefined, q => q.where(afterKey(db, table.key, last!)))
      .limit(table.rowsAtOnce)
    const found = await table.key.reduce((query, column) => query.orderBy(column), page).execute()
    const rows = found.map(row =>
      table.columns.map(({ name, kind }) =>
        asBytes.has(name) ? textOf(row[name]) : carried(row[name], kind, table, name),
      ),
    )
    if (rows.length > 0) yield rows
    if (rows.length < table.rowsAtOnce) return
    last = keyOf(table, rows.at(-1)!)
  }
}

export function keyOf(table: StoredTable, row: Row): Value[] {
  return table.key.map(name => row[table.columns.findIndex(column => column.name === name)]!)
}

function textOf(bytes: ArrayBuffer | null): string | null {
  return bytes === null ? null : Buffer.from(bytes).toString('utf8')
}

/** SQLite lets a column hold anything: what is not of its kind would become something else on the way. */
function carried(value: unknown, kind: ColumnKind, table: StoredTable, column: string): Value {
  if (value === null || (typeof value === 'string' && kind === 'text')) return value
  if (typeof value === 'number' && (kind === 'real' || (kind === 'integer' && Number.isSafeInteger(value))))
    return value
  if (kind === 'bytes' && value instanceof Uint8Array) return value
  // As libsql answers bytes.
  if (kind === 'bytes' && value instanceof ArrayBuffer) return new Uint8Array(value)
  throw new Error(`${table.name}.${column} holds a value that is not ${kind}`)
}
