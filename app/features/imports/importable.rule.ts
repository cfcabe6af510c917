import type { Role } from '#db/tables.ts'
import type { SheetName } from './sheet-name.ts'

/** Which sheets somebody of the role brings in: a school its activity and exemptions, the bureau the registry as well. */
export function sheetsFor(role: Role): SheetName[] {
  if (role === 'school') return ['activity-log', 'activity-week', 'exemptions']
  if (role === 'city' || role === 'unit' || role === 'admin') {
    return ['activity-log', 'activity-week', 'schools', 'classes', 'placements', 'calendar', 'exemptions']
  }
  return []
}
