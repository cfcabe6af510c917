import type { Scope } from '#app/auth/scope.ts'

interface Home {
  unitCode: string
  countsUnitCode: string
  schoolId: string | null
}

/** Whether somebody of the scope may keep the instructor's record: the city all, a unit and a school their own. */
export function mayKeep(scope: Scope, { unitCode, countsUnitCode, schoolId }: Home): boolean {
  if (scope.kind === 'city') return true
  if (scope.kind === 'unit') return [unitCode, countsUnitCode].includes(scope.unitCode)
  return scope.kind === 'school' && schoolId === scope.schoolId
}
