import type { Scope } from '#app/auth/scope.ts'
import { addDays, type Day, mondayOf } from '#app/calendar-day.ts'
import { usualKinds, writeActivityWeek } from '#app/features/activity/write-activity-week.server.ts'
import { scoreRecord } from '#app/features/applications/import-scores.server.ts'
import { scorables, takesTest } from '#app/features/applications/scores.queries.server.ts'
import { scoresSheet } from '#app/features/applications/scores.sheet.ts'
import { loadCalendar } from '#app/features/calendar/calendar.queries.server.ts'
import { schoolDaysOf } from '#app/features/calendar/calendar.rule.ts'
import { calendarSheet } from '#app/features/calendar/calendar.sheet.ts'
import { exemptionsSheet } from '#app/features/compliance/exemptions.sheet.ts'
import { listBatches } from '#app/features/designation/batches.queries.server.ts'
import { designationsSheet } from '#app/features/designation/designations.sheet.ts'
import { indicatorsSheet } from '#app/features/designation/indicators.sheet.ts'
import { eventsSheet } from '#app/features/events/events.sheet.ts'
import { coachPlacementsSheet } from '#app/features/instructors/coach-placements.sheet.ts'
import { coachesSheet } from '#app/features/instructors/coaches.sheet.ts'
import { coachPostsSheet } from '#app/features/posts/coach-posts.sheet.ts'
import { standingOf } from '#app/features/posts/post-state.rule.ts'
import { listRounds } from '#app/features/posts/rounds.queries.server.ts'
import { placementsSheet } from '#app/features/program/placements.sheet.ts'
import { listClasses } from '#app/features/schools/classes.queries.server.ts'
import { classesSheet } from '#app/features/schools/classes.sheet.ts'
import type { SchoolRow } from '#app/features/schools/schools.queries.server.ts'
import { schoolsSheet } from '#app/features/schools/schools.sheet.ts'
import { listUnitNames } from '#app/features/schools/units.queries.server.ts'
import { listSportNames } from '#app/features/sports/sports.queries.server.ts'
import { titleTemplateRecords } from '#app/features/title-applications/title-application-records.server.ts'
import { titleApplicationsSheet } from '#app/features/title-applications/title-applications.sheet.ts'
import { venuesSheet } from '#app/features/venues/venues.sheet.ts'
import { wordsSheet } from '#app/features/words/words.sheet.ts'
import type { Locale } from '#app/i18n/text.ts'
import { writeTemplate } from '#app/spreadsheet/write-template.server.ts'
import type { Db } from '#db/tables.ts'
import { type ActivityRecord, activityLogSheet } from './activity-log.sheet.ts'
import { classCells } from './activity-records.server.ts'
import type { TemplateSheet } from './sheet-name.ts'

export interface TemplateRequest {
  locale: Locale
  /** The school for which the template is filled in beforehand. */
  school: SchoolRow | null
  /** The template speaks of the school week that holds this day, or of the next one with school. */
  day: Day
}

