import type { EvenRows } from '../even-rows.ts'
import { type Lines, lineOf } from './load-rows.ts'

/** Rows of an even list within a text, and the places of the values that are wanted of each. */
export interface EvenLists {
  /** In UTF-8. */
  text: Uint8Array
  rows: EvenRows
  places: readonly number[]
  /** A list of which several rows share one; `number` is the place where a row says which. */
  shared?: { rows: EvenRows; places: readonly number[]; number: number }
}

const bytesAtOnce = 128 * 1024
/** The signs '"', '-', 'n', a tab, the end of a line and '\N', which stands for nothing. */
const [quote, minus, n, tab, end] = [0x22, 0x2d, 0x6e, 0x09, 0x0a] as const
const nothing = [0x5c, 0x4e] as const

/**
 * The rows as `load data` reads them, each with `begins` before it, copied byte by byte without opening the text: what
 * stands at its place in an even list needs no escape in JSON, hence none here.
 */
export function* linesByPlace(
  { text, rows, places, shared }: EvenLists,
  begins: readonly unknown[],
): Generator<Lines> {
  const beginnings = beginningsOf(text, begins, shared)
  const most = Math.max(...beginnings.map(({ length }) => length)) + rows.length + places.length
  const starts = places.map(place => rows.values[place]!.at)
  const numberAt = shared === undefined ? null : rows.values[shared.number]!.at
  let [bytes, used, count] = [Buffer.allocUnsafe(Math.max(bytesAtOnce, most)), 0, 0]
  for (let row = 0, from = rows.from; row < rows.count; row += 1, from += rows.length) {
    if (used + most > bytes.length) {
      yield { bytes: bytes.subarray(0, used), count }
      ;[bytes, used, count] = [Buffer.allocUnsafe(Math.max(bytesAtOnce, most)), 0, 0]
    }
    const beginning = beginnings[numberAt === null ? 0 : numberIn(text, from + numberAt)]
    if (beginning === undefined) throw new Error('A row belongs to none of its text')
    used += beginning.copy(bytes, used)
    for (let at = 0; at < starts.length; at += 1) {
      used = copied(text, from + starts[at]!, bytes, used)
      bytes[used] = at === starts.length - 1 ? end : tab
      used += 1
    }
    count += 1
  }
  yield { bytes: bytes.subarray(0, used), count }
}

/** What stands before the values of a row, for each of the rows that are shared. */
function beginningsOf(text: Uint8Array, begins: readonly unknown[], shared: EvenLists['shared']): Buffer[] {
  const head = begins.length === 0 ? Buffer.alloc(0) : Buffer.from(lineOf(begins).replace(/\n$/, '\t'))
  if (shared === undefined) return [head]
  const { rows, places } = shared
  return Array.from({ length: rows.count }, (_, row) => {
    const bytes = Buffer.allocUnsafe(head.length + rows.length + places.length)
    let used = head.copy(bytes)
    for (const place of places) {
      used = copied(text, rows.from + row * rows.length + rows.values[place]!.at, bytes, used)
      bytes[used] = tab
      used += 1
    }
    return bytes.subarray(0, used)
  })
}

/** Copies the value that begins at `from`; answers where the next one goes. */
function copied(text: Uint8Array, from: number, to: Buffer, begin: number): number {
  let [at, used] = [from, begin]
  if (text[at] === n) {
    for (const byte of nothing) {
      to[used] = byte
      used += 1
    }
    return used
  }
  const isText = text[at] === quote
  if (isText) at += 1
  for (let byte = text[at]!; isText ? byte !== quote : isOfNumber(byte); byte = text[at]!) {
    to[used] = byte
    used += 1
    at += 1
  }
  return used
}

function isOfNumber(byte: number): boolean {
  return (byte >= 0x30 && byte <= 0x39) || byte === minus
}

function numberIn(text: Uint8Array, from: number): number {
  let number = 0
  for (let at = from; isOfNumber(text[at]!); at += 1) number = number * 10 + text[at]! - 0x30
  return number
}
