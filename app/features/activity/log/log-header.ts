import { type Cell, rawOf } from '#app/spreadsheet/grid.ts'
import { isBlankCell } from '#app/spreadsheet/plain-text.ts'
import { headerWord, type Role } from '../reading/header-words.ts'

const rolesOfLogs = [
  'seq',
  'school-code',
  'school',
  'grade',
  'class',
  'date',
  'kind',
  'sport',
  'start',
  'minutes',
  'participants',
  'teacher',
  'note',
] as const satisfies readonly Role[]

export type LogRole = (typeof rolesOfLogs)[number]

const needed: readonly LogRole[] = ['class', 'date', 'kind', 'minutes']

/** The column of each role in a log, zero-based. */
export type LogColumns = Readonly<Partial<Record<LogRole, number>>>

/**
 * The columns of a plain log: one line of headers of which each means one thing whatever stands below it, none twice,
 * with class, date, kind and minutes among them. Null for any other row: the general reader finds out what it is.
 */
export function logColumnsOf(header: readonly (Cell | undefined)[]): LogColumns | null {
  const columns: Partial<Record<LogRole, number>> = {}
  for (const [column, cell] of header.entries()) {
    if (isBlankCell(cell)) continue
    const { role, kind, manyKinds, unit } = headerWord(rawOf(cell))
    const isPlain = kind === null && !manyKinds && (unit === null || unit === 'minutes')
    if (!isPlain || !isLogRole(role) || columns[role] !== undefined) return null
    columns[role] = column
  }
  return needed.every(role => columns[role] !== undefined) ? columns : null
}

function isLogRole(role: Role | null): role is LogRole {
  return (rolesOfLogs as readonly (Role | null)[]).includes(role)
}
