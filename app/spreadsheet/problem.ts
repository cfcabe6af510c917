import type { ProblemValues } from './reading.ts'

/** What is wrong with one cell, as a code with values; the words come from the text files. */
export interface Problem {
  /** Name of the sheet in the workbook. */
  sheet: string
  /** Address such as 'C17'. */
  cell: string
  /** The column's header as the workbook spells it. */
  header: string
  /** What stood in the cell. */
  raw: string
  reading: 'warn' | 'ask' | 'reject'
  code: string
  values?: ProblemValues
  /** Likely readings as the person would type them, best first. */
  candidates?: string[]
}
