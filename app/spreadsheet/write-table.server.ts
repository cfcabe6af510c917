import type { Locale } from '../i18n/text.ts'
import { say } from '../i18n/text.ts'
import { numberCell, textCell } from './cells-to-write.ts'
import type { Cell } from './grid.ts'
import { columnLetters } from './grid.ts'
import type { TableColumn } from './list.ts'
import { columnsOfSheet } from './list.ts'
import type { RowOf, Sheet } from './sheet.ts'
import { shownText } from './shown-text.ts'
import {
  cellXml,
  fixedParts,
  rowXml,
  sheetClosing,
  sheetOpening,
  style,
  totalsXml,
} from './writing/table-parts.server.ts'
import { sheetNameOf } from './writing/workbook-style.server.ts'
import { zipOf } from './writing/zip-writer.server.ts'

/** All at once, or batch by batch from a stream. */
export type Rows<Row> = Iterable<Row> | AsyncIterable<readonly Row[]>

export interface TableOptions {
  locale: Locale
  /** A line above the header: what this is, as of when, from where. */
  note?: string
}

interface TableLook<Row> {
  /** Of the sheet's tab. */
  name: string
  note?: string
  /** What stands before the sums of the counted columns, or the row of totals itself. */
  total?: { label: string } | { row: Row }
}

const rowsInPiece = 250
/** Above it a column has a value of its own in nearly every row, and keeping them would only cost memory. */
const mostKept = 4096

/** The rows of a sheet as the bytes of an .xlsx that can be imported again. */
export function writeTable<S extends Sheet>(
  sheet: S,
  rows: Rows<RowOf<S>>,
  { locale, note }: TableOptions,
): Promise<Uint8Array> {
  const name = say(locale, sheet.title)
  return whole(
    tableStream(columnsOfSheet(sheet, locale), rows, { name, ...(note !== undefined && { note }) }),
  )
}

/** The rows of a sheet as the bytes of a CSV that can be imported again. */
export function writeCsv<S extends Sheet>(
  sheet: S,
  rows: Rows<RowOf<S>>,
  { locale }: Pick<TableOptions, 'locale'>,
): Promise<Uint8Array> {
  return whole(csvStream(columnsOfSheet(sheet, locale), rows))
}

async function whole(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = []
  for await (const piece of pieces) all.push(piece)
  return new Uint8Array(Buffer.concat(all))
}

/**
 * The rows as an .xlsx while they come: codes as text, true dates and numbers, no formulas; the header frozen, filters
 * on. While it is written others are served. Throws when the rows do: what went out by then is no workbook.
 */
export async function* tableStream<Row>(
  columns: readonly TableColumn<Row>[],
  rows: Rows<Row>,
  look: TableLook<Row>,
): AsyncGenerator<Uint8Array> {
  const parts = Object.entries(fixedParts(sheetNameOf(look.name)))
  yield* zipOf([
    ...parts.map(([name, xml]) => ({ name, pieces: [Buffer.from(xml)] })),
    { name: 'xl/worksheets/sheet1.xml', pieces: tableXml(columns, rows, look) },
  ])
}

/**
 * The rows as CSV in UTF-8 with a byte order mark, so that Excel and WPS read it right. Text that a spreadsheet
 * would take for a formula gets an apostrophe before it. Header and rows only: no note, no totals.
 */
export async function* csvStream<Row>(
  columns: readonly TableColumn<Row>[],
  rows: Rows<Row>,
): AsyncGenerator<Uint8Array> {
  const header = columns.map(column => csvField(textCell(column.header)))
  const fields = columns.map(column => keptTexts(column, csvField))
  let piece = bytesAsText(`\uFEFF${header.join(',')}\r\n`)
  let count = 0
  for await (const batch of batchesOf(rows)) {
    for (const row of batch) {
      let line = ''
      for (let at = 0; at < fields.length; at += 1) line += (at === 0 ? '' : ',') + fields[at]!(row)
      piece += `${line}\r\n`
      count += 1
      if (count % rowsInPiece !== 0) continue
      yield Buffer.from(piece, 'latin1')
      piece = ''
      await breathe()
    }
  }
  yield Buffer.from(piece, 'latin1')
}

