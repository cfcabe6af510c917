import { savePassword } from '#app/features/accounts/account-writes.queries.server.ts'
import { type PasswordProblem, passwordProblem } from '#app/features/accounts/password.rule.ts'
import { hashPassword } from '#app/features/accounts/password-hash.server.ts'
import { endSessionsOf } from '#app/features/accounts/sessions.queries.server.ts'
import { recordAudit } from '#app/features/audit/record-audit.server.ts'
import type { Db } from '#db/tables.ts'
import { inTransaction } from '#db/write.server.ts'
import { type Address, readAddress } from './address.rule.ts'
import { accountAt } from './applicants.queries.server.ts'
import { proveCode } from './prove-code.server.ts'
import { addressLookup } from './send-code.server.ts'

/** Sets a new password for whoever proves the address of an account, and signs that account out everywhere. */
export async function recoverPassword(
  db: Db,
  given: { address: Address; code: string; password: string },
  now: Date,
): Promise<{ ok: true } | { ok: false; refusal: 'wrong-code' | PasswordProblem }> {
  const { address, code, password } = given
  const problem = passwordProblem(password, { login: address.value, role: 'applicant' })
  if (problem !== null) return { ok: false, refusal: problem }
  const account = await accountAt(db, address.channel, addressLookup(address))
  const isProven = await proveCode(db, { purpose: 'RECOVER', address, code }, now)
  if (!isProven || account === undefined) return { ok: false, refusal: 'wrong-code' }
  const hash = await hashPassword(password)
  await inTransaction(db, async tx => {
    await savePassword(tx, account.accountId, { hash, mustChange: false })
    await endSessionsOf(tx, account.accountId, null)
    await recordAudit(
      tx,
      { id: account.accountId, name: account.name },
      { action: 'applicant.recover-password', subjectKind: 'account', subjectId: account.accountId },
    )
  })
  return { ok: true }
}

/** What somebody signs in with: an applicant's address stands for the login of their account. */
export async function loginOf(db: Db, entered: string): Promise<string> {
  const address = readAddress(entered)
  if (address === null) return entered
  return (await accountAt(db, address.channel, addressLookup(address)))?.login ?? entered
}
