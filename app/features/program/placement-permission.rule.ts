import type { Scope } from '#app/auth/scope.ts'

/** Whether somebody of the scope may place sports at a school: the city, its own unit, or the unit it counts to. */
export function mayPlaceAt(scope: Scope, school: { unitCode: string; countsUnitCode: string }): boolean {
  if (scope.kind === 'city') return true
  return scope.kind === 'unit' && [school.unitCode, school.countsUnitCode].includes(scope.unitCode)
}
