import type { Locale } from '../i18n/text.ts'
import { say } from '../i18n/text.ts'
import { textCell } from './cells-to-write.ts'
import type { Cell } from './grid.ts'
import type { AnyColumn, RowOf, Sheet } from './sheet.ts'
import { headerText } from './sheet.ts'
import { shownText } from './shown-text.ts'
import { fixedParts, rowXml, sheetClosing, sheetOpening, style } from './writing/table-parts.server.ts'
import { sheetNameOf } from './writing/workbook-style.server.ts'
import { deflatePart, zipParts } from './writing/zip-writer.server.ts'

type Rows<S extends Sheet> = Iterable<RowOf<S>> | AsyncIterable<RowOf<S>>

export interface TableOptions {
  locale: Locale
  /** A line above the header: what this is, as of when, from where. */
  note?: string
}

const rowsInPiece = 250

/**
 * The rows as the bytes of an .xlsx that can be imported again: the sheet's own headers, codes as text, true dates
 * and numbers, no formulas. Rows may come from a stream; while they are written others are served.
 */
export async function writeTable<S extends Sheet>(
  sheet: S,
  rows: Rows<S>,
  options: TableOptions,
): Promise<Uint8Array> {
  const name = sheetNameOf(say(options.locale, sheet.title))
  const parts = Object.entries(fixedParts(name)).map(([part, xml]) => deflatePart(part, [xml]))
  const table = deflatePart('xl/worksheets/sheet1.xml', tableXml(sheet, rows, options))
  return zipParts(await Promise.all([...parts, table]))
}

/**
 * The rows as CSV in UTF-8 with a byte order mark, so that Excel and WPS read it right. Text that a spreadsheet
 * would take for a formula gets an apostrophe before it.
 */
export async function writeCsv<S extends Sheet>(
  sheet: S,
  rows: Rows<S>,
  options: Pick<TableOptions, 'locale'>,
): Promise<Uint8Array> {
  const columns = columnsOf(sheet)
  const lines = [columns.map(([, column]) => csvField(textCell(headerText(column, options.locale))))]
  for await (const row of rows) lines.push(cellsOf(columns, row).map(csvField))
  return new TextEncoder().encode(`\uFEFF${lines.map(fields => `${fields.join(',')}\r\n`).join('')}`)
}

async function* tableXml<S extends Sheet>(
  sheet: S,
  rows: Rows<S>,
  { locale, note }: TableOptions,
): AsyncGenerator<string> {
  const columns = columnsOf(sheet)
  const headerRow = note === undefined ? 1 : 2
  const widths = columns.map(([, column]) => Math.max(column.width, 6))
  yield sheetOpening(widths, headerRow)
  if (note !== undefined) yield rowXml(1, [textCell(note)], style.note)
  const headers = columns.map(([, column]) => textCell(headerText(column, locale)))
  let number = headerRow
  let piece = rowXml(number, headers, style.header)
  for await (const row of rows) {
    number += 1
    piece += rowXml(number, cellsOf(columns, row))
    if (number % rowsInPiece !== 0) continue
    yield piece
    piece = ''
    await breathe()
  }
  yield piece + sheetClosing(headerRow, columns.length, number)
}

function columnsOf(sheet: Sheet): [string, AnyColumn][] {
  return Object.entries(sheet.columns)
}

function cellsOf<S extends Sheet>(
  columns: readonly [string, AnyColumn][],
  row: RowOf<S>,
): (Cell | undefined)[] {
  const values: Record<string, unknown> = row
  return columns.map(([key, column]) => {
    const value = values[key]
    return value === null || value === undefined ? undefined : column.write(value as never)
  })
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
