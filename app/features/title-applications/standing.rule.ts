import type { Scope } from '#app/auth/scope.ts'
import type { TitleStanding } from './title-way.rule.ts'

interface OfSchool {
  schoolId: string
  /** Who administers the school. */
  unitCode: string
  unitKind: 'county' | 'zone' | 'city_direct'
}

/** What somebody of the scope is to an application; for schools directly under the city it is unit and city in one. */
export function standingsOf(scope: Scope, { schoolId, unitCode, unitKind }: OfSchool): TitleStanding[] {
  if (scope.kind === 'city') return unitKind === 'city_direct' ? ['unit', 'city'] : ['city']
  if (scope.kind === 'unit' && scope.unitCode === unitCode) return ['unit']
  if (scope.kind === 'school' && scope.schoolId === schoolId) return ['school']
  return ['none']
}
