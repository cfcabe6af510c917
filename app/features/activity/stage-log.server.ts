import type {
  BareRow,
  ImportContext,
  StagedPiece,
  StagedSummary,
  StageSink,
  Unkeepable,
} from '#app/features/imports/sheet-import.ts'
import { namedSchools } from '#app/features/schools/school-reader.server.ts'
import { findSchool, listSchools, type SchoolRow } from '#app/features/schools/schools.queries.server.ts'
import type { Problem } from '#app/spreadsheet/problem.ts'
import type { Refused } from '#app/spreadsheet/workbook.ts'
import type { Db } from '#db/tables.ts'
import { activityTellingOf } from './activity-context.server.ts'
import { type ActivityData, dataOfValues, valuesIn } from './activity-data.ts'
import { shownColumns, shownColumnsOfMany } from './activity-shown.ts'
import type { ActivityTelling } from './activity-telling.ts'
import { compareUpload } from './compare-upload.ts'
import type { KindSetting } from './daily-hour.rule.ts'
import { ledgerRowsOn, loggedDays, schoolDayKey } from './ledger.queries.server.ts'
import type { LogSummary } from './log/log.worker.ts'
import { comparedDigest, freshDigest } from './log/log-digest.ts'
import type { LogPiece } from './log/log-pieces.ts'
import { rowsOfText } from './log/log-text.ts'
import { type LogThread, startLogThread } from './log/log-thread.server.ts'

/**
 * Reads a plain log of any length, of one school or of all within the scope, and hands its activities over piece by
 * piece, compared with what stands; changes nothing itself. `not-in-pieces` when the file is no plain log: then
 * `stageActivity` reads it.
 */
export async function stageLog(
  db: Db,
  file: () => Promise<Uint8Array>,
  context: ImportContext,
  sink: StageSink,
): Promise<StagedSummary | Refused | Unkeepable | 'not-in-pieces'> {
  const thread = startLogThread()
  try {
    return await stageFrom(thread, db, file, context, sink)
  } finally {
    await thread.end()
  }
}

async function stageFrom(
  thread: LogThread,
  db: Db,
  file: () => Promise<Uint8Array>,
  context: ImportContext,
  sink: StageSink,
): Promise<StagedSummary | Refused | Unkeepable | 'not-in-pieces'> {
  const { scope, schoolId, today } = context
  const only = scope.kind === 'school' ? scope.schoolId : schoolId
  const [bytes, telling, names] = await Promise.all([
    file(),
    tellingOf(db, context),
    only === null ? namedSchools(db, scope, today) : [],
  ])
  const kept = keeping(db, sink, telling.kinds)
  let done = 0
  const { corrections = { cells: [], skipped: [] }, onlyDays } = context
  const options = { only, corrections, names, ...(onlyDays !== undefined && { onlyDays }) }
  for await (const said of thread.read({ bytes, telling, ...options })) {
    for (const one of said) {
      if (one.answer === 'not-a-log') return 'not-in-pieces'
      if (one.answer === 'refused') return one.refused
      if (one.answer === 'personal') return { unkeepable: one.problems }
      if (one.answer === 'read') {
        await kept.end()
        return summaryOf(one.summary, kept.problems(), only)
      }
      if (one.answer === 'again') await kept.dropAll()
      if (one.answer === 'piece') await kept.add(one.piece)
      done = Math.max(done, one.answer === 'rows' ? one.count : kept.rows())
      await sink.tell({ done, of: null })
    }
  }
  throw new Error('The thread that reads the log did not end')
}

function summaryOf(read: LogSummary, problems: readonly Problem[], only: string | null): StagedSummary {
  return {
    ...(read.mark && { mark: read.mark }),
    problems: [...read.problems, ...problems],
    rejected: read.rejected.map(({ sheet, row }) => ({ sheet, row })),
    ignored: read.ignored,
    columns: only === null ? shownColumnsOfMany : shownColumns,
    firstDay: read.firstDay,
    lastDay: read.lastDay,
    schoolId: only,
    table: read.table,
  }
}

/** Pieces are kept together until they are so many, or have so many bytes: far below every server's largest packet. */
const atOnce = { pieces: 8, bytes: 2 * 1024 * 1024 }

