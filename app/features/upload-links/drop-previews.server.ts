import type { Scope } from '#app/auth/scope.ts'
import { type Day, inCity, instantOf } from '#app/calendar-day.ts'
import { discardImport } from '#app/features/imports/discard-import.server.ts'
import { giveUpWork } from '#app/features/imports/give-up-work.server.ts'
import { findWork } from '#app/features/imports/import-work.queries.server.ts'
import type { Db } from '#db/tables.ts'
import { expiredWithPreviews, openPreviews } from './upload-links.queries.server.ts'

/**
 * Gives up what was only looked at through a link that is over, so that nobody at the school confirms by mistake what
 * no teacher handed in. The files stay in the history.
 */
export async function dropPreviews(
  db: Db,
  link: { id: string; schoolId: string },
  actor: { id: string | null; name: string },
  today: Day,
): Promise<void> {
  const scope: Scope = { kind: 'school', schoolId: link.schoolId }
  for (const id of await openPreviews(db, link.id)) await dropUpload(db, { id, scope, actor, today })
}

/** Gives up one file, though it is still being read; what the school has asked to be committed goes on. */
export async function dropUpload(
  db: Db,
  request: { id: string; scope: Scope; actor: { id: string | null; name: string }; today: Day },
): Promise<void> {
  const work = await findWork(db, request.id)
  if (work?.task === 'commit') return
  if (work === undefined) await discardImport(db, request)
  else await giveUpWork(db, request)
}

const by = { id: null, name: '系统' }

/** Does so for every link that has expired in the meantime: nobody asks when it does. */
export async function dropExpiredPreviews(db: Db, now: Date): Promise<void> {
  const at = instantOf(now)
  for (const link of await expiredWithPreviews(db, at))
    await dropPreviews(db, link, by, inCity(at).slice(0, 10))
}
