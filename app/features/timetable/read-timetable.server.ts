import type { Scope } from '#app/auth/scope.ts'
import { type Day, schoolYearOf } from '#app/calendar-day.ts'
import { loadCalendar } from '#app/features/calendar/calendar.queries.server.ts'
import { followedWeekday } from '#app/features/calendar/calendar.rule.ts'
import { className, gradeOfClass } from '#app/features/schools/class-name.rule.ts'
import { listClasses } from '#app/features/schools/classes.queries.server.ts'
import { findSchool } from '#app/features/schools/schools.queries.server.ts'
import { listSports } from '#app/features/sports/sports.queries.server.ts'
import type { ActivityKind } from '#app/spreadsheet/cells/kind.ts'
import type { Db, Stage } from '#db/tables.ts'
import { entriesIn, firstDaysOf } from './timetable.queries.server.ts'
import type { StoredEntry } from './timetable.rule.ts'
import { mayKeepTimetable } from './timetable-permission.rule.ts'
import { lessonsOf } from './week.rule.ts'

export interface PlannedActivity extends Pick<StoredEntry, 'id' | 'weekday' | 'startsAt' | 'minutes'> {
  kind: ActivityKind
  sport: { 'zh-CN': string; en: string } | null
  validFrom: Day
  validTo: Day
}

export interface TimetableLine {
  id: string
  /** What the class is called on the day. */
  name: string
  grade: number | null
  /** By weekday and time. */
  activities: PlannedActivity[]
  /** PE lessons a week, whatever is left out; null where nothing at all is planned, which is not the same as none. */
  lessons: number | null
}

/**
 * What the classes of a school of the scope have planned for the week of a day, a line a class, those without anything
 * too; undefined when the school is not there to be seen. `grade` and `kind` leave out all others.
 */
export async function readTimetable(
  db: Db,
  scope: Scope,
  asked: {
    schoolId: string
    day: Day
    today: Day
    grade?: number | undefined
    kind?: ActivityKind | undefined
  },
) {
  const { schoolId, day, today } = asked
  const school = await findSchool(db, scope, schoolId, today)
  if (school === undefined) return undefined
  const year = schoolYearOf(day)
  const roster = await listClasses(db, scope, { asOf: today, schoolId, all: true })
  const classes = roster
    .filter(one => one.validFrom <= day && day <= one.validTo)
    .map(one => ({ ...one, grade: gradeOfClass(one.stage, one.entryYear, year) }))
  const activities = await activitiesOn(db, schoolId, day)
  const firstDays = await firstDaysOf(db, schoolId)
  const [since] = firstDays.filter(first => first <= day).slice(-1)
  const lines: TimetableLine[] = classes
    .filter(({ grade }) => asked.grade === undefined || grade === asked.grade)
    .map(one => {
      const planned = activities.get(one.id) ?? []
      return {
        id: one.id,
        name: className(one, year),
        grade: one.grade,
        activities: planned.filter(({ kind }) => asked.kind === undefined || kind === asked.kind),
        lessons: lessonsOf(planned),
      }
    })
  return {
    school: { id: school.id, code: school.code, name: school.name },
    grades: [...new Set(classes.flatMap(({ grade }) => grade ?? []))].sort((one, other) => one - other),
    lines,
    before: firstDays.filter(first => since !== undefined && first < since).at(-1) ?? null,
    after: firstDays.find(first => first > day) ?? null,
    follows: await followedOn(db, school, classes, day),
    mayKeep: mayKeepTimetable(scope, school),
  }
}

/** The weekday that every stage of the school follows on the day; null where they differ or keep their own. */
async function followedOn(
  db: Db,
  { id, unitCode }: { id: string; unitCode: string },
  classes: readonly { stage: Stage }[],
  day: Day,
): Promise<number | null> {
  const calendar = await loadCalendar(db, { from: day, to: day })
  const stages = new Set(classes.map(({ stage }) => stage))
  const place = { schoolId: id, unitCode }
  const [only = null, ...others] = new Set([...stages].map(one => followedWeekday(calendar, place, one, day)))
  return others.length === 0 ? only : null
}

async function activitiesOn(db: Db, schoolId: string, day: Day): Promise<Map<string, PlannedActivity[]>> {
  const sports = new Map(
    (await listSports(db)).map(({ code, name, nameEn }) => [code, { 'zh-CN': name, en: nameEn }]),
  )
  const byClass = new Map<string, PlannedActivity[]>()
  for (const entry of await entriesIn(db, schoolId, { from: day, to: day })) {
    const { id, weekday, startsAt, minutes, sport, validFrom, validTo } = entry
    const named = sport === null ? null : (sports.get(sport) ?? { 'zh-CN': sport, en: sport })
    const planned = { ...{ id, weekday, startsAt, minutes, validFrom, validTo }, sport: named }
    const own = byClass.get(entry.classId) ?? []
    byClass.set(entry.classId, own)
    // Only the sheet writes kinds.
    own.push({ ...planned, kind: entry.kind as ActivityKind })
  }
  return byClass
}
