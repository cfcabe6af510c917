import { createHash } from 'node:crypto'
import type { Adapter, DatabaseSession, DatabaseUser } from 'lucia'
import { instantOf } from '#app/calendar-day.ts'
import type { Db, Role } from '#db/tables.ts'

export interface SessionAttributes {
  createdAt: string
  lastSeenAt: string
  userAgent: string
}

export interface AccountAttributes {
  login: string
  name: string
  role: Role
  unitCode: string | null
  schoolId: string | null
  mustChangePassword: boolean
}

/** What stands in the database for a session: whoever reads the table cannot sign in with it. */
export function storedSessionId(sessionId: string): string {
  return createHash('sha256').update(sessionId).digest('hex')
}

/** Notes that the session is in use. */
export async function touchSession(db: Db, sessionId: string, at: string): Promise<void> {
  await db
    .updateTable('session')
    .set({ last_seen_at: at })
    .where('id', '=', storedSessionId(sessionId))
    .execute()
}

/** Lucia's sessions in our tables. A disabled account has none. */
export function sessionStore(db: Db): Adapter {
  return {
    getSessionAndUser: sessionId => sessionAndAccount(db, sessionId),
    // Lucia would want the ids of a person's sessions; only their hashes are known.
    getUserSessions: async () => [],
    setSession: session => insertSession(db, session),
    // The absolute lifetime counts from sign-in and is never extended.
    updateSessionExpiration: async () => undefined,
    deleteSession: async sessionId => {
      await db.deleteFrom('session').where('id', '=', storedSessionId(sessionId)).execute()
    },
    deleteUserSessions: async accountId => {
      await db.deleteFrom('session').where('account_id', '=', accountId).execute()
    },
    deleteExpiredSessions: async () => {
      await db.deleteFrom('session').where('expires_at', '<=', instantOf(new Date())).execute()
    },
  }
}

async function sessionAndAccount(
  db: Db,
  sessionId: string,
): Promise<[DatabaseSession | null, DatabaseUser | null]> {
  const row = await db
    .selectFrom('session as s')
    .innerJoin('account as a', 'a.id', 's.account_id')
    .where('s.id', '=', storedSessionId(sessionId))
    .where('a.disabled_at', 'is', null)
    .select([
      's.account_id as accountId',
      's.created_at as createdAt',
      's.last_seen_at as lastSeenAt',
      's.expires_at as expiresAt',
      's.user_agent as userAgent',
      'a.login as login',
      'a.name as name',
      'a.role as role',
      'a.unit_code as unitCode',
      'a.school_id as schoolId',
      'a.must_change_password as mustChangePassword',
    ])
    .executeTakeFirst()
  if (row === undefined) return [null, null]
  const { accountId, createdAt, lastSeenAt, expiresAt, userAgent, ...account } = row
  return [
    {
      id: sessionId,
      userId: accountId,
      expiresAt: new Date(millisecondsOf(expiresAt)),
      attributes: { createdAt, lastSeenAt, userAgent },
    },
    { id: accountId, attributes: { ...account, mustChangePassword: account.mustChangePassword === 1 } },
  ]
}

async function insertSession(db: Db, session: DatabaseSession): Promise<void> {
  await db
    .insertInto('session')
    .values({
      id: storedSessionId(session.id),
      account_id: session.userId,
      created_at: session.attributes.createdAt,
      last_seen_at: session.attributes.lastSeenAt,
      expires_at: instantOf(session.expiresAt),
      user_agent: session.attributes.userAgent,
    })
    .execute()
}

/** An instant of the database in milliseconds since 1970. */
export function millisecondsOf(instant: string): number {
  return Date.parse(`${instant.replace(' ', 'T')}Z`)
}
