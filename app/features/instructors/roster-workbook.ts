import type { Json, StagedImport } from '#app/features/imports/sheet-import.ts'
import { type Cell, cellAddress, type Grid, rawOf } from '#app/spreadsheet/grid.ts'
import type { Problem } from '#app/spreadsheet/problem.ts'
import { holdsPersonalNumber } from '../coaching/personal-number.rule.ts'

/**
 * The one problem of a workbook that holds an ID or phone number anywhere, hidden sheets and unknown columns included:
 * such a file is neither read nor kept. What stood in the cell is not repeated.
 */
export function personalNumberProblem(grids: readonly Grid[]): Problem | null {
  for (const grid of grids) {
    for (const [row, cells] of grid.rows.entries()) {
      const column = cells.findIndex(cell => holdsPersonalNumber(rawOf(cell)))
      if (column < 0) continue
      return {
        sheet: grid.name,
        cell: cellAddress(row, column),
        header: rawOf(headOf(grid, column)).slice(0, 40),
        raw: '',
        reading: 'reject',
        code: 'roster.personal-number',
      }
    }
  }
  return null
}

/** The first text of the column that is no number of a person itself. */
function headOf(grid: Grid, column: number): Cell | undefined {
  return grid.rows
    .map(cells => cells[column])
    .find(cell => cell?.type === 'text' && cell.text.trim() !== '' && !holdsPersonalNumber(cell.text))
}

/** An import that holds nothing but one problem: its file is not kept. */
export function nothingBut(problem: Problem): StagedImport {
  return {
    ...{ rows: [], rejected: [], ignored: [], columns: [], firstDay: null, lastDay: null, schoolId: null },
    problems: [problem],
  }
}

/** A value as history keeps it. */
export function json(value: object): Json {
  return JSON.parse(JSON.stringify(value)) as Json
}
