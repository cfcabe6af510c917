import type {
  BareRow,
  ImportContext,
  StagedPiece,
  StagedSummary,
  StageSink,
} from '#app/features/imports/sheet-import.ts'
import { findSchool, listSchools, type SchoolRow } from '#app/features/schools/schools.queries.server.ts'
import type { Problem } from '#app/spreadsheet/problem.ts'
import type { Refused } from '#app/spreadsheet/workbook.ts'
import type { Db } from '#db/tables.ts'
import { activityTellingOf } from './activity-context.server.ts'
import { type ActivityData, dataOfValues, valuesIn } from './activity-data.ts'
import { shownColumns, shownColumnsOfMany } from './activity-shown.ts'
import { compareUpload } from './compare-upload.ts'
import { ledgerRowsOn } from './ledger.queries.server.ts'
import type { LoggedRow, LogPiece } from './log/log-pieces.ts'
import { type LogThread, startLogThread } from './log/log-thread.server.ts'

/**
 * Reads a plain log of any length, of one school or of all within the scope, and hands its activities over piece by
 * piece, compared with what stands; changes nothing itself. `not-in-pieces` when the file is no plain log: then
 * `stageActivity` reads it.
 */
export async function stageLog(
  db: Db,
  bytes: Uint8Array,
  context: ImportContext,
  sink: StageSink,
): Promise<StagedSummary | Refused | 'not-in-pieces'> {
  const thread = startLogThread()
  try {
    return await stageFrom(thread, db, bytes, context, sink)
  } finally {
    await thread.end()
  }
}

async function stageFrom(
  thread: LogThread,
  db: Db,
  bytes: Uint8Array,
  context: ImportContext,
  sink: StageSink,
): Promise<StagedSummary | Refused | 'not-in-pieces'> {
  const { scope, schoolId, today } = context
  const schools = await schoolsOfLog(db, context)
  const telling = await activityTellingOf(db, schools, {
    today: context.dateContext ?? today,
    fileName: context.fileName,
  })
  const only = scope.kind === 'school' ? scope.schoolId : schoolId
  const read = await thread.read(bytes, telling, only, count => sink.tell({ done: count, of: null }))
  if (read === 'not-a-log') return 'not-in-pieces'
  if ('refusal' in read) return read
  const problems: Problem[] = read.problems
  let done = 0
  for await (const piece of thread.pieces()) {
    const compared = await comparedWithLedger(db, piece)
    for (const problem of compared.problems) problems.push(problem)
    await sink.keep(compared.piece)
    done += piece.count
    await sink.tell({ done, of: read.accepted })
  }
  return {
    ...(read.mark && { mark: read.mark }),
    problems,
    rejected: read.rejected.map(({ sheet, row }) => ({ sheet, row })),
    ignored: read.ignored,
    columns: only === null ? shownColumnsOfMany : shownColumns,
    firstDay: read.firstDay,
    lastDay: read.lastDay,
    schoolId: only,
  }
}

/** The school for which the file is, else every school of the scope: the lines name theirs. */
async function schoolsOfLog(db: Db, { schoolId, scope, today }: ImportContext): Promise<SchoolRow[]> {
  if (schoolId === null) return listSchools(db, scope, { asOf: today })
  const school = await findSchool(db, scope, schoolId, today)
  return school === undefined ? [] : [school]
}

/** A piece with its verdicts; where nothing stands it is handed on as it came. */
async function comparedWithLedger(
  db: Db,
  piece: LogPiece,
): Promise<{ piece: StagedPiece; problems: Problem[] }> {
  const standing = await ledgerRowsOn(db, piece.schoolId, piece.days)
  if (standing.length === 0) {
    const counts = { new: piece.count, changed: 0, unchanged: 0 }
    return { piece: { rows: piece.rows, counts }, problems: [] }
  }
  const logged = JSON.parse(piece.rows) as LoggedRow[]
  const given = logged.map(({ sheet, row, data }) => {
    const cell = piece.column + row
    return { sheet, row, cell, header: piece.header, classKey: data[2], values: valuesIn(data) }
  })
  const { compared, problems } = compareUpload(given, standing)
  const rows = logged.map(({ sheet, row, data }, at): BareRow => {
    const { verdict, before } = compared[at]!
    const was = verdict === 'changed' && before !== null ? wasOf(data, before) : null
    return { sheet, row, verdict, data, ...(was !== null && { was }) }
  })
  const count = (verdict: string) => rows.filter(row => row.verdict === verdict).length
  const counts = { new: count('new'), changed: count('changed'), unchanged: count('unchanged') }
  return { piece: { rows: JSON.stringify(rows), counts }, problems }
}

function wasOf(
  [schoolId, , classKey]: ActivityData,
  before: Parameters<typeof dataOfValues>[2],
): ActivityData {
  return dataOfValues(schoolId, classKey, before)
}
