import type { Role } from '#db/tables.ts'
import type { SheetName } from './sheet-name.ts'

const ofSchool: SheetName[] = [
  'activity-log',
  'activity-week',
  'timetable',
  'exemptions',
  'coaches',
  'coach-placements',
  'venues',
  'events',
  'words',
]
const ofBureau: SheetName[] = [...ofSchool, 'schools', 'classes', 'placements', 'designations', 'calendar']

/** Which sheets somebody of the role brings in: a school what is its own, the bureau the registry as well. */
export function sheetsFor(role: Role): SheetName[] {
  if (role === 'school') return [...ofSchool, 'coach-posts', 'title-applications']
  if (role === 'unit') return [...ofBureau, 'coach-posts', 'scores']
  if (role === 'city') return [...ofBureau, 'indicators', 'coach-posts', 'scores']
  return role === 'admin' ? [...ofBureau, 'indicators'] : []
}

/** The sheets that can be exported so that they can be imported again. */
export const exportedSheets = [
  'schools',
  'classes',
  'placements',
  'designations',
  'indicators',
  'title-applications',
  'venues',
  'events',
  'calendar',
  'timetable',
  'exemptions',
  'coaches',
  'coach-placements',
  'activity-log',
  'coach-posts',
  'scores',
  'words',
] as const

export type ExportedSheet = (typeof exportedSheets)[number]

/** Which sheets somebody of the role takes out, within the scope: what they may see, auditors too. */
export function exportsFor(role: Role): readonly ExportedSheet[] {
  if (role === 'school')
    return [
      'activity-log',
      'timetable',
      'exemptions',
      'coaches',
      'coach-placements',
      'classes',
      'calendar',
      'coach-posts',
      'designations',
      'title-applications',
      'venues',
      'events',
      'words',
    ]
  return role === 'applicant' || role === 'expert' ? [] : exportedSheets
}
