import type { Cell } from '../grid.ts'
import type { Reading } from '../reading.ts'
import type { ClassContext } from './class.ts'
import { reject } from './codes.ts'

/** Grades 1–12 in ascending order. */
export function readGrades(_cell: Cell | undefined, _context: ClassContext): Reading<number[]> {
  return reject('cell.not-understood')
}
