import type { Db } from '#db/tables.ts'
import { insertAll, newId } from '#db/write.server.ts'
import type { AttemptKind } from './upload-link.rule.ts'

export interface Attempt {
  kind: AttemptKind
  /** Null where the link is none. */
  linkId: string | null
  /** A keyed digest of the network address. */
  clientLookup: string
}

/** How many of the kind there were since an instant, through the link and from the network address. */
export async function attemptsSince(
  db: Db,
  { kind, linkId, clientLookup }: Attempt,
  since: string,
): Promise<{ ofLink: number; ofClient: number }> {
  const recent = db.selectFrom('upload_link_attempt').where('kind', '=', kind).where('at', '>', since)
  const ofClient = await recent
    .where('client_lookup', '=', clientLookup)
    .select(eb => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  if (linkId === null) return { ofLink: 0, ofClient: Number(ofClient.count) }
  const ofLink = await recent
    .where('link_id', '=', linkId)
    .select(eb => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return { ofLink: Number(ofLink.count), ofClient: Number(ofClient.count) }
}

export async function insertAttempt(db: Db, attempt: Attempt, at: string): Promise<void> {
  const { kind, linkId, clientLookup } = attempt
  await insertAll(db, 'upload_link_attempt', [
    { id: newId(), kind, link_id: linkId, client_lookup: clientLookup, at },
  ])
}

export async function deleteAttempts(db: Db, before: string): Promise<void> {
  await db.deleteFrom('upload_link_attempt').where('at', '<', before).execute()
}
