import type { Cell } from '../grid.ts'
import type { Reading } from '../reading.ts'
import { reject } from './codes.ts'

/** A decimal number within bounds (longitude, latitude). */
export function readDecimal(
  _cell: Cell | undefined,
  _bounds: { least: number; most: number },
): Reading<number> {
  return reject('cell.not-understood')
}