async function* tableXml<Row>(
  columns: readonly TableColumn<Row>[],
  rows: Rows<Row>,
  { note, total }: TableLook<Row>,
): AsyncGenerator<Buffer> {
  const headerRow = note === undefined ? 1 : 2
  const letters = columns.map((_, at) => `<c r="${columnLetters(at)}`)
  const cells = columns.map(column => keptTexts(column, cell => (cell === undefined ? '' : cellXml(cell))))
  const sums = summing(columns)
  const headers = columns.map(column => textCell(column.header))
  const widths = columns.map(({ width }) => width)
  const aboveIt = note === undefined ? '' : rowXml(1, [textCell(note)], style.note)
  const header = rowXml(headerRow, headers, style.header)
  let piece = bytesAsText(sheetOpening(widths, headerRow) + aboveIt + header)
  let number = headerRow
  for await (const batch of batchesOf(rows)) {
    for (const row of batch) {
      number += 1
      const address = String(number)
      let xml = `<row r="${address}">`
      for (let at = 0; at < cells.length; at += 1) {
        const text = cells[at]!(row)
        if (text !== '') xml += letters[at]! + address + text
      }
      piece += `${xml}</row>`
      sums.add(row)
      if (number % rowsInPiece !== 0) continue
      yield Buffer.from(piece, 'latin1')
      piece = ''
      await breathe()
    }
  }
  if (total !== undefined) {
    const own = 'row' in total ? columns.map(column => cellIn(column, total.row)) : sums.cells(total.label)
    piece += bytesAsText(totalsXml(number + 1, own))
  }
  yield Buffer.from(piece + sheetClosing(headerRow, columns.length, number), 'latin1')
}

async function* batchesOf<Row>(rows: Rows<Row>): AsyncGenerator<Iterable<Row>> {
  if (Symbol.asyncIterator in rows) yield* rows
  else yield rows
}

function cellIn<Row>(column: TableColumn<Row>, row: Row): Cell | undefined {
  const value = column.valueOf(row)
  return value === null || value === undefined ? undefined : column.cellOf(value)
}

/**
 * What a row's cell is written as. Most columns say the same few things again and again, so the text of a value is
 * made once; it saves a cell object, and the escaping, for nearly every cell.
 */
function keptTexts<Row>(
  column: TableColumn<Row>,
  textOf: (cell: Cell | undefined) => string,
): (row: Row) => string {
  const kept = new Map<unknown, string>()
  const empty = textOf(undefined)
  return row => {
    const value = column.valueOf(row)
    if (value === null || value === undefined) return empty
    const known = kept.get(value)
    if (known !== undefined) return known
    const text = bytesAsText(textOf(column.cellOf(value)))
    if (kept.size >= mostKept) kept.clear()
    if (typeof value !== 'object') kept.set(value, text)
    return text
  }
}

/**
 * The UTF-8 bytes of the text, each as the character of its number: V8 puts Chinese text into bytes character by
 * character, which was two thirds of the cost of an .xlsx, whereas such characters are copied.
 */
function bytesAsText(text: string): string {
  return Buffer.from(text).toString('latin1')
}

/** Adds up the counted columns row by row. */
function summing<Row>(columns: readonly TableColumn<Row>[]) {
  const summed = columns.flatMap((column, at) => (column.isSummed ? [{ at, column }] : []))
  const sums = columns.map(() => 0)
  return {
    add(row: Row): void {
      for (const { at, column } of summed) sums[at]! += Number(column.valueOf(row) ?? 0)
    },
    cells(label: string): (Cell | undefined)[] {
      return columns.map((column, at) => {
        if (column.isSummed) return numberCell(sums[at] ?? 0)
        return at === 0 ? textCell(label) : undefined
      })
    },
  }
}

/** Lets requests that wait have their turn. */
function breathe(): Promise<void> {
  return new Promise(resolve => setImmediate(resolve))
}

function csvField(cell: Cell | undefined): string {
  const text = shownText(cell)
  const isFormula = cell?.type === 'text' && /^[=+\-@\t\r]/.test(text)
  const safe = isFormula ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
