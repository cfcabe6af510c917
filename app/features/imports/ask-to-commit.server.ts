import type { Db } from '#db/tables.ts'
import { type CommitRefusal, type CommitRequest, commitImport, refusalOf } from './commit-import.server.ts'
import { insertWork } from './import-work.queries.server.ts'
import { findImport } from './imports.queries.server.ts'
import type { Json } from './sheet-import.ts'

/**
 * Commits a previewed import at once, or asks for the work where its file is long: then the import's page tells when it
 * is done. A second click finds the work of the first.
 */
export async function askToCommit(
  db: Db,
  request: CommitRequest,
): Promise<{ ok: true } | { ok: false; refusal: CommitRefusal }> {
  const run = await findImport(db, request.scope, request.id, request.today)
  if (run === undefined) return { ok: false, refusal: 'not-found' }
  if (!run.isInPieces || run.status === 'committed') return commitImport(db, request)
  const refusal = await refusalOf(db, run, request)
  if (refusal !== null) return { ok: false, refusal }
  const { id, now, ...asked } = request
  await insertWork(db, {
    importId: id,
    task: 'commit',
    request: { ...asked, now } as unknown as Json,
    at: now,
  })
  return { ok: true }
}
