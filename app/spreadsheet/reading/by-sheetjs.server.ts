import { createRequire } from 'node:module'
import type { CellObject, WorkBook, WorkSheet } from 'xlsx'
import type { Cell, Grid } from '../grid.ts'
import { isBlankCell } from '../plain-text.ts'
import type { ReadWorkbook, Refused, WorkbookFormat, WorkbookLimits } from '../workbook.ts'
import { refuse } from '../workbook.ts'
import type { Limited } from './limited-rows.server.ts'
import { overLimit, put, roomOf } from './limited-rows.server.ts'
import { builtInFormats } from './number-formats.server.ts'

const require = createRequire(import.meta.url)

/**
 * SheetJS in its CommonJS build, which brings the code pages that old .xls files need; the module build has none. It is
 * loaded by the first file that needs it: a thread that reads a large .xlsx needs neither its time nor its memory.
 */
export function sheetJs(): typeof import('xlsx') {
  return require('xlsx')
}

const errorTexts: Record<number, string> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
  43: '#GETTING_DATA',
}

/** Reads what SheetJS alone can read: .xls and .et (bytes), Excel's XML of 2003 and HTML tables (text). */
export function readBySheetJs(
  content: Buffer | string,
  format: WorkbookFormat,
  limits: WorkbookLimits,
): ReadWorkbook | Refused {
  let workbook: WorkBook
  try {
    workbook = sheetJs().read(content, {
      type: typeof content === 'string' ? 'string' : 'buffer',
      dense: true,
      raw: true,
      cellNF: true,
      cellText: false,
      cellHTML: false,
      cellFormula: false,
      // One more than allowed, so that a longer sheet is seen and refused, not cut.
      sheetRows: limits.rows + 1,
      WTF: true,
    })
  } catch (error) {
    return refuse(/password|encrypt/i.test(String(error)) ? 'encrypted' : 'damaged')
  }
  if (workbook.SheetNames.length > limits.sheets) {
    return refuse('too-many-sheets', { allowed: limits.sheets })
  }
  return readSheets(workbook, format, limits)
}

function readSheets(
  workbook: WorkBook,
  format: WorkbookFormat,
  limits: WorkbookLimits,
): ReadWorkbook | Refused {
  const date1904 = workbook.Workbook?.WBProps?.date1904 === true
  const sources = { limits, room: roomOf(limits) }
  const grids: Grid[] = []
  for (const [index, name] of workbook.SheetNames.entries()) {
    const sheet = workbook.Sheets[name]
    const merges = sheet?.['!merges'] ?? []
    if (merges.length > limits.merges) {
      return refuse('too-many-merges', { sheet: name, allowed: limits.merges })
    }
    const rows = rowsOf(sheet, name, sources)
    if (!Array.isArray(rows)) return rows
    grids.push({
      name,
      hidden: (workbook.Workbook?.Sheets?.[index]?.Hidden ?? 0) > 0,
      date1904,
      rows,
      merges: merges.map(({ s, e }) => ({ top: s.r, left: s.c, bottom: e.r, right: e.c })),
    })
  }
  return { ok: true, format, grids }
}

function rowsOf(
  sheet: WorkSheet | undefined,
  name: string,
  sources: Limited,
): (Cell | undefined)[][] | Refused {
  const data: CellObject[][] = sheet?.['!data'] ?? []
  const rows: (Cell | undefined)[][] = []
  let refused: Refused | undefined
  // `some` visits only what is there: a lone cell in the last row costs one step, not a million.
  data.some((cells, row) =>
    cells?.some((object, column) => {
      const cell = cellOf(object)
      if (isBlankCell(cell)) return false
      refused = overLimit(cell, { row, column }, name, sources)
      if (refused === undefined) put(rows, { row, column }, cell)
      return refused !== undefined
    }),
  )
  return refused ?? rows
}

function cellOf(object: CellObject): Cell | undefined {
  if (object.t === 'b') return { type: 'boolean', value: object.v === true }
  if (object.t === 'e') return { type: 'error', text: errorTexts[Number(object.v)] ?? '#ERROR!' }
  if (object.t === 's') return { type: 'text', text: String(object.v ?? '').replace(/\r\n?/g, '\n') }
  if (object.t !== 'n') return undefined
  const value = Number(object.v)
  return Number.isFinite(value)
    ? { type: 'number', value, format: formatOf(object) }
    : { type: 'error', text: String(object.v) }
}

function formatOf(object: CellObject & { XF?: { numFmtId?: number } }): string {
  if (object.z !== undefined && object.z !== null) return String(object.z)
  return builtInFormats[object.XF?.numFmtId ?? 0] ?? 'General'
}
