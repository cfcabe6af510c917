import type { Cell } from '../grid.ts'
import type { Reading } from '../reading.ts'
import { reject } from './codes.ts'

export interface MinutesContext {
  /** Length of one lesson: 40 in primary schools, 45 above. */
  lessonMinutes: number
}

/** Whole minutes of one cell. */
export function readMinutes(_cell: Cell | undefined, _context: MinutesContext): Reading<number> {
  return reject('cell.not-understood')
}
