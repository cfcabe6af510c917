import { type Day, inCity, instantOf } from '#app/calendar-day.ts'
import { discardImport } from '#app/features/imports/discard-import.server.ts'
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
  for (const id of await openPreviews(db, link.id))
    await discardImport(db, { id, scope: { kind: 'school', schoolId: link.schoolId }, actor, today })
}

const by = { id: null, name: '系统' }

/** Does so for every link that has expired in the meantime: nobody asks when it does. */
export async function dropExpiredPreviews(db: Db, now: Date): Promise<void> {
  const at = instantOf(now)
  for (const link of await expiredWithPreviews(db, at))
    await dropPreviews(db, link, by, inCity(at).slice(0, 10))
}
