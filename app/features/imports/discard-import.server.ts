import type { Scope } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import type { Db } from '#db/tables.ts'
import { inTransaction, lockRow } from '#db/write.server.ts'
import { closeImport } from './close-import.server.ts'
import { findImport, statusOfImport } from './imports.queries.server.ts'

/** Gives up a preview, or notes that its file was refused; the file stays in the history. */
export async function discardImport(
  db: Db,
  request: {
    id: string
    scope: Scope
    actor: { id: string | null; name: string }
    today: Day
    status?: 'discarded' | 'refused'
  },
): Promise<{ ok: true } | { ok: false; refusal: 'not-found' | 'no-longer-open' }> {
  const run = await findImport(db, request.scope, request.id, request.today)
  if (run === undefined) return { ok: false, refusal: 'not-found' }
  const status = request.status ?? 'discarded'
  return inTransaction(db, async tx => {
    await lockRow(tx, 'import_run', run.id)
    const standing = await statusOfImport(tx, run.id)
    if (standing === status) return { ok: true }
    if (standing !== 'preview') return { ok: false, refusal: 'no-longer-open' }
    await closeImport(tx, run, request.actor, status)
    return { ok: true }
  })
}
