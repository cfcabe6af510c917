import { CompiledQuery, type Kysely } from 'kysely'
import { bindLimitOf, engineOf } from './dialect.ts'
import { checkParameters } from './parameters.ts'

/** What becomes of a row whose key stands already; absent, the statement fails. */
export interface OnDuplicate {
  key: readonly string[]
  /** The columns that take the new row's values; none: the standing row stays. */
  update: readonly string[]
}

// Any schema: the callers' types name the table and its columns.
// biome-ignore lint/suspicious/noExplicitAny: see above
export type AnyDb = Kysely<any>
type Row = Readonly<Record<string, unknown>>

/** About what one statement carries: far below every server's largest packet. */
const charactersAStatement = 2_000_000
const jsonRowsAStatement = 2_000

/** Writes all rows in few statements; every row has the columns of the first. */
export async function writeRows(
  db: AnyDb,
  table: string,
  rows: readonly object[],
  onDuplicate?: OnDuplicate,
): Promise<void> {
  const { columns, lists } = listsOf(table, rows)
  await writeLists(db, { table, columns, onDuplicate }, lists)
}

/** Rows as lists of their values, in the order of the columns of the first; throws where one has others. */
export function listsOf(table: string, rows: readonly object[]): { columns: string[]; lists: unknown[][] } {
  const columns = Object.keys(rows[0] ?? {})
  return { columns, lists: rows.map(row => valuesOf(row as Row, columns, table)) }
}

/** Writes rows that are lists of values in the order of `columns`, in few statements. */
export async function writeLists(
  db: AnyDb,
  into: { table: string; columns: readonly string[]; onDuplicate?: OnDuplicate | undefined },
  rows: readonly (readonly unknown[])[],
): Promise<void> {
  const write = { db, onDuplicate: undefined, ...into }
  const values = rows.map(checkParameters)
  if (engineOf(db) === 'mysql') return writeBound(write, values)
  for (const chunk of chunksOf(values, jsonRowsAStatement)) {
    const json = chunk.every(row => row.every(survivesJson)) ? JSON.stringify(chunk) : null
    if (json === null || isBentByJson(json)) await writeBound(write, chunk)
    else await db.executeQuery(CompiledQuery.raw(jsonStatement(write), [json]))
  }
}

/** Where rows go, and what becomes of those that stand. */
export interface Write {
  db: AnyDb
  table: string
  columns: readonly string[]
  onDuplicate: OnDuplicate | undefined
}

function valuesOf(row: Row, columns: readonly string[], table: string): unknown[] {
  if (Object.keys(row).length !== columns.length) {
    throw new TypeError(`The rows for ${table} have different columns`)
  }
  return columns.map(column => row[column])
}

/** One statement text serves all chunks of a size: compiling it costs more than running it. */
export async function writeBound(write: Write, rows: readonly unknown[][]): Promise<void> {
  const size = Math.max(1, Math.floor(bindLimitOf(write.db) / write.columns.length))
  let statement = { size: 0, text: '' }
  for (const chunk of chunksOf(rows, Math.min(size, 2_000))) {
    if (statement.size !== chunk.length) {
      statement = { size: chunk.length, text: boundStatement(write, chunk.length) }
    }
    await write.db.executeQuery(CompiledQuery.raw(statement.text, chunk.flat()))
  }
}

function boundStatement(write: Write, rows: number): string {
  const row = `(${write.columns.map(() => '?').join(', ')})`
  return `${into(write)} values ${Array(rows).fill(row).join(', ')}${duplicateClause(write)}`
}

/** SQLite reads one JSON text faster than thousands of bound values. */
function jsonStatement(write: Write): string {
  const values = write.columns.map((_, place) => `value ->> ${place}`).join(', ')
  // `where true`: without it the parser takes `on conflict` for a join's condition.
  return `${into(write)} select ${values} from json_each(?) where true${duplicateClause(write)}`
}

export function into({ db, table, columns }: Write): string {
  return `insert into ${quoted(db, table)} ${listed(db, columns)}`
}

/** The columns in brackets, as a statement has them. */
export function listed(db: AnyDb, columns: readonly string[]): string {
  return `(${columns.map(column => quoted(db, column)).join(', ')})`
}

function duplicateClause({ db, onDuplicate }: Write): string {
  if (onDuplicate === undefined) return ''
  const { key, update } = onDuplicate
  if (engineOf(db) === 'mysql') {
    const changes = (update.length > 0 ? update : key.slice(0, 1)).map(column => quoted(db, column))
    return ` on duplicate key update ${changes.map(column => `${column} = values(${column})`).join(', ')}`
  }
  const changes = update.map(column => quoted(db, column))
  const action =
    changes.length === 0
      ? 'nothing'
      : `update set ${changes.map(column => `${column} = excluded.${column}`).join(', ')}`
  return ` on conflict (${key.map(column => quoted(db, column)).join(', ')}) do ${action}`
}

export function quoted(db: AnyDb, name: string): string {
  const mark = engineOf(db) === 'mysql' ? '`' : '"'
  return mark + name.replaceAll(mark, mark + mark) + mark
}

/** Bytes have no JSON, and SQLite may read a fraction back with another last digit. */
function survivesJson(value: unknown): boolean {
  return value === null || typeof value === 'string' || Number.isSafeInteger(value)
}

/** SQLite ends a JSON text at NUL and cannot read half a surrogate pair. */
function isBentByJson(json: string): boolean {
  return /\\u(?:0000|d[89a-f])/.test(json)
}

function* chunksOf(rows: readonly unknown[][], most: number): Generator<unknown[][]> {
  let chunk: unknown[][] = []
  let characters = 0
  for (const row of rows) {
    const length = lengthOf(row)
    if (chunk.length > 0 && (chunk.length >= most || characters + length > charactersAStatement)) {
      yield chunk
      chunk = []
      characters = 0
    }
    chunk.push(row)
    characters += length
  }
  if (chunk.length > 0) yield chunk
}

function lengthOf(row: readonly unknown[]): number {
  return row.reduce<number>((sum, value) => sum + (isLong(value) ? value.length : 8), 0)
}

function isLong(value: unknown): value is string | Uint8Array {
  return typeof value === 'string' || value instanceof Uint8Array
}
