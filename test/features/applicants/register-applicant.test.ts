import { beforeEach, expect, test } from 'vitest'
import { signIn } from '#app/features/accounts/sign-in.server.ts'
import { readAddress } from '#app/features/applicants/address.rule.ts'
import { about } from '#app/features/applicants/applicant-writes.queries.server.ts'
import { consentsOf, findApplicantOf } from '#app/features/applicants/applicants.queries.server.ts'
import { changeContact } from '#app/features/applicants/change-profile.server.ts'
import { consentVersions, hasConsent } from '#app/features/applicants/consent.rule.ts'
import { loginOf, recoverPassword } from '#app/features/applicants/recover-password.server.ts'
import { registerApplicant } from '#app/features/applicants/register-applicant.server.ts'
import { sendCode } from '#app/features/applicants/send-code.server.ts'
import { lookupOf, unseal } from '#app/sealing.server.ts'
import { sampleAccount, sampleApplicant } from '#db/samples.ts'
import { insertAll } from '#db/write.server.ts'
import { useDatabase } from '#test/support/database.ts'
import { playSmsGateway } from '#test/support/network.ts'

const place = useDatabase()
const now = new Date('2026-11-26T02:00:00Z')
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
const phone = '13800005678'
const address = readAddress(phone)!
const password = 'Haizhou-2026'
const client = '192.0.2.7'
let taken: { to: string; text: string }[]

beforeEach(() => {
  taken = playSmsGateway()
})

function ask(given: { purpose?: 'REGISTER' | 'RECOVER' | 'CONTACT'; to?: string; at?: Date } = {}) {
  const { purpose = 'REGISTER', to = phone, at = now } = given
  return sendCode(place.db, { purpose, address: to, client, locale: 'zh-CN' }, at)
}

const lastCode = () => /\d{6}/.exec(taken.at(-1)?.text ?? '')?.[0] ?? 'none'

function register(given: Partial<Parameters<typeof registerApplicant>[1]> = {}, at = now) {
  const whole = {
    address,
    code: lastCode(),
    name: '王海燕',
    password,
    consent: true,
    locale: 'zh-CN' as const,
    ...given,
  }
  return registerApplicant(place.db, whole, at)
}

test('a code leads to an account, a profile and a consent with its wording and time', async () => {
  expect(await ask()).toMatchObject({ ok: true, shown: null })
  expect(taken).toEqual([{ to: phone, text: expect.stringMatching(/验证码是 \d{6}，10 分钟内有效/) }])

  const registered = await register()

  if (!registered.ok) throw new Error(registered.refusal)
  const applicant = await findApplicantOf(place.db, registered.accountId)
  expect(applicant).toMatchObject({ name: '王海燕' })
  expect(unseal(applicant?.phoneSealed ?? '', about('phone', applicant?.id ?? ''))).toBe(phone)
  const consents = await consentsOf(place.db, applicant?.id ?? '')
  expect(hasConsent(consents, 'SENSITIVE')).toBe(true)
  expect(hasConsent(consents, 'ENTRY_CHECK')).toBe(false)
  expect(consents).toMatchObject([
    { version: consentVersions.SENSITIVE, givenAt: '2026-11-26 02:00:00.000', withdrawnAt: null },
  ])
})

test('one signs in with the phone number, however it is written', async () => {
  await ask()
  await register()

  const login = await loginOf(place.db, '+86 138-0000-5678')

  expect(await signIn(place.db, { login, password }, now)).toMatchObject({ ok: true, role: 'applicant' })
  expect(await loginOf(place.db, 'city')).toBe('city')
})

test('neither the phone number nor the code stands anywhere in clear', async () => {
  await ask()
  const code = lastCode()
  await register()

  for (const table of ['account', 'applicant', 'verification_code', 'consent', 'audit'] as const) {
    const text = JSON.stringify(await place.db.selectFrom(table).selectAll().execute())
    expect(text).not.toContain(phone)
    expect(text).not.toContain(`"${code}"`)
  }
})

test.each([
  ['a wrong code', { code: '000000x' }, 'wrong-code'],
  ['no name', { name: ' ' }, 'bad-name'],
  ['no consent', { consent: false }, 'no-consent'],
  ['a weak password', { password: 'short' }, 'too-short'],
] as const)('%s is refused, and nothing is made', async (_what, given, refusal) => {
  await ask()

  expect(await register(given)).toEqual({ ok: false, refusal })
  expect(await place.db.selectFrom('account').select('id').execute()).toEqual([])
})

test('what was wrong beside the code does not use it up', async () => {
  await ask()
  await register({ password: 'short' })

  expect(await register()).toMatchObject({ ok: true })
})

