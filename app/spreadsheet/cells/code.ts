import type { Cell } from '../grid.ts'
import type { Reading } from '../reading.ts'
import { reject } from './codes.ts'

/** A school's 10-digit 标识码 as text. */
export function readSchoolCode(_cell: Cell | undefined): Reading<string> {
  return reject('cell.not-understood')
}

/** Any code of letters, digits, '-', '_' and '.', as text (unit codes, sport codes, term keys). */
export function readCode(_cell: Cell | undefined): Reading<string> {
  return reject('cell.not-understood')
}
