import { recordAudit } from '#app/features/audit/record-audit.server.ts'
import type { Db, Role } from '#db/tables.ts'
import { inTransaction } from '#db/write.server.ts'
import { loginKey } from './account.rule.ts'
import { forgetAttempts, secretByLogin } from './attempts.queries.server.ts'
import { provePassword } from './prove-password.server.ts'

export type SignInResult =
  | { ok: true; accountId: string; role: Role }
  | { ok: false; refusal: 'wrong' | 'disabled' }
  /** `until`: UTC text, when the login may be tried again. */
  | { ok: false; refusal: 'locked'; until: string }

/** Checks login and password and audits the outcome; the page begins the session. */
export async function signIn(
  db: Db,
  given: { login: string; password: string },
  now: Date,
): Promise<SignInResult> {
  const key = loginKey(given.login)
  const account = await secretByLogin(db, key)
  const proof = await provePassword(db, { key, account }, given.password, now)
  if (!proof.ok) return proof
  if (account === undefined || account.isDisabled) return { ok: false, refusal: 'disabled' }
  await inTransaction(db, async tx => {
    await forgetAttempts(tx, account.id)
    await recordAudit(
      tx,
      { id: account.id, name: account.name },
      {
        action: 'account.sign-in',
        subjectKind: 'account',
        subjectId: account.id,
        unitCode: account.unitCode,
        schoolId: account.schoolId,
      },
    )
  })
  return { ok: true, accountId: account.id, role: account.role }
}
