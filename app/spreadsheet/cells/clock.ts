import type { Cell } from '../grid.ts'
import type { Reading } from '../reading.ts'
import { reject } from './codes.ts'

export interface ClockRange {
  /** 'HH:MM' */
  from: string
  to: string
  minutes: number
}

/** A time of day as 'HH:MM'. */
export function readClock(_cell: Cell | undefined): Reading<string> {
  return reject('cell.not-understood')
}

/** A span within one day. */
export function readClockRange(_cell: Cell | undefined): Reading<ClockRange> {
  return reject('cell.not-understood')
}
