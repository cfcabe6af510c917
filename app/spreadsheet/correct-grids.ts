import type { Cell, Grid } from './grid.ts'
import { cellAddress, placeOfAddress, rawOf } from './grid.ts'

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

type Row = Grid['rows'][number]

/** The corrections of one sheet whose rows come one by one. */
export interface RowCorrector {
  /** The row numbered from 0 with its texts laid over it; a blank one is left alone. */
  corrected: (index: number, row: Row) => Row
  isSkipped: (index: number) => boolean
  /** What stood in the cells that were corrected, of the rows that came. */
  stood: { cell: string; raw: string }[]
}

/** `correctGrids` for a sheet that is never held whole. */
export function rowCorrector({ cells, skipped }: GridCorrections, sheet: string): RowCorrector {
  const texts = new Map<number, Map<number, string>>()
  for (const one of cells) {
    const place = one.sheet === sheet ? placeOfAddress(one.cell) : null
    if (place === null) continue
    texts.set(place.row, (texts.get(place.row) ?? new Map()).set(place.column, one.text))
  }
  const out = new Set(skipped.flatMap(one => (one.sheet === sheet ? [one.row - 1] : [])))
  const stood: RowCorrector['stood'] = []
  return {
    stood,
    isSkipped: index => out.has(index),
    corrected(index, row) {
      const own = texts.get(index)
      if (own === undefined || row.every(cell => cell === undefined)) return row
      const changed = Array.from(
        { length: Math.max(row.length, ...[...own.keys()].map(at => at + 1)) },
        (_, at) => row[at],
      )
      for (const [column, text] of own) {
        stood.push({ cell: cellAddress(index, column), raw: rawOf(row[column]) })
        changed[column] = { type: 'text', text }
      }
      return changed
    },
  }
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
