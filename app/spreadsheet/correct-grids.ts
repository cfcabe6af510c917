import type { Cell, Grid } from './grid.ts'
import { placeOfAddress } from './grid.ts'

/** What people said of an uploaded workbook since: other texts for some of its cells, and rows to be left out. */
export interface GridCorrections {
  /** `cell` as 'C17'; an empty text leaves the cell empty. */
  cells: readonly { sheet: string; cell: string; text: string }[]
  /** `row` as the workbook numbers it, from 1. */
  skipped: readonly { sheet: string; row: number }[]
}

/**
 * The workbook with the corrections laid over it: each text stands in its cell as if it had been typed there, and goes
 * through the same readers. The grids given stay as they are; a place outside of them is left alone.
 */
export function correctGrids(grids: readonly Grid[], corrections: GridCorrections): Grid[] {
  return grids.map(grid => {
    const cells = corrections.cells.filter(one => one.sheet === grid.name)
    const skipped = corrections.skipped.filter(one => one.sheet === grid.name)
    if (cells.length === 0 && skipped.length === 0) return grid
    return {
      ...grid,
      rows: withTexts(grid, cells),
      ...(skipped.length > 0 && { skipped: new Set(skipped.map(({ row }) => row - 1)) }),
    }
  })
}

function withTexts(grid: Grid, texts: GridCorrections['cells']): Grid['rows'] {
  const rows = grid.rows.slice()
  const own = new Set<number>()
  for (const { cell, text } of texts) {
    const place = placeOfAddress(cell)
    const row = place === null ? undefined : rows[place.row]
    if (place === null || row === undefined) continue
    const length = Math.max(row.length, place.column + 1)
    if (!own.has(place.row)) rows[place.row] = Array.from({ length }, (_, column) => row[column])
    own.add(place.row)
    const target = rows[place.row]!
    while (target.length < length) target.push(undefined)
    target[place.column] = { type: 'text', text } satisfies Cell
  }
  return rows
}

/** The rows, numbered from 1, over which the cell reaches: more than one where it is merged. */
export function rowsOfCell(grid: Grid, address: string): number[] {
  const place = placeOfAddress(address)
  if (place === null) return []
  const merge = grid.merges.find(
    ({ top, bottom, left, right }) =>
      top <= place.row && place.row <= bottom && left <= place.column && place.column <= right,
  )
  const top = merge?.top ?? place.row
  const bottom = Math.min(merge?.bottom ?? place.row, grid.rows.length - 1)
  return Array.from({ length: Math.max(0, bottom - top + 1) }, (_, index) => top + index + 1)
}
