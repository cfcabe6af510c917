/** The sheets that can be imported, as contracts and addresses name them. */
export const sheetNames = [
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
  'coach-posts',
  'coaches',
  'coach-placements',
  'scores',
  'words',
  'activity-log',
  'activity-week',
] as const

export type SheetName = (typeof sheetNames)[number]

/** Both layouts of the daily log are read by one reader, which recognises which of them it has. */
export function isActivitySheet(sheet: string): boolean {
  return sheet === 'activity-log' || sheet === 'activity-week'
}

export function isSheetName(text: string): text is SheetName {
  return (sheetNames as readonly string[]).includes(text)
}

/** The sheets for which there is a template. */
export const templateSheets = [
  'activity-log',
  'activity-week',
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
  'coach-posts',
  'coaches',
  'coach-placements',
  'scores',
  'words',
] as const

export type TemplateSheet = (typeof templateSheets)[number]

export function isTemplateSheet(sheet: string): sheet is TemplateSheet {
  return (templateSheets as readonly string[]).includes(sheet)
}
