import type { Grid, Merge } from './grid.ts'
import type { ProblemValues } from './reading.ts'
import type { TemplateMark } from './template-mark.ts'

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

/**
 * What a file may hold whose rows are handed out piece by piece (.xlsx, CSV): 200,000 rows of ten columns and some
 * room. `milliseconds` is the longest wait for one piece; the whole takes time in proportion to its bytes.
 */
export const streamLimits: WorkbookLimits = {
  ...workbookLimits,
  bytes: 32 * 1024 * 1024,
  unzippedBytes: 512 * 1024 * 1024,
  rows: 250_000,
  cells: 3_000_000,
  characters: 120_000_000,
}

export type WorkbookFormat = 'xlsx' | 'xls' | 'xml-2003' | 'html' | 'csv'

/** Why a file was not opened, worded in workbook.text.ts; `values` name the sheet, the number allowed or the line. */
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
  | 'open-quote'
  | 'took-too-long'
  | 'no-values'

export interface Refused {
  ok: false
  refusal: Refusal
  values: ProblemValues
}

export interface SheetHead {
  name: string
  hidden: boolean
  /** Serial 0 is 1904-01-01 instead of 1899-12-30. */
  date1904: boolean
}

/**
 * What a workbook read in pieces is handed out as. `end` or `refused` is always the last: after a refusal nothing
 * that came before may be kept.
 */
export type SheetPart =
  /** All merged areas of a sheet: before its first row, or behind its last where `PartsOrder` says so. */
  | { part: 'sheet'; sheet: number; merges: Merge[] }
  /** Rows in order, blank ones among them as []; `from` is the zero-based number of the first. */
  | { part: 'rows'; sheet: number; from: number; rows: Grid['rows'] }
  | { part: 'end' }
  | { part: 'refused'; refused: Refused }

/**
 * Merged areas stand behind the rows of a sheet in its file. To know them first it is looked through twice; then no row
 * is handed out either of a sheet that turns out to be cut or damaged further down.
 */
export type PartsOrder = 'merges-first' | 'rows-first'

/** A workbook while it is read: its sheets in order, then their parts. */
export interface WorkbookInParts {
  ok: true
  format: WorkbookFormat
  sheets: SheetHead[]
  mark?: TemplateMark
  /** Name of the sheet on which we listed the problems when we handed the file back. */
  report?: string
  parts: AsyncGenerator<SheetPart, void>
}

export interface ReadWorkbook {
  ok: true
  format: WorkbookFormat
  grids: Grid[]
}

export function refuse(refusal: Refusal, values: ProblemValues = {}): Refused {
  return { ok: false, refusal, values }
}

/** What the size of a file alone refuses. */
export function refuseBySize(bytes: Uint8Array, limits: WorkbookLimits): Refused | undefined {
  if (bytes.byteLength === 0) return refuse('empty')
  if (bytes.byteLength <= limits.bytes) return undefined
  return refuse('too-large', { megabytes: Math.floor(limits.bytes / 1024 / 1024) })
}
