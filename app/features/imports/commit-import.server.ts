import type { Scope } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import { recordAudit } from '#app/features/audit/record-audit.server.ts'
import type { Problem } from '#app/spreadsheet/problem.ts'
import type { Db, Tx } from '#db/tables.ts'
import { inTransaction, lockRow } from '#db/write.server.ts'
import { commitPieces } from './commit-pieces.server.ts'
import { isBlocked } from './import-counts.rule.ts'
import { findImport, type ImportRun, setStatus } from './imports.queries.server.ts'
import { insertPart, readPart } from './parts.queries.server.ts'
import type { ImportContext, StagedRow } from './sheet-import.ts'
import { sheetImportOf } from './sheets.server.ts'
import { isStaleImport } from './stale-import.ts'

export type CommitRefusal =
  | 'not-found'
  | 'has-problems'
  | 'nothing-to-commit'
  | 'no-longer-open'
  | 'stale'
  | 'other-work'

export interface CommitRequest {
  id: string
  scope: Scope
  actor: { id: string | null; name: string }
  today: Day
  now: string
  /** Rows that could not be read, or contradict each other, are left out instead of holding up the rest. */
  skipBadRows: boolean
}

/**
 * Carries out a previewed import: all of its rows or none, exactly once. A second click and a second tab get the
 * answer of the first.
 */
export async function commitImport(
  db: Db,
  request: CommitRequest,
): Promise<{ ok: true; id: string } | { ok: false; refusal: CommitRefusal }> {
  const run = await findImport(db, request.scope, request.id, request.today)
  if (run === undefined) return { ok: false, refusal: 'not-found' }
  if (run.status === 'committed') return { ok: true, id: run.id }
  const refusal = await refusalOf(db, run, request)
  if (refusal !== null) return { ok: false, refusal }
  try {
    return await carryOut(db, run, request)
  } catch (error) {
    // What stands has changed since the preview: the person looks at a new one.
    if (isStaleImport(error)) return { ok: false, refusal: 'stale' }
    throw error
  }
}

/** Why an import may not be committed as it stands; null when it may. */
export async function refusalOf(
  db: Db,
  run: ImportRun,
  request: Pick<CommitRequest, 'skipBadRows'>,
): Promise<CommitRefusal | null> {
  if (run.status !== 'preview') return 'no-longer-open'
  const { new: added, changed, unchanged, rejected } = run.counts
  if (rejected > 0 && added + changed + unchanged === 0) return 'nothing-to-commit'
  const problems = await readPart<Problem>(db, run.id, 'problems')
  return isBlocked(problems, run.counts) && !request.skipBadRows ? 'has-problems' : null
}

async function carryOut(
  db: Db,
  { id }: ImportRun,
  request: CommitRequest,
): Promise<{ ok: true; id: string } | { ok: false; refusal: CommitRefusal }> {
  return inTransaction(db, async tx => {
    await lockRow(tx, 'import_run', id)
    // Somebody may have answered to a problem, or committed, while we waited.
    const run = await findImport(tx, request.scope, id, request.today)
    if (run === undefined) return { ok: false, refusal: 'not-found' }
    if (run.status === 'committed') return { ok: true, id }
    const refusal = await refusalOf(tx, run, request)
    if (refusal !== null) return { ok: false, refusal }
    const { today, now, scope, actor } = request
    const { fileName, schoolId } = run
    await commitRows(tx, run, { importId: id, fileName, today, now, scope, actor, schoolId })
    await setStatus(tx, run.id, 'committed', request.now)
    await recordAudit(tx, request.actor, {
      action: 'import.commit',
      subjectKind: 'import',
      subjectId: run.id,
      unitCode: run.unitCode,
      schoolId: run.schoolId,
      detail: {
        sheet: run.sheet,
        file: run.fileName,
        counts: { ...run.counts },
        skippedBadRows: request.skipBadRows && run.counts.rejected > 0,
      },
    })
    return { ok: true, id: run.id }
  })
}

async function commitRows(tx: Tx, run: ImportRun, context: ImportContext): Promise<void> {
  const sheet = sheetImportOf(run.sheet)
  if (run.isInPieces && sheet.inPieces !== undefined) {
    const { new: added, changed, unchanged } = run.counts
    return commitPieces(tx, sheet.inPieces, context, added + changed + unchanged)
  }
  const rows = await readPart<StagedRow>(tx, run.id, 'rows')
  await insertPart(tx, run.id, 'changes', await sheet.commit(tx, rows, context))
}
