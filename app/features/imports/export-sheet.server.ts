import type { Scope } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import { openEnd } from '#app/calendar-day.ts'
import { scoreRecord } from '#app/features/applications/import-scores.server.ts'
import { hasScore, scorables } from '#app/features/applications/scores.queries.server.ts'
import { scoresSheet } from '#app/features/applications/scores.sheet.ts'
import { calendarSheet } from '#app/features/calendar/calendar.sheet.ts'
import { calendarRecords } from '#app/features/calendar/export-calendar.server.ts'
import { exemptionsSheet } from '#app/features/compliance/exemptions.sheet.ts'
import { exemptionRecords } from '#app/features/compliance/export-exemptions.server.ts'
import { designationsSheet } from '#app/features/designation/designations.sheet.ts'
import { designationRecords } from '#app/features/designation/export-designations.server.ts'
import { indicatorRecords } from '#app/features/designation/import-indicators.server.ts'
import { indicatorsSheet } from '#app/features/designation/indicators.sheet.ts'
import { eventsSheet } from '#app/features/events/events.sheet.ts'
import { eventRecords } from '#app/features/events/import-events.server.ts'
import { coachPlacementsSheet } from '#app/features/instructors/coach-placements.sheet.ts'
import { coachesSheet } from '#app/features/instructors/coaches.sheet.ts'
import { coachPlacementRecords, coachRecords } from '#app/features/instructors/export-coaches.server.ts'
import { coachPostsSheet } from '#app/features/posts/coach-posts.sheet.ts'
import { postRecords } from '#app/features/posts/export-posts.server.ts'
import { placementsOfSchools } from '#app/features/program/placements.queries.server.ts'
import { placementsSheet } from '#app/features/program/placements.sheet.ts'
import { classesSheet } from '#app/features/schools/classes.sheet.ts'
import { classRecords, schoolRecords } from '#app/features/schools/registry-records.server.ts'
import {
  listSchools,
  type SchoolFilter,
  type SchoolRow,
} from '#app/features/schools/schools.queries.server.ts'
import { schoolsSheet } from '#app/features/schools/schools.sheet.ts'
import { listSportNames } from '#app/features/sports/sports.queries.server.ts'
import { timetableRecords } from '#app/features/timetable/export-timetable.server.ts'
import { timetableSheet } from '#app/features/timetable/timetable.sheet.ts'
import { titleApplicationRecords } from '#app/features/title-applications/title-application-records.server.ts'
import { titleApplicationsSheet } from '#app/features/title-applications/title-applications.sheet.ts'
import { venueRecords } from '#app/features/venues/import-venues.server.ts'
import { venuesSheet } from '#app/features/venues/venues.sheet.ts'
import { wordRecords } from '#app/features/words/import-words.server.ts'
import { wordsSheet } from '#app/features/words/words.sheet.ts'
import { type Locale, say } from '#app/i18n/text.ts'
import { columnsOfSheet } from '#app/spreadsheet/list.ts'
import type { RowOf, Sheet } from '#app/spreadsheet/sheet.ts'
import { csvStream, type Rows, tableStream } from '#app/spreadsheet/write-table.server.ts'
import type { Db } from '#db/tables.ts'
import { activityLogSheet } from './activity-log.sheet.ts'
import { activityRecords } from './activity-records.server.ts'
import type { ExportedSheet } from './importable.rule.ts'
import { vocabulariesOf } from './vocabularies.server.ts'

export interface ExportRequest {
  asOf: Day
  unitCode?: string
  schoolId?: string
  /** Days of an activity log. */
  from?: Day
  to?: Day
  /** Further limits on a list of schools, as the page that offers the export has them. */
  filter?: Omit<SchoolFilter, 'asOf' | 'limit' | 'offset'>
  format: 'xlsx' | 'csv'
  locale: Locale
}

/**
 * A sheet of what stands in the scope as bytes that can be imported again, piece by piece: a long log is never held
 * whole. A piece that cannot be read throws.
 */
