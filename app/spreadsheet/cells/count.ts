import type { Cell } from '../grid.ts'
import type { Reading } from '../reading.ts'
import { reject } from './codes.ts'

export interface CountContext {
  /** Pupils of the class, for 全班 and 全员. */
  classSize?: number
}

/** A number of people. */
export function readCount(_cell: Cell | undefined, _context: CountContext): Reading<number> {
  return reject('cell.not-understood')
}
