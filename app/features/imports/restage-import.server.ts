import { openWorkbook } from '#app/spreadsheet/open-workbook.server.ts'
import type { Problem } from '#app/spreadsheet/problem.ts'
import type { Db } from '#db/tables.ts'
import { inTransaction, lockRow } from '#db/write.server.ts'
import { openFile } from './answered-file.server.ts'
import { correctionsOf, type KeptCorrection, lastPosition } from './corrections.queries.server.ts'
import { laidOver } from './corrections.rule.ts'
import { findImport, type ImportRun, statusOfImport } from './imports.queries.server.ts'
import { insertStaged } from './insert-staged.server.ts'
import { keepAnswers } from './keep-answers.server.ts'
import { fileOfImport } from './kept-file.queries.server.ts'
import { onlyDaysOfImport } from './only-days.queries.server.ts'
import { readPart, updateStaged } from './parts.queries.server.ts'
import { restageInPieces } from './restage-in-pieces.server.ts'
import {
  type Answering,
  contextOf,
  mostTries,
  type NewCorrection,
  type RestageRefusal,
  type RestageRequest,
} from './restaging.ts'
import { isSheetName } from './sheet-name.ts'
import { type StagedFile, stageWorkbook } from './stage-file.server.ts'

/**
 * Reads the kept file of an open preview again, with all that was answered and the new corrections laid over it, and puts
 * what comes of it in the place of what was read before. What somebody else answered meanwhile is read too. A file that
 * was read in pieces is only asked to be read again: its page tells when it was.
 */
export async function restageImport<R = never>(
  db: Db,
  request: RestageRequest,
  answer: Answering<R> = async () => [],
): Promise<{ ok: true } | { ok: false; refusal: RestageRefusal | R }> {
  const { id } = request
  const run = await findImport(db, request.scope, id, request.today)
  if (run === undefined) return { ok: false, refusal: 'not-found' }
  if (run.isInPieces) return restageInPieces(db, request, run, answer)
  if (run.status !== 'preview') return { ok: false, refusal: 'no-longer-open' }
  const bytes = await fileOfImport(db, id)
  if (bytes === undefined) return { ok: false, refusal: 'not-kept' }
  const opened = await openWorkbook(bytes)
  if (!opened.ok || !isSheetName(run.sheet)) return { ok: false, refusal: 'unreadable' }
  const onlyDays = await onlyDaysOfImport(db, id)
  for (let attempt = 1; attempt <= mostTries; attempt += 1) {
    const given = await correctionsOf(db, id)
    const problems = await readPart<Problem>(db, id, 'problems')
    const added = await answer({ run, file: openFile(db, id, opened.grids), problems, given })
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
    if ((await lastPosition(tx, id)) !== (given.at(-1)?.position ?? 0)) return 'answered-meanwhile'
    await keepAnswers(tx, run, added, { given, actor, at: now })
    const { staged, counts } = file
    const { firstDay, lastDay } = staged
    await updateStaged(tx, id, { counts, firstDay, lastDay, createdAt: uploadedAt ?? run.createdAt })
    await insertStaged(tx, id, staged)
    return 'replaced'
  })
}
