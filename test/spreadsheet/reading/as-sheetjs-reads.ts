import * as XLSX from 'xlsx'
import type { Cell, Grid } from '#app/spreadsheet/grid.ts'
import { readBySheetJs } from '#app/spreadsheet/reading/by-sheetjs.server.ts'
import { builtInFormats } from '#app/spreadsheet/reading/number-formats.server.ts'
import { streamLimits } from '#app/spreadsheet/workbook.ts'

/** The grids that SheetJS makes of an .xlsx, in our shapes; a refusal comes back as its code. */
export function asSheetJsReads(bytes: Buffer): Grid[] | string {
  const read = readBySheetJs(bytes, 'xlsx', streamLimits)
  return read.ok ? read.grids.map(comparable) : read.refusal
}

/**
 * A grid without what the two readers may say differently: SheetJS names the formats that a workbook gives by number
 * in English (14 is 'm/d/yy'), we in Chinese ('yyyy/m/d'), as those who typed them saw them.
 */
export function comparable(grid: Grid): Grid {
  return { ...grid, rows: grid.rows.map(row => Array.from(row, comparableCell)) }
}

const sameFormats = new Map(
  Object.entries(XLSX.SSF.get_table()).flatMap(([id, format]) => {
    const own = builtInFormats[Number(id)]
    return own === undefined ? [] : [[String(format), own] as const]
  }),
)

function comparableCell(cell: Cell | undefined): Cell | undefined {
  return cell?.type === 'number' ? { ...cell, format: sameFormats.get(cell.format) ?? cell.format } : cell
}
