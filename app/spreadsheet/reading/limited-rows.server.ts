import type { Cell, Grid } from '../grid.ts'
import type { Refused, WorkbookLimits } from '../workbook.ts'
import { refuse } from '../workbook.ts'

/** A cell's place, zero-based. */
export interface Place {
  row: number
  column: number
}

/** What is left of the limits that hold for all sheets together. */
export interface Room {
  cells: number
  characters: number
}

export interface Limited {
  limits: WorkbookLimits
  room: Room
}

/** The whole room, as it is before the first cell. */
export function roomOf(limits: WorkbookLimits): Room {
  return { cells: limits.cells, characters: limits.characters }
}

/** A refusal when the cell goes beyond a limit; what room it takes is counted. */
export function overLimit(
  cell: Cell | undefined,
  place: Place,
  sheet: string,
  { limits, room }: Limited,
): Refused | undefined {
  if (place.row >= limits.rows)
    return refuse('too-many-rows', { sheet, allowed: limits.rows, row: place.row + 1 })
  if (place.column >= limits.columns) return refuse('too-many-columns', { sheet, allowed: limits.columns })
  room.cells -= 1
  if (room.cells < 0) return refuse('too-many-cells', { sheet, allowed: limits.cells })
  if (cell?.type === 'text') room.characters -= cell.text.length
  return room.characters < 0 ? refuse('zip-bomb') : undefined
}

/** Puts a cell into rows that stay dense: no row is missing before the last. */
export function put(rows: (Cell | undefined)[][], place: Place, cell: Cell | undefined): void {
  while (rows.length <= place.row) rows.push([])
  const row = rows[place.row] ?? []
  while (row.length < place.column) row.push(undefined)
  row[place.column] = cell
}

/**
 * Whether the merged areas, clipped to what the sheet uses, could lie side by side in it. Thousands of areas over
 * one another would cost their product to fill, and no workbook program lets a person make them.
 */
export function mergesFit({ rows, merges }: Grid): boolean {
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0)
  let area = 0
  for (const { top, left, bottom, right } of merges) {
    const height = Math.min(bottom, rows.length - 1) - top + 1
    const breadth = Math.min(right, width - 1) - left + 1
    if (height > 0 && breadth > 0) area += height * breadth
  }
  return area <= rows.length * width
}
