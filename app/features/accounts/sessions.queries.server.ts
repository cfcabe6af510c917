import type { Db, Tx } from '#db/tables.ts'

export interface SessionRow {
  /** The hash under which it is stored. */
  storedId: string
  createdAt: string
  lastSeenAt: string
  userAgent: string
}

/** A person's sessions, the one in use most recently first. */
export async function sessionsOf(db: Db, accountId: string): Promise<SessionRow[]> {
  return db
    .selectFrom('session')
    .select([
      'id as storedId',
      'created_at as createdAt',
      'last_seen_at as lastSeenAt',
      'user_agent as userAgent',
    ])
    .where('account_id', '=', accountId)
    .orderBy('last_seen_at', 'desc')
    .orderBy('id')
    .execute()
}

/** Signs the account out everywhere, except where `keep` is in use. */
export async function endSessionsOf(tx: Tx, accountId: string, keep: string | null): Promise<number> {
  const ended = await tx
    .deleteFrom('session')
    .where('account_id', '=', accountId)
    .$if(keep !== null, q => q.where('id', '!=', keep!))
    .executeTakeFirst()
  return Number(ended.numDeletedRows)
}