export async function exportSheet(
  db: Db,
  scope: Scope,
  sheet: ExportedSheet,
  request: ExportRequest,
): Promise<AsyncIterable<Uint8Array>> {
  const { asOf, unitCode, schoolId } = request
  const place = {
    asOf,
    ...(unitCode !== undefined && { unitCode }),
    ...(schoolId !== undefined && { schoolId }),
  }
  if (sheet === 'classes') return written(request, classesSheet, await classRecords(db, scope, place))
  if (sheet === 'coaches') return written(request, coachesSheet, await coachRecords(db, scope, place))
  if (sheet === 'coach-placements')
    return written(request, coachPlacementsSheet, await coachPlacementRecords(db, scope, place))
  if (sheet === 'designations')
    return written(request, designationsSheet, await designationRecords(db, scope, place))
  if (sheet === 'indicators') return written(request, indicatorsSheet, await indicatorRecords(db, scope))
  if (sheet === 'title-applications')
    return written(request, titleApplicationsSheet, await titleApplicationRecords(db, scope, place))
  if (sheet === 'venues') return written(request, venuesSheet, await venueRecords(db, scope, place))
  if (sheet === 'words')
    return written(request, wordsSheet, await wordRecords(db, scope, place, await vocabulariesOf(db)))
  if (sheet === 'events') return written(request, eventsSheet, await eventRecords(db, scope, place))
  if (sheet === 'calendar') {
    const range = { from: request.from ?? '0000-01-01', to: request.to ?? openEnd, ...place }
    return written(request, calendarSheet, await calendarRecords(db, scope, range))
  }
  if (sheet === 'scores') {
    const candidates = await scorables(db, scope, unitCode === undefined ? {} : { unitCode })
    return written(request, scoresSheet, candidates.filter(hasScore).map(scoreRecord))
  }
  if (sheet === 'coach-posts') return written(request, coachPostsSheet, await postRecords(db, scope, place))
  const schools = (await listSchools(db, scope, { ...request.filter, ...place })).filter(
    school => schoolId === undefined || school.id === schoolId,
  )
  if (sheet === 'activity-log') {
    const range = { from: request.from ?? asOf, to: request.to ?? asOf, asOf }
    return written(request, activityLogSheet, activityRecords(db, scope, schools, range))
  }
  if (sheet === 'timetable') {
    const range = { from: request.from ?? '0000-01-01', to: request.to ?? openEnd, asOf }
    return written(request, timetableSheet, timetableRecords(db, scope, schools, range))
  }
  if (sheet === 'exemptions') {
    const range = { from: request.from ?? '0000-01-01', to: request.to ?? openEnd, asOf }
    const ids = new Set(schools.map(school => school.id))
    return written(request, exemptionsSheet, await exemptionRecords(db, scope, ids, range))
  }
  if (sheet === 'placements') return written(request, placementsSheet, await placementRows(db, schools))
  const ids = new Set(schools.map(school => school.code))
  const records = await schoolRecords(db, scope, { ...request.filter, ...place })
  return written(
    request,
    schoolsSheet,
    records.filter(record => ids.has(record.code)),
  )
}

async function placementRows(
  db: Db,
  schools: readonly SchoolRow[],
): Promise<RowOf<typeof placementsSheet>[]> {
  const codes = new Map(schools.map(school => [school.id, school.code]))
  const sports = new Map((await listSportNames(db)).map(sport => [sport.code, sport.name]))
  const placements = await placementsOfSchools(db, [...codes.keys()])
  return placements.flatMap(one => {
    const code = codes.get(one.schoolId)
    if (code === null || code === undefined) return []
    return [
      {
        code,
        sport: { code: one.sport, name: sports.get(one.sport) ?? one.sport },
        stage: one.stage,
        role: one.role,
        validFrom: one.validFrom,
        validTo: one.validTo === openEnd ? null : one.validTo,
        document: one.document || null,
      },
    ]
  })
}

function written<S extends Sheet>(
  { format, locale }: ExportRequest,
  sheet: S,
  rows: Rows<RowOf<S>>,
): AsyncIterable<Uint8Array> {
  const columns = columnsOfSheet(sheet, locale)
  return format === 'csv'
    ? csvStream(columns, rows)
    : tableStream(columns, rows, { name: say(locale, sheet.title) })
}
