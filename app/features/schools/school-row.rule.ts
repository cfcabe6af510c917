import type { Scope } from '#app/auth/scope.ts'
import { openEnd } from '#app/calendar-day.ts'
import type { SchoolEntry, StandingSchool } from './plan-school.rule.ts'
import { mayChangeIn, mayCountTo } from './registry-permission.rule.ts'

export interface RowRefusal {
  /** The column at which the problem is shown. */
  key: 'code' | 'name' | 'unit' | 'countsUnit' | 'closedOn'
  code:
    | 'registry.not-yours'
    | 'registry.code-voided'
    | 'registry.name-taken'
    | 'registry.counts-by-city'
    | 'registry.closed-before-opened'
}

interface Judged {
  scope: Scope
  byCode: ReadonlyMap<string, StandingSchool>
  issuedCodes: ReadonlyMap<string, string>
  namesTaken: ReadonlyMap<string, string>
}

/** Why a row may not be entered by somebody of the scope, or null. */
export function refusedBecause(entry: SchoolEntry, judged: Judged): RowRefusal | null {
  const standing = judged.byCode.get(entry.code)
  if (standing !== undefined && !mayChangeIn(judged.scope, standing.unitCode))
    return { key: 'code', code: 'registry.not-yours' }
  if (!mayChangeIn(judged.scope, entry.unitCode)) return { key: 'unit', code: 'registry.not-yours' }
  const counts = entry.countsUnitCode ?? standing?.countsUnitCode ?? entry.unitCode
  const isDecided = standing !== undefined && standing.countsUnitCode === counts
  if (!isDecided && !mayCountTo(judged.scope, entry.unitCode, counts))
    return { key: 'countsUnit', code: 'registry.counts-by-city' }
  if (standing === undefined && judged.issuedCodes.has(entry.code))
    return { key: 'code', code: 'registry.code-voided' }
  const bearer = judged.namesTaken.get(`${entry.unitCode} ${entry.name}`)
  if (bearer !== undefined && bearer !== entry.code) return { key: 'name', code: 'registry.name-taken' }
  const closedOn = entry.closedOn ?? standing?.closedOn ?? openEnd
  if (closedOn <= (entry.openedOn ?? standing?.openedOn ?? ''))
    return { key: 'closedOn', code: 'registry.closed-before-opened' }
  return null
}
