import type { Scope } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import type { Db } from '#db/tables.ts'
import { inTransaction, lockRow } from '#db/write.server.ts'
import { closeImport } from './close-import.server.ts'
import { deleteWork, findWork } from './import-work.queries.server.ts'
import { findImport, statusOfImport } from './imports.queries.server.ts'
import { deleteFile } from './kept-file.queries.server.ts'
import { forgetRead, wasReadBefore } from './pieces.queries.server.ts'

export type GiveUpRefusal = 'not-found' | 'no-longer-open' | 'being-committed'

/**
 * Ends the work on a long file: one that is being read is given up, one that waits to be committed, or could not be,
 * is a preview again. Of one that is read again the file stays in the history, with all that was answered to it. What is being committed at this moment cannot be stopped.
 */
export async function giveUpWork(
  db: Db,
  request: { id: string; scope: Scope; actor: { id: string | null; name: string }; today: Day },
): Promise<{ ok: true } | { ok: false; refusal: GiveUpRefusal }> {
  const run = await findImport(db, request.scope, request.id, request.today)
  if (run === undefined) return { ok: false, refusal: 'not-found' }
  return inTransaction(db, async tx => {
    await lockRow(tx, 'import_run', run.id)
    const status = await statusOfImport(tx, run.id)
    const work = await findWork(tx, run.id)
    if (status === 'preview' && work?.state === 'running') return { ok: false, refusal: 'being-committed' }
    if (status !== 'reading' && status !== 'preview') return { ok: false, refusal: 'no-longer-open' }
    await deleteWork(tx, run.id)
    if (status === 'preview') return { ok: true }
    if (await wasReadBefore(tx, run.id)) await forgetRead(tx, run.id)
    // Nobody has looked whether ID numbers stand in it.
    else await deleteFile(tx, run.id)
    await closeImport(tx, run, request.actor, 'discarded')
    return { ok: true }
  })
}
