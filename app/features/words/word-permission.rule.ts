import type { Scope } from '#app/auth/scope.ts'
import type { Owner } from './word.rule.ts'

/** An owner, and for a school the unit that administers it. */
export interface PlacedOwner extends Owner {
  unitCode: string | null
}

/** The words that somebody adds without saying whose: the school's, the unit's or the city's own. */
export function ownOf(scope: Scope): Owner | null {
  if (scope.kind === 'school') return { kind: 'school', id: scope.schoolId }
  if (scope.kind === 'unit') return { kind: 'unit', id: scope.unitCode }
  return scope.kind === 'city' ? { kind: 'city', id: '' } : null
}

/** A school keeps its own words, a unit its own and those of the schools it administers, the city all. */
export function mayKeepWords(scope: Scope, owner: PlacedOwner): boolean {
  if (scope.kind === 'city') return true
  if (scope.kind === 'school') return owner.kind === 'school' && owner.id === scope.schoolId
  if (scope.kind !== 'unit' || owner.kind === 'city') return false
  return owner.kind === 'unit' ? owner.id === scope.unitCode : owner.unitCode === scope.unitCode
}

/**
 * The wider owner to whom somebody may make a word known: a unit a school's to itself and its own to the city, where
 * the city alone changes it from then on; the city every one.
 */
export function promotesTo(scope: Scope, owner: PlacedOwner): Owner | null {
  if (!mayKeepWords(scope, owner)) return null
  if (scope.kind === 'unit' && owner.kind === 'school') return { kind: 'unit', id: scope.unitCode }
  const mayTellCity = scope.kind === 'city' || scope.kind === 'unit'
  return mayTellCity && owner.kind !== 'city' ? { kind: 'city', id: '' } : null
}
