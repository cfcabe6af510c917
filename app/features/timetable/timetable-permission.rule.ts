import type { Scope } from '#app/auth/scope.ts'

/** A school enters its own timetable; the unit that administers it, and the city, do too. */
export function mayKeepTimetable(scope: Scope, school: { unitCode: string }): boolean {
  return (
    scope.kind === 'city' ||
    scope.kind === 'school' ||
    (scope.kind === 'unit' && scope.unitCode === school.unitCode)
  )
}
