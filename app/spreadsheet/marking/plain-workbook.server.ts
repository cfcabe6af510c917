import type { Cell, Grid, Merge } from '../grid.ts'
import { cellAddress, rawOf } from '../grid.ts'
import type { SheetHead } from '../workbook.ts'
import { cellXml, escapeXml } from '../writing/table-parts.server.ts'
import type { ZipPart } from '../writing/zip-writer.server.ts'
import { widthInCharacters } from './note-shapes.ts'
import { savedZip, textPart } from './package-parts.server.ts'

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/**
 * The sheets as a plain .xlsx, for files of other formats: the same names, cells, number formats and merged areas.
 * Text is formatted as text, so that nobody's program makes numbers of codes; columns are as wide as what they hold.
 */
export function writePlainWorkbook(grids: readonly Grid[]): Promise<Uint8Array> {
  const formats = new Set(grids.flatMap(({ rows }) => rows.flatMap(formatsIn)))
  const styles = stylesOf(formats)
  const sheets = grids.map((grid, index) => textPart(pathOfSheet(index), sheetPieces(grid, styles.numberOf)))
  return savedZip([...partsAround(grids, styles.xml), ...sheets])
}

/** The parts of a plain workbook but its sheets. */
export function partsAround(sheets: readonly SheetHead[], styles: string): ZipPart[] {
  return [
    textPart('[Content_Types].xml', [contentTypes(sheets.length)]),
    textPart('_rels/.rels', [relations([['officeDocument', 'xl/workbook.xml']])]),
    textPart('xl/workbook.xml', [workbookXml(sheets)]),
    textPart('xl/_rels/workbook.xml.rels', [
      relations([
        ...sheets.map((_, index): [string, string] => ['worksheet', `worksheets/sheet${index + 1}.xml`]),
        ['styles', 'styles.xml'],
      ]),
    ]),
    textPart('xl/styles.xml', [styles]),
  ]
}

export function pathOfSheet(index: number): string {
  return `xl/worksheets/sheet${index + 1}.xml`
}

function contentTypes(sheets: number): string {
  const own = Array.from(
    { length: sheets },
    (_, index) =>
      `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${types}.worksheet+xml"/>`,
  )
  return `${head}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/>${own.join('')}<Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/></Types>`
}

function relations(list: readonly [type: string, target: string][]): string {
  const each = list.map(
    ([type, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${office}/${type}" Target="${target}"/>`,
  )
  return `${head}<Relationships xmlns="${packages}/relationships">${each.join('')}</Relationships>`
}

function workbookXml(heads: readonly SheetHead[]): string {
  const sheets = heads.map(
    ({ name, hidden }, index) =>
      `<sheet name="${escapeXml(name)}" sheetId="${index + 1}"${hidden ? ' state="hidden"' : ''} r:id="rId${index + 1}"/>`,
  )
  const shown = Math.max(
    0,
    heads.findIndex(({ hidden }) => !hidden),
  )
  const days = heads.some(sheet => sheet.date1904) ? '<workbookPr date1904="1"/>' : ''
  return `${head}<workbook xmlns="${main}" xmlns:r="${office}">${days}<bookViews><workbookView activeTab="${shown}"/></bookViews><sheets>${sheets.join('')}</sheets></workbook>`
}

const firstOwnFormat = 164

/** Number formats of a row that need a style of their own. */
export function formatsIn(row: Grid['rows'][number]): string[] {
  return row.flatMap(cell => (cell?.type === 'number' && cell.format !== 'General' ? [cell.format] : []))
}

export interface PlainStyles {
  xml: string
  numberOf: (cell: Cell) => number
}

/** Style 0 is plain, 1 is text, and every number format of the sheets has its own. */
export function stylesOf(formats: ReadonlySet<string>): PlainStyles {
  const list = [...formats]
  const places = new Map(list.map((format, index) => [format, index + 2]))
  const own = list.map(
    (format, index) => `<numFmt numFmtId="${firstOwnFormat + index}" formatCode="${escapeXml(format)}"/>`,
  )
  const cells = list.map(
    (_, index) =>
      `<xf numFmtId="${firstOwnFormat + index}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`,
  )
  const numbers = own.length === 0 ? '' : `<numFmts count="${own.length}">${own.join('')}</numFmts>`
  return {
    xml: `${head}<styleSheet xmlns="${main}">${numbers}<fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${cells.length + 2}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>${cells.join('')}</cellXfs></styleSheet>`,
    numberOf: cell => {
      if (cell.type === 'text') return 1
      return cell.type === 'number' ? (places.get(cell.format) ?? 0) : 0
    },
  }
}

function* sheetPieces({ rows, merges }: Grid, numberOf: PlainStyles['numberOf']): Generator<string> {
  yield sheetStart(rows)
  for (const [row, cells] of rows.entries()) yield rowXml(row, cells, numberOf)
  yield sheetEnd(merges)
}

/** The XML of a sheet before its rows; columns are made as wide as the first of them need. */
export function sheetStart(rows: Grid['rows']): string {
  return `${head}<worksheet xmlns="${main}">${columnsXml(rows)}<sheetData>`
}

/** A row numbered from 0; nothing for a blank one. */
export function rowXml(row: number, cells: Grid['rows'][number], numberOf: PlainStyles['numberOf']): string {
  if (cells.length === 0) return ''
  const parts = cells.map((cell, column) => (cell === undefined ? '' : oneCell(cell, row, column, numberOf)))
  return `<row r="${row + 1}">${parts.join('')}</row>`
}

export function sheetEnd(merges: readonly Merge[]): string {
  const areas = merges.map(
    ({ top, left, bottom, right }) =>
      `<mergeCell ref="${cellAddress(top, left)}:${cellAddress(bottom, right)}"/>`,
  )
  const merged =
    areas.length === 0 ? '' : `<mergeCells count="${areas.length}">${areas.join('')}</mergeCells>`
  return `</sheetData>${merged}</worksheet>`
}

const knownErrors = ['#NULL!', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#N/A']

function oneCell(cell: Cell, row: number, column: number, numberOf: (cell: Cell) => number): string {
  const address = cellAddress(row, column)
  if (cell.type !== 'error') return `<c r="${address}${cellXml(cell, numberOf(cell))}`
  // A formula that was never worked out, or an error of another program: an error here too, never a value.
  const text = knownErrors.includes(cell.text) ? cell.text : '#VALUE!'
  return `<c r="${address}" t="e"><v>${escapeXml(text)}</v></c>`
}

const lookedAt = 500

function columnsXml(rows: Grid['rows']): string {
  const widths: number[] = []
  for (const row of rows.slice(0, lookedAt)) {
    for (const [column, cell] of row.entries()) {
      const longest = Math.max(...rawOf(cell).split('\n').map(widthInCharacters))
      widths[column] = Math.max(widths[column] ?? 9, Math.min(longest + 2, 40))
    }
  }
  const columns = Array.from(
    widths,
    (width = 9, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  )
  return columns.length === 0 ? '' : `<cols>${columns.join('')}</cols>`
}
