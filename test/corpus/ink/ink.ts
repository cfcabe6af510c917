import type { Content } from '../paper.ts'

/** What a clerk may write into one cell and what must come of it. */
export type Ink<Value> = { written: Content } & (
  | { reading: 'accept'; value: Value }
  | { reading: 'warn'; value: Value; code: string }
  | { reading: 'ask' | 'reject'; code: string }
  | { reading: 'blank' }
)

export const accepted = <Value>(value: Value, ...written: Content[]): Ink<Value>[] =>
  written.map(one => ({ written: one, reading: 'accept', value }))

export const warned = <Value>(value: Value, code: string, ...written: Content[]): Ink<Value>[] =>
  written.map(one => ({ written: one, reading: 'warn', value, code }))

export const asked = <Value>(code: string, ...written: Content[]): Ink<Value>[] =>
  written.map(one => ({ written: one, reading: 'ask', code }))

export const refused = <Value>(code: string, ...written: Content[]): Ink<Value>[] =>
  written.map(one => ({ written: one, reading: 'reject', code }))

export const left = <Value>(...written: Content[]): Ink<Value>[] =>
  written.map(one => ({ written: one, reading: 'blank' }))

/**
 * How badly a workbook is written. `tidy`: plain numbers and names. `spelled`: every spelling that is taken in silence,
 * and blanks. `corrected`: those taken with a word too. `broken`: everything, what cannot be taken included.
 */
export type Mess = 'tidy' | 'spelled' | 'corrected' | 'broken'

const readingsOf: Record<Mess, Ink<unknown>['reading'][]> = {
  tidy: ['accept'],
  spelled: ['accept', 'blank'],
  corrected: ['accept', 'blank', 'warn'],
  broken: ['accept', 'blank', 'warn', 'ask', 'reject'],
}

export const allowedIn = (mess: Mess, ink: Ink<unknown>) => readingsOf[mess].includes(ink.reading)
