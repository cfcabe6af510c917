import { activityImport } from '#app/features/activity/activity-import.server.ts'
import { followRoster } from '#app/features/activity/recompute-school-days.server.ts'
import { schoolsOfClasses } from '#app/features/activity/roster.queries.server.ts'
import { scoresImport } from '#app/features/applications/import-scores.server.ts'
import { calendarImport } from '#app/features/calendar/import-calendar.server.ts'
import { exemptionsImport } from '#app/features/compliance/import-exemptions.server.ts'
import { designationsImport } from '#app/features/designation/import-designations.server.ts'
import { indicatorsImport } from '#app/features/designation/import-indicators.server.ts'
import { eventsImport } from '#app/features/events/import-events.server.ts'
import { coachPlacementsImport } from '#app/features/instructors/import-coach-placements.server.ts'
import { coachesImport } from '#app/features/instructors/import-coaches.server.ts'
import { postsImport } from '#app/features/posts/import-posts.server.ts'
import { placementsImport } from '#app/features/program/import-placements.server.ts'
import { classesImport } from '#app/features/schools/import-classes.server.ts'
import { schoolsImport } from '#app/features/schools/import-schools.server.ts'
import { timetableImport } from '#app/features/timetable/import-timetable.server.ts'
import { titleApplicationsImport } from '#app/features/title-applications/import-title-applications.server.ts'
import { venuesImport } from '#app/features/venues/import-venues.server.ts'
import { wordsImportOf } from '#app/features/words/import-words.server.ts'
import type { Tx } from '#db/tables.ts'
import type { Json, SheetImport } from './sheet-import.ts'
import { isSheetName, type SheetName } from './sheet-name.ts'
import { vocabulariesOf } from './vocabularies.server.ts'

/** What each sheet does when it is imported. */
const sheetImports = {
  schools: withRollUp(schoolsImport),
  classes: withRollUp(classesImport),
  placements: placementsImport,
  designations: designationsImport,
  indicators: indicatorsImport,
  'title-applications': titleApplicationsImport,
  venues: venuesImport,
  events: eventsImport,
  calendar: calendarImport,
  timetable: timetableImport,
  exemptions: exemptionsImport,
  'coach-posts': postsImport,
  coaches: coachesImport,
  'coach-placements': coachPlacementsImport,
  scores: scoresImport,
  words: wordsImportOf(vocabulariesOf),
  'activity-log': activityImport,
  'activity-week': activityImport,
} satisfies Record<SheetName, SheetImport>

export function sheetImportOf(sheet: string): SheetImport {
  if (!isSheetName(sheet)) throw new Error(`No import for sheet ${sheet}`)
  return sheetImports[sheet]
}

/** Who changes a roster changes which class-days count: the roll-up follows in the same transaction. */
function withRollUp(sheet: SheetImport): SheetImport {
  return {
    ...sheet,
    commit: async (tx, rows, context) => {
      const changes = await sheet.commit(tx, rows, context)
      await followRoster(tx, { schoolIds: await schoolsIn(tx, changes) })
      return changes
    },
    undo: async (tx, changes, context) => {
      // Asked before: a class that is taken away no longer says whose it was.
      const schoolIds = await schoolsIn(tx, changes)
      const answer = await sheet.undo(tx, changes, context)
      if (answer.ok) await followRoster(tx, { schoolIds })
      return answer
    },
  }
}

async function schoolsIn(tx: Tx, changes: readonly Json[]): Promise<string[]> {
  const ofClasses = await schoolsOfClasses(tx, idsIn(changes, ['class.open', 'class.change']))
  return [...new Set([...idsIn(changes, ['school.change']), ...ofClasses])]
}

function idsIn(changes: readonly Json[], kinds: readonly string[]): string[] {
  return changes.flatMap(change => {
    if (typeof change !== 'object' || change === null || Array.isArray(change)) return []
    const { kind, id } = change
    return typeof kind === 'string' && kinds.includes(kind) && typeof id === 'string' ? [id] : []
  })
}
