import type { Cell } from '#app/spreadsheet/grid.ts'
import type { Problem } from '#app/spreadsheet/problem.ts'
import type { ActivityContext, ActivityReading } from '../activity-entry.ts'
import { readActivityGrids } from '../activity-reading.ts'

export type Row = readonly (Cell | undefined)[]

/** The sheet of a log, as far as every line of it shares it. */
export interface LogSheet {
  name: string
  date1904: boolean
  header: Row
  /** Number of the header's row, from 1. */
  headerRow: number
}

/**
 * What the general reader makes of one line below the header, its places named as the sheet numbers them. `isSkipped`:
 * a person left it out.
 */
export function readOneLine(
  sheet: LogSheet,
  row: number,
  cells: Row,
  context: ActivityContext,
  { isSkipped = false } = {},
): ActivityReading {
  const { name, date1904, header } = sheet
  const grid = { name, hidden: false, date1904, rows: [[...header], [...cells]], merges: [] }
  const read = readActivityGrids([{ ...grid, ...(isSkipped && { skipped: new Set([1]) }) }], context)
  const rowOf = (given: number) => (given === 1 ? sheet.headerRow : row)
  const cellOf = (cell: string) =>
    cell.replace(/^([A-Z]+)(\d+)$/, (_, letters, number) => `${letters}${rowOf(Number(number))}`)
  return {
    ...read,
    rows: read.rows.map(entry => ({ ...entry, row: rowOf(entry.row), cell: cellOf(entry.cell) })),
    problems: read.problems.map((problem): Problem => ({ ...problem, cell: cellOf(problem.cell) })),
    ignored: read.ignored.map(one => ({ ...one, row: rowOf(one.row) })),
    rejectedRows: read.rejectedRows.map(one => ({ ...one, row: rowOf(one.row), cell: cellOf(one.cell) })),
  }
}
