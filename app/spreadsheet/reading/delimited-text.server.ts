import Papa from 'papaparse'
import type { Cell, Grid } from '../grid.ts'
import { isBlankCell } from '../plain-text.ts'
import type { Refused, SheetHead, WorkbookLimits } from '../workbook.ts'
import { refuse } from '../workbook.ts'
import type { TextEncoding } from './decode-text.server.ts'
import type { Limited } from './limited-rows.server.ts'
import { overLimit, put, roomOf } from './limited-rows.server.ts'

const delimiters = [',', '\t', ';', '|']
const lookedAt = 50
const headSize = 200_000
const mostBytesOfSign = 4
const quoted = /"[^"]*"/g

/** Columns that a workbook program can have: a line beyond is no row of a table, even of empty cells. */
const widestSheet = 16_384

/** Characters decoded and parsed at a time. */
const pieceSize = 64 * 1024

/** The one sheet that such a file is. */
export const delimitedSheet: SheetHead = { name: 'Sheet1', hidden: false, date1904: false }

/** A table written as text: how it is read, told by its beginning. */
export interface DelimitedText {
  ok: true
  bytes: Buffer
  encoding: TextEncoding
  delimiter: string
  /** Lines of a file may end with \r\n and with \n: then with \n, before which a \r is no part of the last cell. */
  newline: '\r' | '\n'
}

/** Tells how a CSV or TSV file is read; prose is no table. */
export function openDelimitedText(bytes: Buffer, encoding: TextEncoding): DelimitedText | Refused {
  const head = withoutMarks(
    new TextDecoder(encoding)
      .decode(bytes.subarray(0, headSize * mostBytesOfSign), { stream: true })
      .slice(0, headSize),
  )
  // A cell that holds line breaks is no line; where a quote is never closed, the lines tell more.
  const delimiter = guessDelimiter(head.replace(quoted, '')) ?? guessDelimiter(head)
  if (delimiter === undefined) return refuse('not-a-workbook', { kind: 'text' })
  const { linebreak } = Papa.parse(head, { delimiter, preview: 1 }).meta
  return {
    ok: true,
    bytes,
    encoding,
    delimiter,
    newline: linebreak === '\r' ? '\r' : '\n',
  }
}

/** Its rows in order as they are read, as those of one sheet 'Sheet1'; every cell stays the text that it is. */
export function* delimitedRows(
  { bytes, encoding, delimiter, newline }: DelimitedText,
  limits: WorkbookLimits,
): Generator<{ from: number; rows: Grid['rows'] }, Refused | undefined> {
  const decoder = new TextDecoder(encoding)
  const sources = { limits, room: roomOf(limits) }
  let rest = ''
  let row = 0
  let first = 0
  let line = 0
  for (let at = 0; at < bytes.length; ) {
    // Twice the row that did not end yet: one over the whole file is not parsed anew for every piece.
    const to = at + Math.max(pieceSize, rest.length)
    const decoded = decoder.decode(bytes.subarray(at, to), { stream: to < bytes.length })
    const text = rest + (at === 0 ? withoutMarks(decoded) : decoded)
    if (at === 0) line = linesIn(decoded.slice(0, decoded.length - text.length))
    at = to
    const parser = new Papa.Parser({ delimiter, newline })
    const parsed = parser.parse(text, 0, at < bytes.length)
    const quote = brokenQuote(parsed)
    if (quote !== undefined) return refuse('open-quote', { line: line + linesIn(text.slice(0, quote)) + 1 })
    rest = text.slice(parsed.meta.cursor)
    line += linesIn(text.slice(0, parsed.meta.cursor))
    const rows: Grid['rows'] = []
    // A row longer than a piece is looked at before the rest of it is waited for.
    const unfinished = rest.length >= pieceSize ? parser.parse(rest, 0, false).data[0] : []
    if (isTooWide(unfinished)) return tooWide(limits)
    for (const texts of parsed.data) {
      const refused = putRow(rows, { first, row }, texts, sources)
      if (refused !== undefined) return refused
      row += 1
    }
    yield { from: first, rows }
    first += rows.length
  }
  return undefined
}

/**
 * Where a cell opens whose quote is never closed, or closed and followed by more text: it would swallow cells and lines.
 * A row that did not end yet is judged with what follows.
 */
function brokenQuote({ data, errors }: Papa.ParseResult<string[]>): number | undefined {
  return errors.find(({ row = 0 }) => row < data.length)?.index
}

/** Line breaks as any program that shows the file counts them. */
function linesIn(text: string): number {
  return text.match(/\r\n|\r|\n/g)?.length ?? 0
}

function withoutMarks(text: string): string {
  return text.replace(/^\uFEFF/, '').replace(/^sep=.\r?\n/i, '')
}

/** The sign that parts most of the first lines into the same number of cells; undefined for prose. */
function guessDelimiter(text: string): string | undefined {
  const lines = firstLines(text).map(line => line.replace(quoted, ''))
  const scored = delimiters.map(delimiter => {
    const counts = lines.map(line => line.split(delimiter).length - 1)
    const most = mostCommon(counts.filter(count => count > 0))
    return { delimiter, lines: most.times, cells: most.value }
  })
  scored.sort((one, other) => other.lines * other.cells - one.lines * one.cells)
  const best = scored[0]
  if (best === undefined || best.cells === 0) return undefined
  const isTable = lines.length === 1 ? best.cells >= 2 : best.lines >= 2 && best.lines * 2 >= lines.length
  return isTable || best.delimiter === '\t' ? best.delimiter : undefined
}

function putRow(
  rows: Grid['rows'],
  { first, row }: { first: number; row: number },
  texts: string[],
  sources: Limited,
): Refused | undefined {
  if (isTooWide(texts)) return tooWide(sources.limits)
  for (let column = 0; column < texts.length; column += 1) {
    const written = texts[column] ?? ''
    const text = column === texts.length - 1 ? written.replace(/\r$/, '') : written
    if (text === '') continue
    const cell: Cell = { type: 'text', text }
    if (isBlankCell(cell)) continue
    const refused = overLimit(cell, { row, column }, 'Sheet1', sources)
    if (refused !== undefined) return refused
    put(rows, { row: row - first, column }, cell)
  }
  return undefined
}

function isTooWide(texts: string[]): boolean {
  return texts.length > widestSheet
}

function tooWide({ columns }: WorkbookLimits): Refused {
  return refuse('too-many-columns', { sheet: delimitedSheet.name, allowed: columns })
}

function firstLines(text: string): string[] {
  return text.split(/\r\n|\r|\n/, lookedAt).filter(line => line.trim() !== '')
}

function mostCommon(counts: number[]): { value: number; times: number } {
  const times = new Map<number, number>()
  for (const count of counts) times.set(count, (times.get(count) ?? 0) + 1)
  return [...times].reduce((best, [value, time]) => (time > best.times ? { value, times: time } : best), {
    value: 0,
    times: 0,
  })
}
