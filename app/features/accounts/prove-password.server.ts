import { instantOf } from '#app/calendar-day.ts'
import { recordAudit } from '#app/features/audit/record-audit.server.ts'
import type { Db, Tx } from '#db/tables.ts'
import { inTransaction } from '#db/write.server.ts'
import { type AccountSecret, type Attempt, countAttempt } from './attempts.queries.server.ts'
import { verifyPassword } from './password-hash.server.ts'
import { lockEnd } from './sign-in-lock.rule.ts'
import { countUnknownAttempt } from './unknown-logins.server.ts'

export type Proof =
  | { ok: true }
  | { ok: false; refusal: 'wrong' }
  | { ok: false; refusal: 'locked'; until: string }

/**
 * Whether the password is the account's. Every failure counts and is audited; the fifth in a row locks the login for
 * 15 minutes. For a login without account the work, the time and the answers are the same.
 * After a success the caller takes the count back (forgetAttempts) in its own transaction.
 */
export async function provePassword(
  db: Db,
  login: { key: string; account: AccountSecret | undefined },
  password: string,
  now: Date,
): Promise<Proof> {
  const { key, account } = login
  const at = instantOf(now)
  const until = instantOf(new Date(lockEnd(now.getTime())))
  const attempt = account
    ? await inTransaction(db, tx => countAttempt(tx, account.id, at, until))
    : countUnknownAttempt(key, now.getTime())
  if (attempt.kind === 'locked') return { ok: false, refusal: 'locked', until: attempt.until }
  if (await verifyPassword(account?.passwordHash ?? null, password)) return { ok: true }
  await inTransaction(db, tx => auditFailure(tx, account, key, attempt))
  return attempt.last ? { ok: false, refusal: 'locked', until } : { ok: false, refusal: 'wrong' }
}

async function auditFailure(
  tx: Tx,
  account: AccountSecret | undefined,
  key: string,
  attempt: Extract<Attempt, { kind: 'counted' }>,
): Promise<void> {
  const by = { id: null, name: '?' }
  const subject = {
    subjectKind: 'account',
    subjectId: account?.id ?? '',
    unitCode: account?.unitCode ?? null,
    schoolId: account?.schoolId ?? null,
  }
  // People type passwords into the wrong field: what is no login of ours is kept only in outline.
  const detail = { login: account?.login ?? `${Array.from(key).slice(0, 2).join('')}…` }
  await recordAudit(tx, by, { ...subject, action: 'account.sign-in-failed', detail })
  if (!attempt.last) return
  await recordAudit(tx, by, {
    ...subject,
    action: 'account.lock',
    detail: { ...detail, until: attempt.until },
  })
}
