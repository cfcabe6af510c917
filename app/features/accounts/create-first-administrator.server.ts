import { now } from '#app/calendar-day.ts'
import { recordAudit } from '#app/features/audit/record-audit.server.ts'
import type { Db } from '#db/tables.ts'
import { inTransaction, lockRow, newId } from '#db/write.server.ts'
import { isLogin, isPersonName, loginKey } from './account.rule.ts'
import { insertAccount } from './account-writes.queries.server.ts'
import { hasAccounts } from './accounts.queries.server.ts'
import { type PasswordProblem, passwordProblem } from './password.rule.ts'
import { hashPassword } from './password-hash.server.ts'

export type SetUpResult =
  | { ok: true; accountId: string }
  | { ok: false; refusal: 'already-set-up' | 'bad-login' | 'bad-name' | PasswordProblem }

/** The first account of an empty system. Of two that come at once one gets it. */
export async function createFirstAdministrator(
  db: Db,
  given: { login: string; name: string; password: string },
): Promise<SetUpResult> {
  const login = given.login.trim().normalize('NFKC')
  if (!isLogin(login)) return { ok: false, refusal: 'bad-login' }
  if (!isPersonName(given.name)) return { ok: false, refusal: 'bad-name' }
  const problem = passwordProblem(given.password, { login, role: 'admin' })
  if (problem !== null) return { ok: false, refusal: problem }
  const account = {
    id: newId(),
    login,
    loginKey: loginKey(login),
    name: given.name.trim(),
    passwordHash: await hashPassword(given.password),
    role: 'admin' as const,
    unitCode: null,
    schoolId: null,
    mustChangePassword: false,
    createdAt: now(),
  }
  return inTransaction(db, async tx => {
    // An empty table has no row to queue at; the head of the audit stands from the first migration on.
    await lockRow(tx, 'audit_head', 'head')
    if (await hasAccounts(tx)) return { ok: false, refusal: 'already-set-up' }
    await insertAccount(tx, account)
    const subject = { subjectKind: 'account', subjectId: account.id }
    const detail = { login, name: account.name, role: account.role }
    await recordAudit(tx, account, { ...subject, action: 'account.set-up', detail })
    return { ok: true, accountId: account.id }
  })
}
