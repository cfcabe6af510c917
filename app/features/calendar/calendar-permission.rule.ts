import type { Scope } from '#app/auth/scope.ts'

/** Whose day an entry is: the city's, a unit's, or a school's with the unit that administers it. */
export type Layer =
  | { kind: 'national' }
  | { kind: 'city' }
  | { kind: 'unit'; unitCode: string }
  | { kind: 'school'; schoolId: string; unitCode: string }

/** The city sets its own layer and every one above; a unit its own and those of the schools it administers. */
export function mayChangeLayer(scope: Scope, layer: Layer): boolean {
  if (scope.kind === 'city') return true
  if (scope.kind !== 'unit') return false
  return (layer.kind === 'unit' || layer.kind === 'school') && layer.unitCode === scope.unitCode
}
