import { activityWeekVersion } from '#app/features/activity/write-activity-week.server.ts'
import { scoresSheet } from '#app/features/applications/scores.sheet.ts'
import { calendarSheet } from '#app/features/calendar/calendar.sheet.ts'
import { exemptionsSheet } from '#app/features/compliance/exemptions.sheet.ts'
import { designationsSheet } from '#app/features/designation/designations.sheet.ts'
import { indicatorsSheet } from '#app/features/designation/indicators.sheet.ts'
import { eventsSheet } from '#app/features/events/events.sheet.ts'
import { coachPlacementsSheet } from '#app/features/instructors/coach-placements.sheet.ts'
import { coachesSheet } from '#app/features/instructors/coaches.sheet.ts'
import { coachPostsSheet } from '#app/features/posts/coach-posts.sheet.ts'
import { placementsSheet } from '#app/features/program/placements.sheet.ts'
import { classesSheet } from '#app/features/schools/classes.sheet.ts'
import { schoolsSheet } from '#app/features/schools/schools.sheet.ts'
import { timetableSheet } from '#app/features/timetable/timetable.sheet.ts'
import { titleApplicationsSheet } from '#app/features/title-applications/title-applications.sheet.ts'
import { venuesSheet } from '#app/features/venues/venues.sheet.ts'
import { wordsSheet } from '#app/features/words/words.sheet.ts'
import type { Sheet } from '#app/spreadsheet/sheet.ts'
import { activityLogSheet } from './activity-log.sheet.ts'
import type { SheetName } from './sheet-name.ts'

/** The declaration of each sheet; cells of the week matrix hold what the log's column of minutes does. */
export const declaredSheets: Record<SheetName, Sheet> = {
  schools: schoolsSheet,
  classes: classesSheet,
  placements: placementsSheet,
  designations: designationsSheet,
  indicators: indicatorsSheet,
  'title-applications': titleApplicationsSheet,
  venues: venuesSheet,
  events: eventsSheet,
  calendar: calendarSheet,
  timetable: timetableSheet,
  exemptions: exemptionsSheet,
  'coach-posts': coachPostsSheet,
  coaches: coachesSheet,
  'coach-placements': coachPlacementsSheet,
  scores: scoresSheet,
  words: wordsSheet,
  'activity-log': activityLogSheet,
  'activity-week': activityLogSheet,
}

/** The version of the templates that are made today. */
export function templateVersion(sheet: SheetName): number {
  return sheet === 'activity-week' ? activityWeekVersion : declaredSheets[sheet].version
}
