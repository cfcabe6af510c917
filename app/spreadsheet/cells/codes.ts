import type { ProblemValues, Reading } from '../reading.ts'

/** Every code a cell reader may answer with; cells.text.ts words each of them. */
export const cellCodes = [
  'cell.error',
  'cell.boolean',
  'cell.not-understood',
  'cell.too-long',
  'cell.corrected',
] as const

export type CellCode = (typeof cellCodes)[number]

/** As in reading.ts, but the code must be one that cells.text.ts words. */
export function warn<T>(value: T, code: CellCode, values?: ProblemValues): Reading<T> {
  return { reading: 'warn', value, code, values }
}

export function ask<T>(code: CellCode, candidates?: T[], values?: ProblemValues): Reading<T> {
  return { reading: 'ask', code, values, candidates: candidates?.length ? candidates : undefined }
}

export function reject<T>(code: CellCode, values?: ProblemValues): Reading<T> {
  return { reading: 'reject', code, values }
}
