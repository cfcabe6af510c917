import { Readable } from 'node:stream'
import { setImmediate as giveWay } from 'node:timers/promises'
import { CompiledQuery } from 'kysely'
import { type AnyDb, listed, quoted, writeBound } from './many-rows.ts'

/** From so many rows on a stream of them is worth asking the server whether it takes one. */
export const enoughToLoad = 1_000

/** Bytes that are handed over at once: far below every server's largest packet. */
const bytesAtOnce = 128 * 1024
/** Rows of one statement where the server takes no stream. */
const rowsAtOnce = 2_000

/** Rows that a statement of MySQL reads while it runs, as its first parameter; the others stand in its text. */
export class StreamedRows {
  readonly open: () => Readable

  constructor(open: () => Readable) {
    this.open = open
  }
}

/**
 * Inserts thousands of rows into MySQL or MariaDB, each a list of checked values without bytes, in the order of
 * `columns`. A server that takes a stream (`local_infile`) opens it in half the time of statements; one that takes none
 * gets statements. Throws, as a statement would, when a row stands already or a value does not fit its column.
 */
export async function loadRows(
  db: AnyDb,
  table: string,
  columns: readonly string[],
  rows: Iterable<readonly unknown[]>,
): Promise<void> {
  if (await takesStreams(db)) await loadLines(db, { table, columns, same: {} }, linesOf(rows))
  else
    for (const chunk of chunksOf(rows))
      await writeBound({ db, table, columns, onDuplicate: undefined }, chunk)
}

/** Whether the server takes a stream. */
export async function takesStreams(db: AnyDb): Promise<boolean> {
  const { rows } = await db.executeQuery(CompiledQuery.raw('select @@local_infile as streams'))
  return Number((rows[0] as { streams: unknown }).streams) === 1
}

/** Some rows as `load data` reads them. */
export interface Lines {
  bytes: Buffer
  count: number
}

export function* linesOf(rows: Iterable<readonly unknown[]>): Generator<Lines> {
  let [bytes, used, count] = [Buffer.allocUnsafe(bytesAtOnce), 0, 0]
  for (const row of rows) {
    const line = lineOf(row)
    const most = line.length * 3
    if (used + most > bytes.length) {
      yield { bytes: bytes.subarray(0, used), count }
      ;[bytes, used, count] = [Buffer.allocUnsafe(Math.max(bytesAtOnce, most)), 0, 0]
    }
    used += bytes.write(line, used)
    count += 1
  }
  yield { bytes: bytes.subarray(0, used), count }
}

/** Streams lines of `columns` to a server that takes them; `same` is what all rows have besides. Throws as `loadRows` does. */
export async function loadLines(
  db: AnyDb,
  into: { table: string; columns: readonly string[]; same: Readonly<Record<string, unknown>> },
  pieces: Iterable<Lines>,
): Promise<void> {
  let count = 0
  async function* stream(): AsyncGenerator<Buffer> {
    for (const piece of pieces) {
      count += piece.count
      yield piece.bytes
      // What was handed over is only sent when others have their turn.
      await giveWay()
    }
  }
  const { table, columns, same } = into
  const place = `${quoted(db, table)} character set utf8mb4 ${listed(db, columns)}`
  const besides = Object.keys(same).map(name => `${quoted(db, name)} = ?`)
  const set = besides.length === 0 ? '' : ` set ${besides.join(', ')}`
  const statement = `load data local infile 'rows' into table ${place}${set}`
  const streamed = new StreamedRows(() => Readable.from(stream()))
  const bound = [streamed, ...Object.values(same)]
  const { numAffectedRows } = await db.executeQuery(CompiledQuery.raw(statement, bound))
  // Of a stream the server only warns: it leaves out a row that stands, and cuts off what does not fit.
  const { rows: said } = await db.executeQuery(CompiledQuery.raw('show warnings limit 1'))
  const [warning] = said as { Message: string }[]
  if (warning !== undefined) throw new Error(`Rows for ${table} do not fit: ${warning.Message}`)
  if (Number(numAffectedRows) !== count)
    throw new Error(`Of ${count} rows for ${table} the server took ${numAffectedRows}`)
}

/** A line as `load data` reads it with its own settings: tabs between values, `\\` before what would end one. */
export function lineOf(row: readonly unknown[]): string {
  let line = ''
  for (let at = 0; at < row.length; at += 1) line += (at === 0 ? '' : '\t') + textOf(row[at])
  return `${line}\n`
}

function textOf(value: unknown): string {
  if (value === null) return '\\N'
  if (typeof value !== 'string') return String(value)
  return /[\\\t\n\r\0]/.test(value) ? value.replace(/[\\\t\n\r\0]/g, escaped) : value
}

function escaped(character: string): string {
  if (character === '\t') return '\\t'
  if (character === '\n') return '\\n'
  if (character === '\r') return '\\r'
  return character === '\0' ? '\\0' : '\\\\'
}

function* chunksOf(rows: Iterable<readonly unknown[]>): Generator<unknown[][]> {
  let chunk: unknown[][] = []
  for (const row of rows) {
    chunk.push([...row])
    if (chunk.length < rowsAtOnce) continue
    yield chunk
    chunk = []
  }
  if (chunk.length > 0) yield chunk
}
