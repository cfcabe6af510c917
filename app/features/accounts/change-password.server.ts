import type { Actor } from '#app/auth/scope.ts'
import { recordAudit } from '#app/features/audit/record-audit.server.ts'
import type { Db } from '#db/tables.ts'
import { inTransaction } from '#db/write.server.ts'
import { loginKey } from './account.rule.ts'
import { savePassword } from './account-writes.queries.server.ts'
import { secretById } from './attempts.queries.server.ts'
import { type PasswordProblem, passwordProblem } from './password.rule.ts'
import { hashPassword } from './password-hash.server.ts'
import { provePassword } from './prove-password.server.ts'
import { endSessionsOf } from './sessions.queries.server.ts'

export type ChangePasswordResult =
  | { ok: true }
  | { ok: false; refusal: 'wrong' | 'same' | PasswordProblem }
  | { ok: false; refusal: 'locked'; until: string }

/**
 * Changes one's own password and signs out every other session. The old one is asked as at sign-in, with the same
 * lock: a stolen session is no place to guess.
 */
export async function changePassword(
  db: Db,
  actor: Actor,
  given: { current: string; next: string; storedSessionId: string },
  now: Date,
): Promise<ChangePasswordResult> {
  const problem = passwordProblem(given.next, actor)
  if (problem !== null) return { ok: false, refusal: problem }
  if (given.next.normalize('NFKC') === given.current.normalize('NFKC')) return { ok: false, refusal: 'same' }
  const login = { key: loginKey(actor.login), account: await secretById(db, actor.id) }
  const proof = await provePassword(db, login, given.current, now)
  if (!proof.ok) return proof
  const hash = await hashPassword(given.next)
  await inTransaction(db, async tx => {
    await savePassword(tx, actor.id, { hash, mustChange: false })
    await endSessionsOf(tx, actor.id, given.storedSessionId)
    await recordAudit(tx, actor, {
      action: 'account.change-password',
      subjectKind: 'account',
      subjectId: actor.id,
      unitCode: actor.unitCode,
      schoolId: actor.schoolId,
    })
  })
  return { ok: true }
}
