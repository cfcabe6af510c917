import type { Scope } from '#app/auth/scope.ts'

/** Whether somebody of the scope may put or change a school in the unit: the city anywhere, a unit in its own. */
export function mayChangeIn(scope: Scope, unitCode: string): boolean {
  return scope.kind === 'city' || (scope.kind === 'unit' && scope.unitCode === unitCode)
}

/** Only the city decides that a school counts to another unit than the one that administers it. */
export function mayCountTo(scope: Scope, unitCode: string, countsUnitCode: string): boolean {
  return scope.kind === 'city' || unitCode === countsUnitCode
}
