import type { Scope } from '#app/auth/scope.ts'
import type { InstructorKind } from '#db/tables.ts'

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

/**
 * Why the scope may not turn an instructor of one kind into another: coaches and social sports instructors need an entry
 * check and PE teachers none, so that a school alone may not make the one of the other (domain.md 9.5).
 */
export function whyNotThisKind(
  scope: Scope,
  before: InstructorKind,
  after: InstructorKind,
): 'kind-not-yours' | null {
  const isFreed = before !== 'PE_TEACHER' && after === 'PE_TEACHER'
  return isFreed && scope.kind === 'school' ? 'kind-not-yours' : null
}
