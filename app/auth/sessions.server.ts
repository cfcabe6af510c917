import { Lucia, TimeSpan } from 'lucia'
import { instantOf } from '#app/calendar-day.ts'
import { config } from '#app/config.server.ts'
import type { Db } from '#db/tables.ts'
import type { Actor } from './scope.ts'
import { sessionCookie, sessionCookieName } from './session-cookie.ts'
import { isOver } from './session-lifetime.rule.ts'
import {
  type AccountAttributes,
  millisecondsOf,
  type SessionAttributes,
  sessionStore,
  storedSessionId,
  touchSession,
} from './session-store.queries.server.ts'

declare module 'lucia' {
  interface Register {
    Lucia: ReturnType<typeof luciaOn>
    DatabaseSessionAttributes: SessionAttributes
    DatabaseUserAttributes: AccountAttributes
  }
}

/** Somebody signed in, and the session they came with. */
export interface SignedIn {
  actor: Actor
  mustChangePassword: boolean
  /** As it stands in the database: the hash, not the id. */
  storedSessionId: string
}

const limits = {
  idleMinutes: config.SESSION_IDLE_MINUTES,
  adminIdleMinutes: config.ADMIN_IDLE_MINUTES,
  hours: config.SESSION_HOURS,
}
const touchEveryMs = 60_000

/** Begins a session under a new id, in place of the one the request came with; answers the Set-Cookie header. */
export async function startSession(
  db: Db,
  request: Request,
  accountId: string,
  now = new Date(),
): Promise<string> {
  await endSession(db, request)
  const lucia = luciaOn(db)
  await lucia.deleteExpiredSessions()
  const at = instantOf(now)
  const userAgent = (request.headers.get('User-Agent') ?? '').slice(0, 300)
  const session = await lucia.createSession(accountId, { createdAt: at, lastSeenAt: at, userAgent })
  return sessionCookie(session.id, config.COOKIE_SECURE)
}

/** Who the request's session belongs to; null without one, or when it is over. */
export async function readSession(db: Db, request: Request, now = new Date()): Promise<SignedIn | null> {
  const sessionId = sessionIdOf(db, request)
  if (sessionId === null) return null
  const lucia = luciaOn(db)
  const { session, user } = await lucia.validateSession(sessionId)
  if (session === null) return null
  const lastSeenAt = millisecondsOf(session.lastSeenAt)
  const times = { createdAt: millisecondsOf(session.createdAt), lastSeenAt, role: user.role }
  if (isOver(times, limits, now.getTime())) {
    await lucia.invalidateSession(sessionId)
    return null
  }
  if (now.getTime() - lastSeenAt >= touchEveryMs) await touchSession(db, sessionId, instantOf(now))
  const { id, login, name, role, unitCode, schoolId, mustChangePassword } = user
  const actor = { id, login, name, role, unitCode, schoolId }
  return { actor, mustChangePassword, storedSessionId: storedSessionId(sessionId) }
}

/** Ends the request's session; answers the Set-Cookie header that clears it. */
export async function endSession(db: Db, request: Request): Promise<string> {
  const sessionId = sessionIdOf(db, request)
  if (sessionId !== null) await luciaOn(db).invalidateSession(sessionId)
  return `${sessionCookie('', config.COOKIE_SECURE)}; Max-Age=0`
}

function luciaOn(db: Db) {
  return new Lucia(sessionStore(db), {
    sessionExpiresIn: new TimeSpan(limits.hours, 'h'),
    sessionCookie: { name: sessionCookieName(config.COOKIE_SECURE) },
    getSessionAttributes: (attributes: SessionAttributes) => attributes,
    getUserAttributes: (attributes: AccountAttributes) => attributes,
  })
}

function sessionIdOf(db: Db, request: Request): string | null {
  return luciaOn(db).readSessionCookie(request.headers.get('Cookie') ?? '') || null
}
