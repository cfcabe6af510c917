import type { Db } from '#db/tables.ts'
import { type CommitRefusal, type CommitRequest, commitImport, refusalOf } from './commit-import.server.ts'
import { ringForWork } from './import-bell.ts'
import { findWork, insertWork } from './import-work.queries.server.ts'
import { findImport } from './imports.queries.server.ts'
import type { Json } from './sheet-import.ts'

/**
 * Commits a previewed import at once, or asks for the work where its file is long: then the import's page tells when it
 * is done. A second click finds the work of the first; any other work on it, and one that failed, is to be settled first.
 */
export async function askToCommit(
  db: Db,
  request: CommitRequest,
): Promise<{ ok: true } | { ok: false; refusal: CommitRefusal }> {
  const run = await findImport(db, request.scope, request.id, request.today)
  if (run === undefined) return { ok: false, refusal: 'not-found' }
  if (!run.isInPieces || run.status === 'committed') return commitImport(db, request)
  if (run.status === 'reading') return { ok: false, refusal: 'other-work' }
  const refusal = await refusalOf(db, run, request)
  if (refusal !== null) return { ok: false, refusal }
  const { id, now, ...asked } = request
  const work = {
    importId: id,
    task: 'commit' as const,
    request: { ...asked, now } as unknown as Json,
    at: now,
  }
  if (await insertWork(db, work)) {
    ringForWork()
    return { ok: true }
  }
  const standing = await findWork(db, id)
  const isAskedAlready = standing?.task === 'commit' && standing.state !== 'failed'
  return isAskedAlready ? { ok: true } : { ok: false, refusal: 'other-work' }
}
