import { instantOf } from '#app/calendar-day.ts'
import type { Attempt } from './attempts.queries.server.ts'
import { failuresUntilLock, lockEnd } from './sign-in-lock.rule.ts'

const mostRemembered = 10_000
const attempts = new Map<string, { failures: number; lockedUntil: number | null }>()

/**
 * Counts an attempt on a login that does not exist just as one on a login that does: a stranger cannot tell them apart
 * by the lock. Kept in memory, and bounded: there is nothing to protect.
 */
export function countUnknownAttempt(loginKey: string, now: number): Attempt {
  const known = attempts.get(loginKey)
  if (known?.lockedUntil != null && known.lockedUntil > now)
    return { kind: 'locked', until: instantOf(new Date(known.lockedUntil)) }
  const failures = known === undefined || known.lockedUntil !== null ? 1 : known.failures + 1
  const last = failures >= failuresUntilLock
  attempts.delete(loginKey)
  attempts.set(loginKey, { failures, lockedUntil: last ? lockEnd(now) : null })
  const oldest = attempts.keys().next().value
  if (attempts.size > mostRemembered && oldest !== undefined) attempts.delete(oldest)
  return { kind: 'counted', last, until: instantOf(new Date(lockEnd(now))) }
}