test('a code is good once, for ten minutes and for five tries', async () => {
  await ask()
  const code = lastCode()
  expect(await register({ code }, later(11))).toEqual({ ok: false, refusal: 'wrong-code' })

  await ask({ at: later(20) })
  for (let tries = 0; tries < 5; tries += 1) await register({ code: '000000' }, later(20))
  expect(await register({}, later(20))).toEqual({ ok: false, refusal: 'wrong-code' })

  await ask({ at: later(40) })
  expect(await register({}, later(40))).toMatchObject({ ok: true })
  expect(await register({}, later(40))).toEqual({ ok: false, refusal: 'wrong-code' })
})

test('two clicks with one code make one account', async () => {
  await ask()

  const answers = await Promise.all([register(), register()])

  expect(answers.filter(answer => answer.ok)).toHaveLength(1)
  expect(await place.db.selectFrom('applicant').select('id').execute()).toHaveLength(1)
})

test('a second code within a minute is refused, and so is the ninth of a day', async () => {
  await ask()
  expect(await ask({ at: later(0.5) })).toEqual({ ok: false, refusal: 'too-soon' })
  for (let n = 1; n < 8; n += 1) await ask({ at: later(n * 2) })

  expect(await ask({ at: later(60) })).toEqual({ ok: false, refusal: 'too-many' })
  expect(await ask({ at: later(60 * 25) })).toMatchObject({ ok: true })
})

test('whoever registers again is told by message only, and gets no code that opens anything', async () => {
  await ask()
  await register()

  const answer = await ask({ at: later(5) })

  expect(answer).toMatchObject({ ok: true, shown: null })
  expect(taken.at(-1)?.text).toContain('您已注册过')
  expect(await register({ code: '' }, later(5))).toEqual({ ok: false, refusal: 'wrong-code' })
})

test('a gateway that fails leaves no code behind', async () => {
  playSmsGateway(500)

  expect(await ask()).toEqual({ ok: false, refusal: 'not-sent' })
  expect(await place.db.selectFrom('verification_code').select('id').execute()).toEqual([])
})

test('an address that is none is asked for again', async () => {
  const answer = await sendCode(
    place.db,
    { purpose: 'REGISTER', address: '12345', client, locale: 'en' },
    now,
  )

  expect(answer).toEqual({ ok: false, refusal: 'bad-address' })
})

test('a forgotten password is set anew with a code, and only with one for that', async () => {
  await ask()
  const registerCode = lastCode()
  await register()
  const anew = 'Ganyu-2027-sea'
  expect(await recoverPassword(place.db, { address, code: registerCode, password: anew }, now)).toEqual({
    ok: false,
    refusal: 'wrong-code',
  })
  await ask({ purpose: 'RECOVER', at: later(2) })

  expect(await recoverPassword(place.db, { address, code: lastCode(), password: anew }, later(2))).toEqual({
    ok: true,
  })
  const login = await loginOf(place.db, phone)
  expect(await signIn(place.db, { login, password: anew }, later(2))).toMatchObject({ ok: true })
})

test('of two codes that one phone holds, one makes an account and the other opens nothing', async () => {
  await ask()
  const first = lastCode()
  await ask({ at: later(2) })

  expect(await register({}, later(3))).toMatchObject({ ok: true })

  expect(await register({ code: first }, later(3))).toEqual({ ok: false, refusal: 'wrong-code' })
  expect(await place.db.selectFrom('applicant').select('id').execute()).toHaveLength(1)
})

test('an address that another account took meanwhile is refused to whoever proves it later', async () => {
  await ask({ to: '13900001234' })
  const other = { id: await registered(readAddress('13900001234')!), name: '李强' }
  await ask({ purpose: 'CONTACT', at: later(2) })
  const contactCode = lastCode()
  await insertAll(place.db, 'applicant', [await neighbour()])

  const answer = await changeContact(place.db, other, { address, code: contactCode }, later(3))

  expect(answer).toEqual({ ok: false, refusal: 'address-taken' })
  expect(
    await place.db.selectFrom('audit').where('action', '=', 'applicant.change').select('id').execute(),
  ).toEqual([])
})

/** Registers with the last code that was sent; answers the account. */
async function registered(at: typeof address): Promise<string> {
  const result = await register({ address: at })
  if (!result.ok) throw new Error(result.refusal)
  return result.accountId
}

/** Somebody who has the phone number already. */
async function neighbour() {
  const account = sampleAccount({ role: 'applicant', login: 'n1', login_key: 'n1' })
  await insertAll(place.db, 'account', [account])
  return sampleApplicant({ account_id: account.id, phone_lookup: lookupOf('sms', phone) })
}

test('one network asks for sixty codes an hour and no more, whatever the addresses', async () => {
  const to = (n: number) => `139${String(n).padStart(8, '0')}`
  for (let n = 0; n < 60; n += 1) expect(await ask({ to: to(n) })).toMatchObject({ ok: true })

  expect(await ask({ to: to(60) })).toEqual({ ok: false, refusal: 'client-busy' })
  expect(await ask({ to: to(60), at: later(61) })).toMatchObject({ ok: true })
})
