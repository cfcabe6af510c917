import type { Cell } from '../grid.ts'
import type { Reading } from '../reading.ts'
import { reject } from './codes.ts'

/** 文号 such as 连教体〔2023〕12号, its brackets made 〔〕. */
export function readDocumentNumber(_cell: Cell | undefined): Reading<string> {
  return reject('cell.not-understood')
}