/** A sheet's template as the bytes of an .xlsx; as it stands it can be imported, and then says nothing. */
export async function makeTemplate(
  db: Db,
  scope: Scope,
  sheet: TemplateSheet,
  request: TemplateRequest,
): Promise<Uint8Array> {
  const { locale, school } = request
  const code = school?.code ?? ''
  const mark = { locale, ...(code !== '' && { school: code }) }
  const units = (await listUnitNames(db)).map(unit => unit.name)
  if (sheet === 'schools') {
    return writeTemplate(schoolsSheet, { ...mark, choices: { unit: units, countsUnit: units } })
  }
  if (sheet === 'activity-week') return weekMatrix(db, scope, request)
  const own = code === '' ? [] : [{ code }]
  if (sheet === 'calendar') return writeTemplate(calendarSheet, mark)
  if (sheet === 'indicators') return writeTemplate(indicatorsSheet, mark)
  if (sheet === 'venues') return writeTemplate(venuesSheet, { ...mark, rows: own })
  if (sheet === 'words')
    return writeTemplate(wordsSheet, { ...mark, rows: code === '' ? [] : [{ place: code }] })
  if (sheet === 'exemptions') return writeTemplate(exemptionsSheet, { ...mark, rows: own })
  if (sheet === 'classes') return writeTemplate(classesSheet, { ...mark, rows: own })
  const sports = (await listSportNames(db)).map(sport => sport.name)
  if (sheet === 'placements')
    return writeTemplate(placementsSheet, { ...mark, rows: own, choices: { sport: sports } })
  if (sheet === 'designations')
    return writeTemplate(designationsSheet, { ...mark, rows: own, choices: { sport: sports } })
  if (sheet === 'events')
    return writeTemplate(eventsSheet, { ...mark, rows: own, choices: { sport: sports } })
  if (sheet === 'title-applications') {
    const rows = await titleTemplateRecords(db, scope, request.day)
    const batches = (await listBatches(db, { announcedOnly: true })).map(batch => batch.name)
    return writeTemplate(titleApplicationsSheet, { ...mark, rows, choices: { batch: batches, sports } })
  }
  if (sheet === 'coach-posts') {
    const rounds = (await listRounds(db, scope, { asOf: request.day })).filter(one => one.endedAt === null)
    const choices = { sport: sports, round: rounds.map(round => round.name) }
    return writeTemplate(coachPostsSheet, { ...mark, choices })
  }
  if (sheet === 'scores') {
    const inTest = (await scorables(db, scope, {})).filter(
      one => takesTest(one) && standingOf(scope, one) === 'reviewer',
    )
    return writeTemplate(scoresSheet, { ...mark, rows: inTest.map(scoreRecord) })
  }
  if (sheet === 'coaches')
    return writeTemplate(coachesSheet, { ...mark, rows: own, choices: { unit: units, sports } })
  if (sheet === 'coach-placements')
    return writeTemplate(coachPlacementsSheet, {
      ...mark,
      rows: own,
      choices: { homeUnit: units, sport: sports },
    })
  const rows = school === null ? [] : await weekRows(db, scope, school, request.day)
  return writeTemplate(activityLogSheet, { ...mark, rows, choices: { sport: sports } })
}

/** The school's classes, each with the school days of the week. */
async function classWeeks(db: Db, scope: Scope, school: SchoolRow, day: Day) {
  const classes = await listClasses(db, scope, { asOf: day, schoolId: school.id })
  const monday = mondayOf(day)
  const last = addDays(monday, 62)
  const calendar = await loadCalendar(db, { from: monday, to: last })
  const place = { schoolId: school.id, unitCode: school.unitCode }
  return classes.map(one => {
    const days = schoolDaysOf(calendar, place, one.stage, monday, last)
    const first = days.find(each => each >= day) ?? days.at(-1)
    return { one, days: days.filter(each => first !== undefined && mondayOf(each) === mondayOf(first)) }
  })
}

async function weekRows(
  db: Db,
  scope: Scope,
  school: SchoolRow,
  day: Day,
): Promise<Partial<ActivityRecord>[]> {
  const weeks = await classWeeks(db, scope, school, day)
  return weeks.flatMap(({ one, days }) =>
    days.flatMap(each => usualKinds.map(kind => ({ ...classCells(school.code, one, each), kind }))),
  )
}

async function weekMatrix(
  db: Db,
  scope: Scope,
  { school, day, locale }: TemplateRequest,
): Promise<Uint8Array> {
  const weeks = school === null ? [] : await classWeeks(db, scope, school, day)
  return writeActivityWeek({
    locale,
    school: { code: school?.code ?? '', name: school?.name ?? '' },
    classes: weeks.map(({ one, days }) => ({ name: classCells(null, one, day).className, days })),
    kinds: usualKinds,
  })
}
