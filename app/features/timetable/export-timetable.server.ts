import type { Scope } from '#app/auth/scope.ts'
import { type Day, openEnd, schoolYearOf } from '#app/calendar-day.ts'
import { className } from '#app/features/schools/class-name.rule.ts'
import { type ClassRow, listClasses } from '#app/features/schools/classes.queries.server.ts'
import type { SchoolRow } from '#app/features/schools/schools.queries.server.ts'
import { listSportNames } from '#app/features/sports/sports.queries.server.ts'
import type { ActivityKind } from '#app/spreadsheet/cells/kind.ts'
import type { Db } from '#db/tables.ts'
import { entriesIn } from './timetable.queries.server.ts'
import type { StoredEntry } from './timetable.rule.ts'
import type { TimetableRecord } from './timetable.sheet.ts'

/**
 * The timetables of schools as rows of their sheet, school by school: what holds on some day of the range, so that
 * importing it changes nothing. A school without a code cannot be named in a sheet and is left out.
 */
export async function* timetableRecords(
  db: Db,
  scope: Scope,
  schools: readonly SchoolRow[],
  range: { from: Day; to: Day; asOf: Day },
): AsyncGenerator<TimetableRecord[]> {
  const sports = new Map((await listSportNames(db)).map(sport => [sport.code, sport.name]))
  for (const { id, code } of schools) {
    if (code === null) continue
    const entries = await entriesIn(db, id, range)
    if (entries.length === 0) continue
    const classes = await listClasses(db, scope, { asOf: range.asOf, schoolId: id, all: true })
    yield classes.flatMap(one =>
      entries.filter(({ classId }) => classId === one.id).map(entry => recordOf(code, one, entry, sports)),
    )
  }
}

function recordOf(
  code: string,
  one: ClassRow,
  entry: StoredEntry,
  sports: ReadonlyMap<string, string>,
): TimetableRecord {
  const { sport, validFrom, validTo } = entry
  return {
    code,
    className: { type: 'text', text: className(one, schoolYearOf(validFrom)) },
    weekdays: [entry.weekday],
    // Only this sheet writes kinds.
    kind: entry.kind as ActivityKind,
    sport: sport === null ? null : { code: sport, name: sports.get(sport) ?? sport },
    startsAt: entry.startsAt || null,
    minutes: entry.minutes,
    validFrom,
    validTo: validTo === openEnd ? null : validTo,
  }
}