/** Keeps pieces, compared with what stands, and forgets them again. */
function keeping(db: Db, sink: StageSink, kinds: readonly KindSetting[]) {
  let kept: number[] = []
  let problems: Problem[] = []
  let waiting: LogPiece[] = []
  let [rows, bytes] = [0, 0]

  async function keepWaiting(): Promise<void> {
    if (waiting.length === 0) return
    const pieces = waiting
    ;[waiting, bytes] = [[], 0]
    const staged = await comparedWithLedger(db, pieces, kinds)
    for (const one of staged) for (const problem of one.problems) problems.push(problem)
    for (const number of await sink.keep(staged.map(({ piece }) => piece))) kept.push(number)
  }

  return {
    async add(piece: LogPiece): Promise<void> {
      rows += piece.count
      bytes += piece.text.byteLength
      waiting.push(piece)
      if (waiting.length >= atOnce.pieces || bytes >= atOnce.bytes) await keepWaiting()
    },
    async dropAll(): Promise<void> {
      await sink.drop(kept)
      ;[kept, problems, waiting, bytes] = [[], [], [], 0]
    },
    end: keepWaiting,
    rows: () => rows,
    problems: () => problems,
  }
}

async function tellingOf(db: Db, context: ImportContext): Promise<ActivityTelling> {
  return activityTellingOf(db, await schoolsOfLog(db, context), {
    today: context.dateContext ?? context.today,
    fileName: context.fileName,
  })
}

/** The school for which the file is, else every school of the scope: the lines name theirs. */
async function schoolsOfLog(db: Db, { schoolId, scope, today }: ImportContext): Promise<SchoolRow[]> {
  if (schoolId === null) return listSchools(db, scope, { asOf: today })
  const school = await findSchool(db, scope, schoolId, today)
  return school === undefined ? [] : [school]
}

interface ComparedPiece {
  piece: StagedPiece
  problems: Problem[]
}

/** Pieces with their verdicts; where nothing stands one is handed on as it came. */
async function comparedWithLedger(
  db: Db,
  pieces: readonly LogPiece[],
  kinds: readonly KindSetting[],
): Promise<ComparedPiece[]> {
  const schoolIds = [...new Set(pieces.map(({ digest }) => digest.schoolId))]
  const logged = await loggedDays(db, schoolIds, [...new Set(pieces.flatMap(({ digest }) => digest.days))])
  const compared: ComparedPiece[] = []
  for (const piece of pieces) {
    const { schoolId, days } = piece.digest
    const isFresh = !days.some(day => logged.has(schoolDayKey(schoolId, day)))
    compared.push(isFresh ? freshPiece(piece, kinds) : await comparedPiece(db, piece))
  }
  return compared
}

function freshPiece(piece: LogPiece, kinds: readonly KindSetting[]): ComparedPiece {
  const counts = { new: piece.count, changed: 0, unchanged: 0 }
  return { piece: { content: piece.text, digest: freshDigest(piece, kinds), counts }, problems: [] }
}

async function comparedPiece(db: Db, { column, header, text, digest }: LogPiece): Promise<ComparedPiece> {
  const { schoolId, days } = digest
  const logged = rowsOfText(text)
  const given = logged.map(row => {
    const data = row.data as unknown as ActivityData
    return {
      sheet: row.sheet,
      row: row.row,
      cell: column + row.row,
      header,
      classKey: data[2],
      values: valuesIn(data),
    }
  })
  const { compared, problems } = compareUpload(given, await ledgerRowsOn(db, schoolId, days))
  const rows = logged.map((row, at): BareRow => {
    const { verdict, before } = compared[at]!
    const was =
      verdict === 'changed' && before !== null ? wasOf(row.data as unknown as ActivityData, before) : null
    return { ...row, verdict, ...(was !== null && { was }) }
  })
  const countOf = (verdict: string) => rows.filter(row => row.verdict === verdict).length
  const counts = { new: countOf('new'), changed: countOf('changed'), unchanged: countOf('unchanged') }
  return {
    piece: {
      content: new TextEncoder().encode(JSON.stringify(rows)),
      digest: comparedDigest(schoolId),
      counts,
    },
    problems,
  }
}

function wasOf(
  [schoolId, , classKey]: ActivityData,
  before: Parameters<typeof dataOfValues>[2],
): ActivityData {
  return dataOfValues(schoolId, classKey, before)
}
