import { activityImport } from '#app/features/activity/activity-import.server.ts'
import { placementsImport } from '#app/features/program/import-placements.server.ts'
import { classesImport } from '#app/features/schools/import-classes.server.ts'
import { schoolsImport } from '#app/features/schools/import-schools.server.ts'
import type { SheetImport } from './sheet-import.ts'
import type { SheetName } from './sheet-name.ts'

/** What each sheet does when it is imported. */
export const sheetImports: Partial<Record<SheetName, SheetImport>> = {
  schools: schoolsImport,
  classes: classesImport,
  placements: placementsImport,
  'activity-log': activityImport,
  'activity-week': activityImport,
}

export function sheetImportOf(sheet: string): SheetImport {
  const found = sheetImports[sheet as SheetName]
  if (found === undefined) throw new Error(`No import for sheet ${sheet}`)
  return found
}
