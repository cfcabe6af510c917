import { setTimeout as sleep } from 'node:timers/promises'
import { findSchoolByCode } from '#app/features/schools/schools.queries.server.ts'
import type { Locale } from '#app/i18n/text.ts'
import type { Problem } from '#app/spreadsheet/problem.ts'
import type { Db } from '#db/tables.ts'
import { commitImport } from './commit-import.server.ts'
import { discardImport } from './discard-import.server.ts'
import { doImportWork } from './do-import-work.server.ts'
import { type ImportCounts, isBlocked, nothingRead } from './import-counts.rule.ts'
import { findWork } from './import-work.queries.server.ts'
import { findImport, type ImportRun } from './imports.queries.server.ts'
import { readPart } from './parts.queries.server.ts'
import { contentsOf } from './pieces.queries.server.ts'
import { type PreviewRequest, previewImport } from './preview-import.server.ts'
import { problemMessage } from './problem-message.ts'
import type { StagedRow } from './sheet-import.ts'
import { sheetImportOf } from './sheets.server.ts'
import { tryOut } from './try-out.server.ts'

/** The answer to an import in one go, as contracts promise it to scripts. */
export interface ImportResult {
  sheet: string
  file: string
  status: 'preview' | 'committed' | 'refused'
  import: string | null
  counts: ImportCounts
  problems: (Omit<Problem, 'values'> & { message: string })[]
  rows?: Record<string, string | number | null>[]
}

export interface RunRequest extends Omit<PreviewRequest, 'schoolId'> {
  /** 标识码 of the school for which the file is, where it does not say. */
  schoolCode: string | null
  dryRun: boolean
  skipBadRows: boolean
  withRows: boolean
  locale: Locale
}

/** Previews and, unless it is a dry run or something must be settled first, commits. */
export async function runImport(db: Db, request: RunRequest): Promise<ImportResult> {
  const { schoolCode, scope, today } = request
  const school = schoolCode === null ? null : await findSchoolByCode(db, scope, schoolCode, today)
  if (school === undefined) {
    const code = 'import.school-unknown'
    return refused(request, [{ ...nowhere, raw: schoolCode ?? '', code, values: { code: schoolCode ?? '' } }])
  }
  const preview = { ...request, schoolId: school?.id ?? null }
  return request.dryRun ? tried(db, request, preview) : carryOut(db, request, preview)
}

const nowhere = { sheet: '', cell: '', header: '', reading: 'reject' } as const

async function tried(db: Db, request: RunRequest, preview: PreviewRequest): Promise<ImportResult> {
  const { sheet, bytes, withRows } = request
  const file = await tryOut(db, sheet, bytes, { ...preview, importId: '' }, withRows)
  if (!file.ok) return refused(request, file.problems)
  return resultOf(request, { status: 'preview', import: null, ...file })
}

async function carryOut(db: Db, request: RunRequest, preview: PreviewRequest): Promise<ImportResult> {
  const { scope, actor, today, now, skipBadRows } = request
  const previewed = await previewImport(db, preview)
  if (!previewed.ok) return refused(request, previewed.problems)
  const { id } = previewed
  await workDone(db, id)
  const run = await findImport(db, scope, id, today)
  const counts = run?.counts ?? nothingRead
  const problems = await readPart<Problem>(db, id, 'problems')
  const rows = request.withRows && run !== undefined ? await allRows(db, run) : []
  const read = { import: id, counts, problems, rows }
  const isHeldUp = isBlocked(problems, counts) && !skipBadRows
  const committed = isHeldUp ? null : await commitImport(db, { id, scope, actor, today, now, skipBadRows })
  if (committed?.ok === true) return resultOf(request, { ...read, status: 'committed' })
  await discardImport(db, { id, scope, actor, today, status: 'refused' })
  return resultOf(request, { ...read, status: 'refused' })
}

async function allRows(db: Db, run: ImportRun): Promise<StagedRow[]> {
  const { inPieces } = sheetImportOf(run.sheet)
  if (!run.isInPieces || inPieces === undefined) return readPart<StagedRow>(db, run.id, 'rows')
  const rows: StagedRow[] = []
  for await (const content of contentsOf(db, run.id))
    for (const row of await inPieces.show(db, inPieces.rowsOf(content))) rows.push(row)
  return rows
}

const lookEveryMs = 200

/** A long file is read here, unless a server with the same database was faster; then its end is waited for. */
async function workDone(db: Db, id: string): Promise<void> {
  for (;;) {
    await doImportWork(db, { only: id })
    const work = await findWork(db, id)
    if (work === undefined) return
    if (work.state === 'failed') throw new Error(work.error)
    await sleep(lookEveryMs)
  }
}

function refused(request: RunRequest, problems: Problem[]): ImportResult {
  return resultOf(request, { status: 'refused', import: null, counts: nothingRead, problems, rows: [] })
}

function resultOf(
  request: RunRequest,
  answer: Pick<ImportResult, 'status' | 'import' | 'counts'> & { problems: Problem[]; rows: StagedRow[] },
): ImportResult {
  const { status, counts, problems, rows } = answer
  const inOrder = [...rows].sort((one, other) => one.sheet.localeCompare(other.sheet) || one.row - other.row)
  return {
    sheet: request.sheet,
    file: request.fileName,
    status,
    import: answer.import,
    counts,
    problems: problems.map(({ values, ...problem }) => ({
      ...problem,
      message: problemMessage(request.locale, { code: problem.code, values }),
    })),
    ...(request.withRows && { rows: inOrder.map(({ row, shown }) => ({ row, ...shown })) }),
  }
}
