import { type Day, now } from '#app/calendar-day.ts'
import { recordAudit } from '#app/features/audit/record-audit.server.ts'
import type { Db } from '#db/tables.ts'
import { inTransaction, isUniqueViolation, newId } from '#db/write.server.ts'
import { type AccountManager, type AccountRefusal, isLogin, isPersonName, loginKey } from './account.rule.ts'
import { type GivenPlace, placeFor } from './account-place.server.ts'
import { insertAccount } from './account-writes.queries.server.ts'
import { isLoginTaken } from './accounts.queries.server.ts'
import { type PasswordProblem, passwordProblem } from './password.rule.ts'
import { hashPassword, newPassword } from './password-hash.server.ts'

export interface GivenAccount extends GivenPlace {
  login: string
  name: string
  /** null: one is made up, and has to be changed at the first sign-in. */
  password: string | null
  mustChangePassword?: boolean
}

export type CreateAccountResult =
  | { ok: true; id: string; password: string }
  | { ok: false; refusal: AccountRefusal | PasswordProblem }

/** Creates an account within the manager's reach; answers the password, which stands nowhere else. */
export async function createAccount(
  db: Db,
  manager: AccountManager,
  given: GivenAccount,
  today: Day,
): Promise<CreateAccountResult> {
  const login = given.login.trim().normalize('NFKC')
  if (!isLogin(login)) return { ok: false, refusal: 'bad-login' }
  if (!isPersonName(given.name)) return { ok: false, refusal: 'bad-name' }
  const place = await placeFor(db, manager, given, today)
  if (!place.ok) return place
  const password = given.password ?? newPassword()
  const problem = passwordProblem(password, { login, role: given.role })
  if (problem !== null) return { ok: false, refusal: problem }
  if (await isLoginTaken(db, loginKey(login))) return { ok: false, refusal: 'login-taken' }
  const account = {
    id: newId(),
    login,
    loginKey: loginKey(login),
    name: given.name.trim(),
    passwordHash: await hashPassword(password),
    role: place.role,
    unitCode: place.unitCode,
    schoolId: place.schoolId,
    mustChangePassword: given.mustChangePassword ?? given.password === null,
    createdAt: now(),
  }
  try {
    await inTransaction(db, async tx => {
      await insertAccount(tx, account)
      await recordAudit(tx, manager, {
        action: 'account.create',
        subjectKind: 'account',
        subjectId: account.id,
        unitCode: place.unitCode ?? place.schoolUnitCode,
        schoolId: place.schoolId,
        detail: { login, name: account.name, role: account.role },
      })
    })
  } catch (error) {
    // Two people give the same login at once: the unique key decides.
    if (isUniqueViolation(error)) return { ok: false, refusal: 'login-taken' }
    throw error
  }
  return { ok: true, id: account.id, password }
}
