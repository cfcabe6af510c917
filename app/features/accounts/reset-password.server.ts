import type { Day } from '#app/calendar-day.ts'
import { recordAudit } from '#app/features/audit/record-audit.server.ts'
import type { Db } from '#db/tables.ts'
import { inTransaction } from '#db/write.server.ts'
import type { AccountManager } from './account.rule.ts'
import { savePassword } from './account-writes.queries.server.ts'
import { findAccount } from './accounts.queries.server.ts'
import { hashPassword, newPassword } from './password-hash.server.ts'
import { endSessionsOf } from './sessions.queries.server.ts'

export type ResetPasswordResult =
  | { ok: true; login: string; password: string }
  | { ok: false; refusal: 'not-found' | 'yourself' }

/** Gives an account a new password, opens its lock and signs it out; it must change the password when it comes back. */
export async function resetPassword(
  db: Db,
  manager: AccountManager,
  id: string,
  today: Day,
): Promise<ResetPasswordResult> {
  if (manager.id === id) return { ok: false, refusal: 'yourself' }
  const password = newPassword()
  const hash = await hashPassword(password)
  return inTransaction(db, async tx => {
    const account = await findAccount(tx, manager, id, today)
    if (account === undefined) return { ok: false, refusal: 'not-found' }
    await savePassword(tx, id, { hash, mustChange: true })
    await endSessionsOf(tx, id, null)
    await recordAudit(tx, manager, {
      action: 'account.reset-password',
      subjectKind: 'account',
      subjectId: id,
      unitCode: account.unitCode ?? account.schoolUnitCode,
      schoolId: account.schoolId,
      detail: { login: account.login },
    })
    return { ok: true, login: account.login, password }
  })
}
