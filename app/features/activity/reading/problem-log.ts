import { rawOf } from '#app/spreadsheet/grid.ts'
import type { Problem } from '#app/spreadsheet/problem.ts'
import type { Reading } from '#app/spreadsheet/reading.ts'
import type { ActivityProblemCode } from '../activity-problem.ts'
import { addressOf, type Board, type Spot } from './board.ts'

/** Problems as they are found; the same cell is told of the same thing once. */
export interface ProblemLog {
  list: Problem[]
  add: (problem: Problem) => void
}

/** `found` are those known already. */
export function problemLog(found: readonly Problem[] = []): ProblemLog {
  const keyOf = ({ sheet, cell, code }: Problem) => `${sheet}!${cell} ${code}`
  const list = [...found]
  const seen = new Set(found.map(keyOf))
  return {
    list,
    add(problem) {
      const key = keyOf(problem)
      if (seen.has(key)) return
      seen.add(key)
      list.push(problem)
    },
  }
}

type Details = Partial<Pick<Problem, 'header' | 'values' | 'candidates'>>

/** What a reader of cells says of one cell. */
export type CellTrouble = Pick<Problem, 'reading' | 'code'> & Details

export type Trouble = { reading: Problem['reading']; code: ActivityProblemCode } & Details

/** Notes what is wrong at a place of the sheet; a place that is none stands for its first cell. */
export function note(log: ProblemLog, board: Board, spot: Spot | null, trouble: Trouble): void {
  noteCell(log, board, spot, trouble)
}

/** The same of what a reader of cells said. */
export function noteCell(log: ProblemLog, board: Board, spot: Spot | null, trouble: CellTrouble): void {
  const at = spot ?? { row: 0, column: 0 }
  const origin = board.height > 0 ? board.originOf(at.row, at.column) : at
  log.add({
    sheet: board.name,
    cell: addressOf(origin),
    header: trouble.header ?? '',
    raw: rawOf(board.cellAt(at.row, at.column)),
    reading: trouble.reading,
    code: trouble.code,
    ...(trouble.values && { values: trouble.values }),
    ...(trouble.candidates?.length && { candidates: trouble.candidates }),
  })
}

/** The value of a cell that is taken, with its correction noted; null when it is missing or not taken. */
export function taken<T>(
  reading: Reading<T>,
  tell: (trouble: CellTrouble) => void,
  worded: (value: T) => string = String,
): T | null {
  if (reading.reading === 'accept') return reading.value
  if (reading.reading === 'blank') return null
  const { code, values } = reading
  const candidates = reading.reading === 'ask' ? reading.candidates?.map(worded) : undefined
  tell({ reading: reading.reading, code, ...(values && { values }), ...(candidates && { candidates }) })
  return reading.reading === 'warn' ? reading.value : null
}
