import { instantOf } from '#app/calendar-day.ts'
import { lookupOf } from '#app/sealing.server.ts'
import type { Db } from '#db/tables.ts'
import { attemptsSince, deleteAttempts, insertAttempt } from './attempts.queries.server.ts'
import { type AttemptKind, isTooMuch } from './upload-link.rule.ts'

const hourMs = 3_600_000

/**
 * Counts one request through a link and says whether it may go on. It is noted first and counted afterwards, so that
 * requests sent at the same moment cannot all pass; what is refused is not noted again, so that a flood leaves no more
 * rows than the limit allows. `client` is the network address; only its digest is kept, for two days.
 */
export async function admitAttempt(
  db: Db,
  given: { kind: AttemptKind; linkId: string | null; client: string },
  now: string,
): Promise<boolean> {
  const { kind, linkId } = given
  const time = Date.parse(`${now.replace(' ', 'T')}Z`)
  const attempt = { kind, linkId, clientLookup: lookupOf('client', given.client) }
  const since = instantOf(new Date(time - hourMs))
  if (isTooMuch(kind, await attemptsSince(db, attempt, since))) return false
  await deleteAttempts(db, instantOf(new Date(time - 48 * hourMs)))
  await insertAttempt(db, attempt, now)
  const { ofLink, ofClient } = await attemptsSince(db, attempt, since)
  return !isTooMuch(kind, { ofLink: ofLink - 1, ofClient: ofClient - 1 })
}
