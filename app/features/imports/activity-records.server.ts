import type { Scope } from '#app/auth/scope.ts'
import { type Day, schoolYearOf } from '#app/calendar-day.ts'
import { type LoggedRow, ledgerPieces } from '#app/features/activity/ledger.queries.server.ts'
import { className, gradeName, gradeOfClass } from '#app/features/schools/class-name.rule.ts'
import { type ClassRow, listClasses } from '#app/features/schools/classes.queries.server.ts'
import type { SchoolRow } from '#app/features/schools/schools.queries.server.ts'
import { listSportNames } from '#app/features/sports/sports.queries.server.ts'
import type { ActivityKind } from '#app/spreadsheet/cells/kind.ts'
import type { Db } from '#db/tables.ts'
import type { ActivityRecord } from './activity-log.sheet.ts'

const rowsInPiece = 500

/**
 * What schools reported from one day to another as rows of the log, school by school and piece by piece, so that a log
 * of any length is never held whole.
 */
export async function* activityRecords(
  db: Db,
  scope: Scope,
  schools: readonly SchoolRow[],
  range: { from: Day; to: Day; asOf: Day },
): AsyncGenerator<ActivityRecord[]> {
  const sports = new Map((await listSportNames(db)).map(sport => [sport.code, sport.name]))
  const only = schools.length === 1 ? schools[0] : undefined
  const classes = await listClasses(db, scope, {
    asOf: range.asOf,
    all: true,
    ...(only && { schoolId: only.id }),
  })
  const codes = new Map(schools.map(school => [school.id, school.code]))
  const byId = new Map(classes.map(one => [one.id, namedByYear(codes.get(one.schoolId) ?? null, one)]))
  for await (const rows of readAhead(piecesOf(db, schools, range)))
    yield rows.flatMap(row => {
      const cells = byId.get(row.classId)
      return cells === undefined ? [] : recordOf(cells(row.day), row, sports)
    })
}

async function* piecesOf(
  db: Db,
  schools: readonly SchoolRow[],
  range: { from: Day; to: Day },
): AsyncGenerator<LoggedRow[]> {
  for (const { id } of schools) yield* ledgerPieces(db, id, range, rowsInPiece)
}

/** Asks for the next piece while the last one is worked on: the database then works meanwhile. */
async function* readAhead<Piece>(pieces: AsyncGenerator<Piece>): AsyncGenerator<Piece> {
  try {
    let coming = pieces.next()
    for (;;) {
      const { done, value } = await coming
      if (done === true) return
      coming = pieces.next()
      // It is awaited in the next round, or by nobody when the reader has gone.
      coming.catch(() => undefined)
      yield value
    }
  } finally {
    await pieces.return(undefined)
  }
}

type ClassCells = Pick<ActivityRecord, 'code' | 'date' | 'grade' | 'className'>

function recordOf(
  { code, grade, className }: ClassCells,
  row: LoggedRow,
  sports: ReadonlyMap<string, string>,
): ActivityRecord {
  return {
    code,
    date: row.day,
    grade,
    className,
    kind: row.kind as ActivityKind,
    sport: row.sportCode === null ? null : (sports.get(row.sportCode) ?? row.sportCode),
    startsAt: row.startsAt || null,
    minutes: row.minutes,
    participants: row.participants,
    teacher: row.teacher || null,
    note: row.note || null,
  }
}

/** The cells of a class on a day; its name changes with the school year only. */
function namedByYear(code: string | null, one: ClassRow): (day: Day) => ClassCells {
  const named = new Map<number, ClassCells>()
  return day => {
    const year = schoolYearOf(day)
    const known = named.get(year) ?? classCells(code, one, day)
    named.set(year, known)
    return known
  }
}

/** The cells that say whose day it is. */
export function classCells(code: string | null, one: ClassRow, day: Day): ClassCells {
  const year = schoolYearOf(day)
  const grade = gradeOfClass(one.stage, one.entryYear, year)
  return {
    code,
    date: day,
    grade: grade === null ? null : gradeName(grade),
    className: `${one.campus === '' ? '' : one.campus}${className(one, year)}`,
  }
}
