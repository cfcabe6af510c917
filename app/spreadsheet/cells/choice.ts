import type { Cell } from '../grid.ts'
import type { Reading } from '../reading.ts'
import { reject } from './codes.ts'

export interface Option<T> {
  value: T
  /** Every spelling; the first is the proper one. */
  names: string[]
}

/** One of a closed set of values, by any of its names. */
export function readChoice<T>(_cell: Cell | undefined, _options: readonly Option<T>[]): Reading<T> {
  return reject('cell.not-understood')
}
