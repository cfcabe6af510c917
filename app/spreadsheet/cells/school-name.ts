import type { Reading } from '../reading.ts'
import { reject } from './codes.ts'

/** What the resolver must know of a school (or of a campus, which is a school with `campusOf`). */
export interface NamedSchool {
  id: string
  /** 10-digit 标识码; null when it has none. */
  code: string | null
  /** Names as on the seal, now and earlier. */
  names: string[]
  aliases: string[]
  /** Names of the units above it: 东海县, 东海. */
  unitNames: string[]
  campusOf?: string
}

/** The id of the school that a text names; candidates of an `ask` are ids, best first. */
export function resolveSchool(_raw: string, _schools: readonly NamedSchool[]): Reading<string> {
  return reject('cell.not-understood')
}
