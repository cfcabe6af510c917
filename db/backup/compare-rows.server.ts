import type { Db } from '../tables.ts'
import { keyOf, type Row, rowsOf, type Value } from './rows.server.ts'
import type { Snapshot } from './snapshot.server.ts'
import type { StoredTable } from './stored-tables.server.ts'

/** missing: the copy has not this row; extra: only the copy has it; different: its values differ in these columns. */
interface RowDifference {
  table: string
  key: readonly Value[]
  kind: 'missing' | 'extra' | 'different'
  columns: string[]
}

/** How many rows were compared, how many differ, and the first of these. */
export interface Comparison {
  rows: number
  differences: number
  first: RowDifference[]
}

/** Compares every row of a copy with the snapshot that it was made of, in the order of the keys; names no values. */
export async function compareRows(snapshot: Snapshot, copy: Db, most: number): Promise<Comparison> {
  const found: Comparison = { rows: 0, differences: 0, first: [] }
  for (const table of snapshot.tables) {
    const pairs = pairsOf(table, snapshot.rowsOf(table), rowsOf(copy, table))
    for await (const [ours, theirs] of pairs) {
      found.rows += 1
      const difference = differenceOf(table, ours, theirs)
      if (difference === undefined) continue
      found.differences += 1
      if (found.first.length < most) found.first.push(difference)
    }
  }
  return found
}

type Pair = readonly [Row | undefined, Row | undefined]

/** The rows of both sides, each beside the one of the same key where there is one. */
async function* pairsOf(
  table: StoredTable,
  ours: AsyncIterable<Row[]>,
  theirs: AsyncIterable<Row[]>,
): AsyncGenerator<Pair> {
  const [left, right] = [oneByOne(ours), oneByOne(theirs)]
  let [our, their] = [(await left.next()).value, (await right.next()).value]
  while (our !== undefined || their !== undefined) {
    const order = orderOf(table, our, their)
    yield [order <= 0 ? our : undefined, order >= 0 ? their : undefined]
    if (order <= 0) our = (await left.next()).value
    if (order >= 0) their = (await right.next()).value
  }
}

async function* oneByOne(pages: AsyncIterable<Row[]>): AsyncGenerator<Row, undefined> {
  for await (const page of pages) yield* page
}

/** Below 0 when ours comes first, above 0 when theirs does. */
function orderOf(table: StoredTable, ours: Row | undefined, theirs: Row | undefined): number {
  if (ours === undefined) return 1
  if (theirs === undefined) return -1
  const [our, their] = [keyOf(table, ours), keyOf(table, theirs)]
  for (const [place, value] of our.entries()) {
    const order = orderOfValues(value, their[place])
    if (order !== 0) return order
  }
  return 0
}

function orderOfValues(one: Value | undefined, other: Value | undefined): number {
  if (one === other) return 0
  if (typeof one === 'number' && typeof other === 'number') return one - other
  // As both databases order text: by its bytes.
  return Buffer.compare(Buffer.from(String(one)), Buffer.from(String(other)))
}

function differenceOf(
  table: StoredTable,
  ours: Row | undefined,
  theirs: Row | undefined,
): RowDifference | undefined {
  if (ours !== undefined && theirs !== undefined) {
    const columns = table.columns.filter((_, place) => !areEqual(ours[place]!, theirs[place]!))
    if (columns.length === 0) return undefined
    const names = columns.map(column => column.name)
    return { table: table.name, key: keyOf(table, ours), kind: 'different', columns: names }
  }
  const key = keyOf(table, (ours ?? theirs)!)
  return { table: table.name, key, kind: theirs === undefined ? 'missing' : 'extra', columns: [] }
}

function areEqual(one: Value, other: Value): boolean {
  if (one instanceof Uint8Array && other instanceof Uint8Array) return Buffer.compare(one, other) === 0
  return one === other
}
