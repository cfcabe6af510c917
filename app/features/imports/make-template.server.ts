import type { Scope } from '#app/auth/scope.ts'
import { addDays, type Day, mondayOf } from '#app/calendar-day.ts'
import { usualKinds, writeActivityWeek } from '#app/features/activity/write-activity-week.server.ts'
import { scoreRecord } from '#app/features/applications/import-scores.server.ts'
import { scorables, takesTest } from '#app/features/applications/scores.queries.server.ts'
import { loadCalendar } from '#app/features/calendar/calendar.queries.server.ts'
import { schoolDaysOf } from '#app/features/calendar/calendar.rule.ts'
import { standingOf } from '#app/features/posts/post-state.rule.ts'
import { listClasses } from '#app/features/schools/classes.queries.server.ts'
import type { SchoolRow } from '#app/features/schools/schools.queries.server.ts'
import { titleTemplateRecords } from '#app/features/title-applications/title-application-records.server.ts'
import type { Locale } from '#app/i18n/text.ts'
import { writeTemplate } from '#app/spreadsheet/write-template.server.ts'
import type { Mistake } from '#app/spreadsheet/writing/guide.server.ts'
import type { Db } from '#db/tables.ts'
import type { ActivityRecord } from './activity-log.sheet.ts'
import { classCells } from './activity-records.server.ts'
import { declaredSheets } from './declared-sheets.ts'
import { lastMistakes } from './last-mistakes.server.ts'
import type { TemplateSheet } from './sheet-name.ts'
import { templateChoices } from './template-choices.server.ts'

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
  const { locale, school, day } = request
  const mistakes = await lastMistakes(db, scope, sheet, { locale, schoolId: school?.id ?? null, asOf: day })
  if (sheet === 'activity-week') return weekMatrix(db, scope, request, mistakes)
  return writeTemplate(declaredSheets[sheet], {
    locale,
    ...(school?.code && { school: school.code }),
    rows: await rowsBeforehand(db, scope, sheet, request),
    choices: await templateChoices(db, scope, sheet, request),
    mistakes,
  })
}

/** What the template has filled in: the school in one row, or every row that is expected. */
async function rowsBeforehand(
  db: Db,
  scope: Scope,
  sheet: TemplateSheet,
  { school, day }: TemplateRequest,
): Promise<Record<string, unknown>[]> {
  if (sheet === 'title-applications') return titleTemplateRecords(db, scope, day)
  if (sheet === 'scores') {
    const inTest = (await scorables(db, scope, {})).filter(
      one => takesTest(one) && standingOf(scope, one) === 'reviewer',
    )
    return inTest.map(scoreRecord)
  }
  if (sheet === 'activity-log') return school === null ? [] : weekRows(db, scope, school, day)
  const [first] = declaredSheets[sheet].prefilled ?? []
  return first === undefined || !school?.code ? [] : [{ [first]: school.code }]
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
  mistakes: readonly Mistake[],
): Promise<Uint8Array> {
  const weeks = school === null ? [] : await classWeeks(db, scope, school, day)
  return writeActivityWeek({
    locale,
    school: { code: school?.code ?? '', name: school?.name ?? '' },
    classes: weeks.map(({ one, days }) => ({ name: classCells(null, one, day).className, days })),
    kinds: usualKinds,
    mistakes,
  })
}
