import type { Db, Tx } from '#db/tables.ts'
import { insertAll, newId } from '#db/write.server.ts'

/** How many objections a network address has sent since an instant, to whatever notice. */
export async function sendingsOf(db: Db, clientLookup: string, since: string): Promise<number> {
  const row = await db
    .selectFrom('objection_sending')
    .where('client_lookup', '=', clientLookup)
    .where('sent_at', '>', since)
    .select(eb => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

export async function insertSending(tx: Tx, clientLookup: string, at: string): Promise<void> {
  await insertAll(tx, 'objection_sending', [{ id: newId(), client_lookup: clientLookup, sent_at: at }])
}

export async function deleteSendings(tx: Tx, until: string): Promise<void> {
  await tx.deleteFrom('objection_sending').where('sent_at', '<=', until).execute()
}
