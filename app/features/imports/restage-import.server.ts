import type { Scope } from '#app/auth/scope.ts'
import { type Day, inCity } from '#app/calendar-day.ts'
import { recordAudit } from '#app/features/audit/record-audit.server.ts'
import type { Grid } from '#app/spreadsheet/grid.ts'
import { openWorkbook } from '#app/spreadsheet/open-workbook.server.ts'
import type { Problem } from '#app/spreadsheet/problem.ts'
import type { Db } from '#db/tables.ts'
import { inTransaction, lockRow } from '#db/write.server.ts'
import {
  correctionsOf,
  insertCorrections,
  type KeptCorrection,
  lastPosition,
} from './corrections.queries.server.ts'
import { type Correction, laidOver } from './corrections.rule.ts'
import {
  fileOfImport,
  findImport,
  type ImportRun,
  readPart,
  statusOfImport,
  updateStaged,
} from './imports.queries.server.ts'
import { insertStaged } from './insert-staged.server.ts'
import { onlyDaysOfImport } from './only-days.queries.server.ts'
import { isSheetName } from './sheet-name.ts'
import { type StagedFile, stageWorkbook } from './stage-file.server.ts'

/** What an answer is given to: the file as it was uploaded, and what is wrong with it by now. */
export interface Preview {
  run: ImportRun
  grids: Grid[]
  problems: Problem[]
  given: KeptCorrection[]
}

export type NewCorrection = Correction & Pick<KeptCorrection, 'raw' | 'header'>

export type RestageRefusal = 'long-file' | 'not-found' | 'no-longer-open' | 'not-kept' | 'unreadable' | 'busy'

export interface RestageRequest {
  id: string
  scope: Scope
  actor: { id: string | null; name: string }
  today: Day
  now: string
  /** The file came again at this instant: its days are read as of then. */
  uploadedAt?: string
}

const attempts = 5

/**
 * Reads the kept file of an open preview again, with all that was answered and the new corrections laid over it, and puts
 * what comes of it in the place of what was read before. What somebody else answered meanwhile is read too.
 */
export async function restageImport<R = never>(
  db: Db,
  request: RestageRequest,
  answer: (preview: Preview) => Promise<NewCorrection[] | { refusal: R }> = async () => [],
): Promise<{ ok: true } | { ok: false; refusal: RestageRefusal | R }> {
  const { id } = request
  const run = await findImport(db, request.scope, id, request.today)
  if (run === undefined) return { ok: false, refusal: 'not-found' }
  if (run.status !== 'preview') return { ok: false, refusal: 'no-longer-open' }
  if (run.isInPieces) return { ok: false, refusal: 'long-file' }
  const bytes = await fileOfImport(db, id)
  if (bytes === undefined) return { ok: false, refusal: 'not-kept' }
  const opened = await openWorkbook(bytes)
  if (!opened.ok || !isSheetName(run.sheet)) return { ok: false, refusal: 'unreadable' }
  const onlyDays = await onlyDaysOfImport(db, id)
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const given = await correctionsOf(db, id)
    const problems = await readPart<Problem>(db, id, 'problems')
    const added = await answer({ run, grids: opened.grids, problems, given })
    if (!Array.isArray(added)) return { ok: false, refusal: added.refusal }
    const context = { ...contextOf(run, request), ...(onlyDays !== undefined && { onlyDays }) }
    const file = await stageWorkbook(db, run.sheet, opened, context, laidOver([...given, ...added]))
    if (!file.ok) return { ok: false, refusal: 'unreadable' }
    const outcome = await replaceStaged(db, request, { run, given, added, file })
    if (outcome === 'no-longer-open') return { ok: false, refusal: outcome }
    if (outcome === 'replaced') return { ok: true }
  }
  return { ok: false, refusal: 'busy' }
}

/** The file is read as of the day on which it came, so that no date or class of it means another day since. */
function contextOf(run: ImportRun, { scope, actor, today, now, uploadedAt }: RestageRequest) {
  return {
    importId: run.id,
    fileName: run.fileName,
    schoolId: run.forSchoolId ?? run.schoolId,
    dateContext: inCity(uploadedAt ?? run.createdAt).slice(0, 10),
    ...{ scope, actor, today, now },
  }
}

async function replaceStaged(
  db: Db,
  { id, actor, now, uploadedAt }: RestageRequest,
  read: {
    run: ImportRun
    given: readonly KeptCorrection[]
    added: readonly NewCorrection[]
    file: Extract<StagedFile, { ok: true }>
  },
): Promise<'replaced' | 'no-longer-open' | 'answered-meanwhile'> {
  const { run, given, added, file } = read
  return inTransaction(db, async tx => {
    await lockRow(tx, 'import_run', id)
    if ((await statusOfImport(tx, id)) !== 'preview') return 'no-longer-open'
    const last = given.at(-1)?.position ?? 0
    if ((await lastPosition(tx, id)) !== last) return 'answered-meanwhile'
    await insertCorrections(
      tx,
      id,
      added.map((one, at) => ({ ...one, position: last + 1 + at, by: actor, at: now })),
    )
    const { staged, counts } = file
    const { firstDay, lastDay } = staged
    await updateStaged(tx, id, { counts, firstDay, lastDay, createdAt: uploadedAt ?? run.createdAt })
    await insertStaged(tx, id, staged)
    if (added.length > 0)
      await recordAudit(tx, actor, {
        action: 'import.correct',
        subjectKind: 'import',
        subjectId: id,
        unitCode: run.unitCode,
        schoolId: run.schoolId,
        detail: { sheet: run.sheet, file: run.fileName, answers: added.length, places: placesOf(added) },
      })
    return 'replaced'
  })
}

/** Where and how, not which text: the workbook may name people, and the audit is never cut. */
function placesOf(added: readonly NewCorrection[]): string[] {
  return added.slice(0, 20).map(({ sheet, place, action }) => `${action} ${sheet}!${place}`)
}
