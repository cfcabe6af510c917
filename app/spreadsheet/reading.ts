/** Values that a message about a cell may name. */
export type ProblemValues = Record<string, string | number>

/** Why a cell was corrected, is ambiguous or is refused: a code worded in cells.text.ts. */
interface Remark {
  code: string
  values?: ProblemValues
}

/**
 * The verdict on one cell: taken silently, taken with the correction shown, ambiguous (the person chooses among
 * `candidates`), refused, or missing. A wrong value is never accepted in silence.
 */
export type Reading<T> =
  | { reading: 'accept'; value: T }
  | ({ reading: 'warn'; value: T } & Remark)
  | ({ reading: 'ask'; candidates?: T[] } & Remark)
  | ({ reading: 'reject' } & Remark)
  | { reading: 'blank' }

export function accept<T>(value: T): Reading<T> {
  return { reading: 'accept', value }
}

export function warn<T>(value: T, code: string, values?: ProblemValues): Reading<T> {
  return { reading: 'warn', value, code, values }
}

export function ask<T>(code: string, values?: ProblemValues, candidates?: T[]): Reading<T> {
  return { reading: 'ask', code, values, candidates }
}

export function reject<T>(code: string, values?: ProblemValues): Reading<T> {
  return { reading: 'reject', code, values }
}

export const blank = { reading: 'blank' } as const
