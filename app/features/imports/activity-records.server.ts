import type { Scope } from '#app/auth/scope.ts'
import { type Day, schoolYearOf } from '#app/calendar-day.ts'
import { type LedgerRow, ledgerRowsOn } from '#app/features/activity/ledger.queries.server.ts'
import { className, gradeName, gradeOfClass } from '#app/features/schools/class-name.rule.ts'
import { type ClassRow, listClasses } from '#app/features/schools/classes.queries.server.ts'
import type { SchoolRow } from '#app/features/schools/schools.queries.server.ts'
import { listSportNames } from '#app/features/sports/sports.queries.server.ts'
import type { ActivityKind } from '#app/spreadsheet/cells/kind.ts'
import type { Db } from '#db/tables.ts'
import type { ActivityRecord } from './activity-log.sheet.ts'

/** What schools reported from one day to another as rows of the log, school by school as they are asked for. */
export async function* activityRecords(
  db: Db,
  scope: Scope,
  schools: readonly SchoolRow[],
  range: { from: Day; to: Day; asOf: Day },
): AsyncGenerator<ActivityRecord> {
  const sports = new Map((await listSportNames(db)).map(sport => [sport.code, sport.name]))
  for (const school of schools) {
    const classes = await listClasses(db, scope, { asOf: range.asOf, schoolId: school.id, all: true })
    const byId = new Map(classes.map(one => [one.id, one]))
    for (const row of await ledgerRowsOn(db, school.id, { from: range.from, to: range.to })) {
      const one = byId.get(row.classId)
      if (one !== undefined) yield recordOf(school, one, row, sports)
    }
  }
}

function recordOf(
  school: SchoolRow,
  one: ClassRow,
  row: LedgerRow,
  sports: ReadonlyMap<string, string>,
): ActivityRecord {
  return {
    ...classCells(school.code, one, row.day),
    kind: row.kind as ActivityKind,
    sport: row.sportCode === null ? null : (sports.get(row.sportCode) ?? row.sportCode),
    startsAt: row.startsAt || null,
    minutes: row.minutes,
    participants: row.participants,
    teacher: row.teacher || null,
    note: row.note || null,
  }
}

/** The cells that say whose day it is. */
export function classCells(
  code: string | null,
  one: ClassRow,
  day: Day,
): Pick<ActivityRecord, 'code' | 'date' | 'grade' | 'className'> {
  const year = schoolYearOf(day)
  const grade = gradeOfClass(one.stage, one.entryYear, year)
  return {
    code,
    date: day,
    grade: grade === null ? null : gradeName(grade),
    className: `${one.campus === '' ? '' : one.campus}${className(one, year)}`,
  }
}
