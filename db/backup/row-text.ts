import type { Row, Value } from './rows.server.ts'
import type { Batch } from './snapshot.server.ts'
import type { StoredTable } from './stored-tables.server.ts'

/** A batch as one line of JSON, `["table",[[…],…]]`; bytes are base64. */
export function textOfBatch({ table, rows }: Batch): string {
  return JSON.stringify([table, rows.map(row => row.map(asJson))])
}

/** The batch that a line holds, by the tables of its schema. Throws on a table or a number of values that is not theirs. */
export function batchOfText(line: string, tables: ReadonlyMap<string, StoredTable>): Batch {
  const [name, rows] = JSON.parse(line) as [string, (string | number | null)[][]]
  const table = tables.get(name)
  if (table === undefined) throw new Error(`The backup names a table ${name} that its schema has not`)
  return { table: name, rows: rows.map(row => rowOf(row, table)) }
}

function rowOf(row: readonly (string | number | null)[], table: StoredTable): Row {
  if (row.length !== table.columns.length) throw new Error(`A row of ${table.name} has ${row.length} values`)
  return row.map((value, place) =>
    typeof value === 'string' && table.columns[place]?.kind === 'bytes'
      ? Buffer.from(value, 'base64')
      : value,
  )
}

function asJson(value: Value): string | number | null {
  if (!(value instanceof Uint8Array)) return value
  return Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('base64')
}
