/**
 * A cell as the workbook stores it. A number keeps its number format ('General' when it has none), because
 * 0.0416667 shown as h:mm is an hour and without a format is a question. No JS Date ever leaves a workbook.
 */
export type Cell =
  | { type: 'text'; text: string }
  | { type: 'number'; value: number; format: string }
  | { type: 'boolean'; value: boolean }
  | { type: 'error'; text: string }

/** Inclusive, zero-based corners of a merged area; only its top-left cell holds a value. */
export interface Merge {
  top: number
  left: number
  bottom: number
  right: number
}

/** One sheet as read: rows are dense in order, cells may be missing (never written). Zero-based. */
export interface Grid {
  name: string
  hidden: boolean
  /** Serial 0 is 1904-01-01 instead of 1899-12-30. */
  date1904: boolean
  rows: (Cell | undefined)[][]
  merges: Merge[]
  /** Zero-based rows that a person left out: no record, though the rows below may still refer to what stands there. */
  skipped?: ReadonlySet<number>
}

/** 'C17' for row 16, column 2. */
export function cellAddress(row: number, column: number): string {
  return `${columnLetters(column)}${row + 1}`
}

/** 'C' for column 2. */
export function columnLetters(column: number): string {
  let letters = ''
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26)) {
    letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters
  }
  return letters
}

/** Row and column, zero-based, of an address such as 'C17'; null when it is none. */
export function placeOfAddress(address: string): { row: number; column: number } | null {
  const [, letters, digits] = /^([A-Z]{1,3})([1-9]\d{0,6})$/.exec(address) ?? []
  if (letters === undefined || digits === undefined) return null
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
  return { row: Number(digits) - 1, column }
}

/** What stood in the cell, as text for people. */
export function rawOf(cell: Cell | undefined): string {
  if (cell === undefined) return ''
  if (cell.type === 'text' || cell.type === 'error') return cell.text
  return String(cell.value)
}
