import type { Cell } from '../grid.ts'
import type { Reading } from '../reading.ts'
import { reject } from './codes.ts'

/** Free text of at most `longest` signs (default 255), without invisible signs; '-' and '/' alone are blank. */
export function readText(_cell: Cell | undefined, _longest = 255): Reading<string> {
  return reject('cell.not-understood')
}
