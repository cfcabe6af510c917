import ExcelJS from 'exceljs'
import type { Cell } from './grid.ts'
import { fillCell, sheetNameOf, styleHeader, tableBorder } from './writing/workbook-style.server.ts'

/** A page of figures as an office prints it; words come in the reader's language already. */
export interface Report {
  title: string
  /** Below the title: as of when, by which rule, from where. */
  subtitle?: string
  columns: readonly ReportColumn[]
  rows: readonly (readonly (Cell | undefined)[])[]
  /** The 合计 row, below the others and in bold. */
  totals?: readonly (Cell | undefined)[]
  /** Lines below the table: notes, signatures. */
  footer?: readonly string[]
  /** Of the sheet's tab; the title by default. */
  sheetName?: string
}

interface ReportColumn {
  /** The header's levels from the top, one to three: ['足球', '小学']. Equal neighbours are merged. */
  levels: readonly string[]
  /** In characters. */
  width: number
}

/** The reports as the bytes of one .xlsx, a sheet each: A4 landscape, header repeated on each printed page. */
export async function writeReport(...reports: readonly Report[]): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  for (const report of reports) addReport(workbook, report)
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

function addReport(workbook: ExcelJS.Workbook, report: Report): void {
  const page = workbook.addWorksheet(sheetNameOf(report.sheetName ?? report.title))
  const width = report.columns.length
  for (const [index, column] of report.columns.entries()) page.getColumn(index + 1).width = column.width
  addLine(page, report.title, width, { size: 16, bold: true })
  if (report.subtitle !== undefined) addLine(page, report.subtitle, width, { size: 10 })
  const top = page.rowCount + 1
  addHeader(page, report.columns, top)
  const bottom = page.rowCount
  for (const row of report.rows) addRow(page, row, width, false)
  if (report.totals !== undefined) addRow(page, report.totals, width, true)
  for (const line of report.footer ?? []) page.addRow([line])
  page.views = [{ state: 'frozen', ySplit: bottom, xSplit: 1 }]
  page.pageSetup = {
    paperSize: 9,
    orientation: 'landscape',
    fitToPage: true,
    fitToHeight: 0,
    printTitlesRow: `${top}:${bottom}`,
  }
  page.headerFooter.oddFooter = '&C&P / &N'
}

function addLine(page: ExcelJS.Worksheet, text: string, width: number, font: Partial<ExcelJS.Font>): void {
  const row = page.addRow([text])
  row.font = font
  row.alignment = { horizontal: 'center' }
  if (width > 1) page.mergeCells(row.number, 1, row.number, width)
}

/** A column with fewer levels than others reaches down; equal groups side by side become one cell. */
function addHeader(page: ExcelJS.Worksheet, columns: readonly ReportColumn[], top: number): void {
  const depth = Math.max(1, ...columns.map(({ levels }) => levels.length))
  for (let level = 0; level < depth; level += 1) {
    styleHeader(page.addRow(columns.map(({ levels }) => levels[level] ?? levels.at(-1) ?? '')))
  }
  for (let column = 0; column < columns.length; column += 1) {
    const levels = columns[column]?.levels ?? []
    if (levels.length < depth) {
      page.mergeCells(top + Math.max(levels.length - 1, 0), column + 1, top + depth - 1, column + 1)
    }
    for (let level = 0; level < levels.length - 1; level += 1) {
      const isGroupStart = !sharesGroup(columns[column - 1], columns[column], level)
      let last = column
      while (sharesGroup(columns[column], columns[last + 1], level)) last += 1
      if (isGroupStart && last > column) page.mergeCells(top + level, column + 1, top + level, last + 1)
    }
  }
}

function sharesGroup(one: ReportColumn | undefined, other: ReportColumn | undefined, level: number): boolean {
  if (one === undefined || other === undefined) return false
  if (one.levels.length <= level + 1 || other.levels.length <= level + 1) return false
  return one.levels.slice(0, level + 1).every((text, index) => text === other.levels[index])
}

function addRow(
  page: ExcelJS.Worksheet,
  cells: readonly (Cell | undefined)[],
  width: number,
  isTotal: boolean,
): void {
  const row = page.getRow(page.rowCount + 1)
  for (let column = 0; column < width; column += 1) {
    const target = row.getCell(column + 1)
    fillCell(target, cells[column])
    target.border = tableBorder
    if (isTotal) target.font = { bold: true }
  }
}
