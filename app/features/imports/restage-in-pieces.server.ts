import type { Problem } from '#app/spreadsheet/problem.ts'
import type { Db } from '#db/tables.ts'
import { inTransaction, lockRow } from '#db/write.server.ts'
import { fileInPieces } from './answered-file.server.ts'
import { correctionsOf, type KeptCorrection, lastPosition } from './corrections.queries.server.ts'
import { ringForWork } from './import-bell.ts'
import { askToReadAgain } from './import-work.queries.server.ts'
import { type ImportRun, statusOfImport } from './imports.queries.server.ts'
import { keepAnswers } from './keep-answers.server.ts'
import { isFileKept } from './kept-file.queries.server.ts'
import { onlyDaysOfImport } from './only-days.queries.server.ts'
import { readPart } from './parts.queries.server.ts'
import { setReadAgain, tableOfImport } from './pieces.queries.server.ts'
import {
  type Answering,
  contextOf,
  mostTries,
  type NewCorrection,
  type RestageRefusal,
  type RestageRequest,
} from './restaging.ts'
import type { Json } from './sheet-import.ts'

/**
 * Keeps answers to a file that was read in pieces and asks for it to be read again, as work of its own, with all that
 * was answered laid over it. Answers that come while it is read are kept as well, and then the reading begins anew.
 */
export async function restageInPieces<R>(
  db: Db,
  request: RestageRequest,
  run: ImportRun,
  answer: Answering<R>,
): Promise<{ ok: true } | { ok: false; refusal: RestageRefusal | R }> {
  const { id } = run
  if (!(await isFileKept(db, id))) return { ok: false, refusal: 'not-kept' }
  const table = await tableOfImport(db, id)
  // It was read by a version that did not yet say where its rows stand.
  if (table === undefined) return { ok: false, refusal: 'long-file' }
  for (let attempt = 1; attempt <= mostTries; attempt += 1) {
    const given = await correctionsOf(db, id)
    const problems = await readPart<Problem>(db, id, 'problems')
    const file = fileInPieces(db, id, table, { given, problems })
    const added = await answer({ run, file, problems, given })
    if (!Array.isArray(added)) return { ok: false, refusal: added.refusal }
    const outcome = await askAnew(db, request, run, { given, added })
    if (outcome === 'asked') {
      ringForWork()
      return { ok: true }
    }
    if (outcome !== 'answered-meanwhile') return { ok: false, refusal: outcome }
  }
  return { ok: false, refusal: 'busy' }
}

async function askAnew(
  db: Db,
  request: RestageRequest,
  run: ImportRun,
  { given, added }: { given: readonly KeptCorrection[]; added: readonly NewCorrection[] },
): Promise<'asked' | 'no-longer-open' | 'answered-meanwhile' | 'busy'> {
  const { importId, ...context } = contextOf(run, request)
  const onlyDays = await onlyDaysOfImport(db, importId)
  const asked = { ...context, sheet: run.sheet, ...(onlyDays !== undefined && { onlyDays }) }
  const { actor, now, uploadedAt = run.createdAt } = request
  return inTransaction(db, async tx => {
    await lockRow(tx, 'import_run', importId)
    const status = await statusOfImport(tx, importId)
    if (status !== 'preview' && status !== 'reading') return 'no-longer-open'
    if ((await lastPosition(tx, importId)) !== (given.at(-1)?.position ?? 0)) return 'answered-meanwhile'
    if (!(await askToReadAgain(tx, { importId, request: asked as unknown as Json, at: now }))) return 'busy'
    await keepAnswers(tx, run, added, { given, actor, at: now })
    await setReadAgain(tx, importId, uploadedAt)
    return 'asked'
  })
}
