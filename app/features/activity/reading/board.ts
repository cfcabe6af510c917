import { normalise } from '#app/spreadsheet/cells/normalise.ts'
import type { Cell, Grid } from '#app/spreadsheet/grid.ts'
import { cellAddress, rawOf } from '#app/spreadsheet/grid.ts'
import { isBlankCell } from '#app/spreadsheet/plain-text.ts'
import { rememberingTexts } from './memory.ts'

/** A cell's place in its sheet, zero-based. */
export interface Spot {
  row: number
  column: number
}

/** A sheet in which every place of a merged area leads to the area's top-left cell. */
export interface Board {
  name: string
  date1904: boolean
  height: number
  width: number
  /** Whether a person left the row out; the rows below may still refer to it. */
  isSkipped: (row: number) => boolean
  /** The place that holds the value shown at `row`, `column`. */
  originOf: (row: number, column: number) => Spot
  /** The value shown there; undefined when blank. */
  cellAt: (row: number, column: number) => Cell | undefined
  /** The value's text in one form and without any blank; '' when blank. */
  textAt: (row: number, column: number) => string
  /** The same of cells that stand there themselves: '' inside a merged area but for its top-left cell. */
  ownTextAt: (row: number, column: number) => string
}

export function boardOf(grid: Grid): Board {
  const height = grid.rows.length
  const width = grid.rows.reduce((widest, row) => Math.max(widest, row.length), 0)
  const origins = originsOfMerges(grid, height, width)
  const texts = new Map<number, string>()

  const originOf = (row: number, column: number) => origins.get(row * width + column) ?? { row, column }
  const cellAt = (row: number, column: number) => {
    const origin = originOf(row, column)
    const cell = grid.rows[origin.row]?.[origin.column]
    return isBlankCell(cell) ? undefined : cell
  }
  const textAt = (row: number, column: number) => {
    const origin = originOf(row, column)
    const key = origin.row * width + origin.column
    const known = texts.get(key)
    if (known !== undefined) return known
    const text = compact(rawOf(grid.rows[origin.row]?.[origin.column]))
    texts.set(key, text)
    return text
  }
  const ownTextAt = (row: number, column: number) => {
    const origin = originOf(row, column)
    return origin.row === row && origin.column === column ? textAt(row, column) : ''
  }
  return {
    ...{ name: grid.name, date1904: grid.date1904, height, width },
    ...{ originOf, cellAt, textAt, ownTextAt },
    isSkipped: row => grid.skipped?.has(row) ?? false,
  }
}

/** The text in one form, without any blank. */
export const compact = rememberingTexts(text => normalise(text).replace(/\s+/g, ''))

export function addressOf(spot: Spot): string {
  return cellAddress(spot.row, spot.column)
}

/** The columns of a row in which something stands of its own. */
export function filledColumns(board: Board, row: number): number[] {
  const columns: number[] = []
  for (let column = 0; column < board.width; column += 1) {
    if (board.ownTextAt(row, column) !== '') columns.push(column)
  }
  return columns
}

function originsOfMerges(grid: Grid, height: number, width: number): Map<number, Spot> {
  const origins = new Map<number, Spot>()
  for (const merge of grid.merges) {
    const origin = { row: merge.top, column: merge.left }
    for (let row = merge.top; row <= Math.min(merge.bottom, height - 1); row += 1) {
      for (let column = merge.left; column <= Math.min(merge.right, width - 1); column += 1) {
        origins.set(row * width + column, origin)
      }
    }
  }
  return origins
}
