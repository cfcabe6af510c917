import type { Grid } from './grid.ts'
import type { ProblemValues } from './reading.ts'

/** What an uploaded workbook may hold; beyond it the file is refused before it costs time or memory. */
export const workbookLimits = {
  bytes: 10 * 1024 * 1024,
  /** All parts of a zipped workbook that are read, unzipped and counted. */
  unzippedBytes: 120 * 1024 * 1024,
  zipEntries: 5_000,
  sheets: 60,
  /** Number of the last row with a value; blank rows below cost nothing. */
  rows: 20_000,
  columns: 300,
  /** Cells with a value, in all sheets. */
  cells: 600_000,
  /** Characters of text, in all sheets. */
  characters: 20_000_000,
  merges: 20_000,
  milliseconds: 4_000,
  heapMegabytes: 512,
}

export type WorkbookLimits = typeof workbookLimits

export type WorkbookFormat = 'xlsx' | 'xls' | 'xml-2003' | 'html' | 'csv'

/** Why a file was not opened, worded in workbook.text.ts; `values` name the sheet and the number allowed. */
export type Refusal =
  | 'empty'
  | 'not-a-workbook'
  | 'archive'
  | 'save-as-xlsx'
  | 'encrypted'
  | 'too-large'
  | 'zip-bomb'
  | 'too-many-sheets'
  | 'too-many-rows'
  | 'too-many-columns'
  | 'too-many-cells'
  | 'too-many-merges'
  | 'damaged'
  | 'took-too-long'
  | 'no-values'

export interface Refused {
  ok: false
  refusal: Refusal
  values: ProblemValues
}

export interface ReadWorkbook {
  ok: true
  format: WorkbookFormat
  grids: Grid[]
}

export function refuse(refusal: Refusal, values: ProblemValues = {}): Refused {
  return { ok: false, refusal, values }
}
