import type ExcelJS from 'exceljs'
import type { Cell } from '../grid.ts'

const thin = { style: 'thin', color: { argb: 'FF9AA5B1' } } as const

/** Lines around a cell of a table. */
export const tableBorder: Partial<ExcelJS.Borders> = { top: thin, left: thin, bottom: thin, right: thin }

/** Makes a row look like a header: bold, shaded, centred, wrapped. */
export function styleHeader(row: ExcelJS.Row): void {
  row.height = 32
  row.eachCell(cell => {
    cell.font = { bold: true }
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFDCEEF0' } }
    cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true }
    cell.border = tableBorder
  })
}

/** Puts our cell into exceljs's: text stays text, a date is its number with its format, never a JS Date. */
export function fillCell(target: ExcelJS.Cell, cell: Cell | undefined): void {
  if (cell === undefined) return
  if (cell.type === 'text' || cell.type === 'error') {
    target.value = cell.text
    target.numFmt = '@'
    return
  }
  target.value = cell.value
  if (cell.type === 'number' && cell.format !== 'General') target.numFmt = cell.format
}

/** A name that Excel takes for a sheet: at most 31 signs, none of []:*?/\ and no apostrophe at the ends. */
export function sheetNameOf(title: string): string {
  return (
    title
      .replace(/[[\]:*?/\\]/g, ' ')
      .replace(/^'+|'+$/g, '')
      .trim()
      .slice(0, 31) || 'Sheet1'
  )
}
