import { instantOf } from '#app/calendar-day.ts'
import { isPersonName, loginKey } from '#app/features/accounts/account.rule.ts'
import { insertAccount } from '#app/features/accounts/account-writes.queries.server.ts'
import { passwordProblem } from '#app/features/accounts/password.rule.ts'
import { hashPassword } from '#app/features/accounts/password-hash.server.ts'
import { recordAudit } from '#app/features/audit/record-audit.server.ts'
import type { Locale } from '#app/i18n/text.ts'
import type { Db } from '#db/tables.ts'
import { newId } from '#db/write.server.ts'
import type { Address } from './address.rule.ts'
import { insertApplicant, insertConsent, unlessTaken } from './applicant-writes.queries.server.ts'
import { consentVersions } from './consent.rule.ts'
import { proveCode } from './prove-code.server.ts'
import type { RegisterRefusal } from './register.rule.ts'

/**
 * Makes an account and an empty profile for whoever proves an address. All that can be refused without the code is
 * refused first, so that a code is not lost on a weak password.
 */
export async function registerApplicant(
  db: Db,
  given: {
    address: Address
    code: string
    name: string
    password: string
    consent: boolean
    locale: Locale
  },
  now: Date,
): Promise<{ ok: true; accountId: string } | { ok: false; refusal: RegisterRefusal }> {
  const { address, code, consent, locale } = given
  const name = given.name.trim()
  if (!isPersonName(name)) return { ok: false, refusal: 'bad-name' }
  const problem = passwordProblem(given.password, { login: address.value, role: 'applicant' })
  if (problem !== null) return { ok: false, refusal: problem }
  if (!consent) return { ok: false, refusal: 'no-consent' }
  if (!(await proveCode(db, { purpose: 'REGISTER', address, code }, now)))
    return { ok: false, refusal: 'wrong-code' }
  const at = instantOf(now)
  const id = newId()
  // Nobody types it: applicants sign in with their address, of which the account knows nothing.
  const login = `applicant-${id.slice(-12)}`.toLowerCase()
  const passwordHash = await hashPassword(given.password)
  const refusal = await unlessTaken(db, async tx => {
    await insertAccount(tx, {
      id,
      login,
      loginKey: loginKey(login),
      name,
      passwordHash,
      role: 'applicant',
      unitCode: null,
      schoolId: null,
      mustChangePassword: false,
      createdAt: at,
    })
    const applicantId = await insertApplicant(tx, { accountId: id, name, address, locale, at })
    await insertConsent(tx, applicantId, { purpose: 'SENSITIVE', version: consentVersions.SENSITIVE, at })
    await recordAudit(
      tx,
      { id, name },
      {
        action: 'applicant.register',
        subjectKind: 'applicant',
        subjectId: applicantId,
        detail: { channel: address.channel, consent: consentVersions.SENSITIVE },
      },
    )
    return null
  })
  return refusal === null ? { ok: true, accountId: id } : { ok: false, refusal }
}
