import { beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '#app/auth/scope.ts'
import { countAccounts, listAccounts } from '#app/features/accounts/accounts.queries.server.ts'
import { changeAccount } from '#app/features/accounts/change-account.server.ts'
import { changePassword } from '#app/features/accounts/change-password.server.ts'
import { createAccount } from '#app/features/accounts/create-account.server.ts'
import { createFirstAdministrator } from '#app/features/accounts/create-first-administrator.server.ts'
import { setAccountDisabled } from '#app/features/accounts/disable-account.server.ts'
import { resetPassword } from '#app/features/accounts/reset-password.server.ts'
import { signIn } from '#app/features/accounts/sign-in.server.ts'
import { verifyAuditChain } from '#app/features/audit/verify-audit.server.ts'
import { useDatabase } from '#test/support/database.ts'
import { insertSchool } from '#test/support/school.ts'
import { goodPassword, insertPerson } from './people.ts'

const state = useDatabase()
const today = '2026-11-23'
const noon = new Date('2026-11-23T04:00:00Z')

describe('the first administrator', () => {
  const given = { login: 'root', name: '管理员', password: 'Lianyun-Gang-1' }

  test('is made once, and only in an empty system', async () => {
    expect(await createFirstAdministrator(state.db, given)).toMatchObject({ ok: true })
    expect(await createFirstAdministrator(state.db, { ...given, login: 'other' })).toEqual({
      ok: false,
      refusal: 'already-set-up',
    })
  })

  test('is one of those who come at the same time', async () => {
    const results = await Promise.all(
      Array.from({ length: 6 }, (_, number) =>
        createFirstAdministrator(state.db, { ...given, login: `root${number}` }),
      ),
    )

    expect(results.filter(result => result.ok)).toHaveLength(1)
    expect(await state.db.selectFrom('account').select('id').execute()).toHaveLength(1)
    expect(await verifyAuditChain(state.db)).toEqual([])
  })
})

describe('within reach', () => {
  let admin: Actor
  let city: Actor
  let officer: Actor
  let manager: Actor
  let ownSchool: string
  let foreignManager: Actor

  beforeEach(async () => {
    ownSchool = (await insertSchool(state.db, { code: '2132000001' })).id
    const foreign = await insertSchool(state.db, {
      code: '2132000002',
      unitCode: '320723',
      countsUnitCode: '320722',
    })
    admin = await insertPerson(state.db, { role: 'admin' })
    city = await insertPerson(state.db, { role: 'city' })
    officer = await insertPerson(state.db, { role: 'unit', unitCode: '320722' })
    manager = await insertPerson(state.db, { role: 'school', login: 'own', schoolId: ownSchool })
    foreignManager = await insertPerson(state.db, {
      role: 'school',
      login: 'foreign',
      schoolId: foreign.id,
    })
  })

  const newcomer = (given: object) => ({
    login: 'new',
    name: '新人',
    role: 'school' as const,
    unitCode: null,
    schoolCode: '2132000001',
    password: null,
    ...given,
  })

  test('a unit officer creates managers of its own schools and nobody else', async () => {
    const create = (given: object) => createAccount(state.db, officer, newcomer(given), today)

    expect(await create({ schoolCode: '2132000002' })).toEqual({ ok: false, refusal: 'unknown-school' })
    expect(await create({ role: 'unit', unitCode: '320722' })).toEqual({
      ok: false,
      refusal: 'role-not-allowed',
    })
    expect(await create({ role: 'admin' })).toEqual({ ok: false, refusal: 'role-not-allowed' })
    expect(await create({})).toMatchObject({ ok: true })
  })

  test('the city creates unit officers and school managers, but no administrator', async () => {
    const create = (given: object) => createAccount(state.db, city, newcomer(given), today)

    expect(await create({ role: 'unit', unitCode: '320723' })).toMatchObject({ ok: true })
    expect(await create({ login: 'new2', schoolCode: '2132000002' })).toMatchObject({ ok: true })
    for (const role of ['admin', 'auditor', 'city', 'applicant'])
      expect(await create({ login: 'new3', role })).toEqual({ ok: false, refusal: 'role-not-allowed' })
  })

  test('a school manager, an auditor and an applicant create nobody', async () => {
    const auditor = await insertPerson(state.db, { role: 'auditor' })
    for (const person of [manager, auditor, await insertPerson(state.db, { role: 'applicant' })])
      expect(await createAccount(state.db, person, newcomer({}), today)).toEqual({
        ok: false,
        refusal: 'role-not-allowed',
      })
  })

  test('a unit officer neither sees nor changes an account outside its unit', async () => {
    const filter = { limit: 50, offset: 0 }
    const rows = await listAccounts(state.db, officer, filter, today)
    const given = { name: '改名', role: 'school' as const, unitCode: null, schoolCode: '2132000001' }

    expect(rows.map(row => row.login)).toEqual(['own'])
    expect(await countAccounts(state.db, officer, filter, today)).toBe(1)
    for (const { id } of [foreignManager, city, admin]) {
      expect(await changeAccount(state.db, officer, id, given, today)).toEqual({
        ok: false,
        refusal: 'not-found',
      })
      expect(await setAccountDisabled(state.db, officer, { id, disabled: true }, today)).toEqual({
        ok: false,
        refusal: 'not-found',
      })
      expect(await resetPassword(state.db, officer, id, today)).toEqual({ ok: false, refusal: 'not-found' })
    }
  })

  test('a unit officer cannot move an own account to a school outside its unit', async () => {
    const given = { name: '改名', role: 'school' as const, unitCode: null, schoolCode: '2132000002' }

    expect(await changeAccount(state.db, officer, manager.id, given, today)).toEqual({
      ok: false,
      refusal: 'unknown-school',
    })
  })

  test('a login is given once, whatever its case, also to those who come at the same time', async () => {
    const create = (login: string) => createAccount(state.db, admin, newcomer({ login }), today)

    const results = await Promise.all([create('zhang'), create('Zhang'), create('ZHANG')])

    expect(results.filter(result => result.ok)).toHaveLength(1)
    expect(results.filter(result => !result.ok && result.refusal === 'login-taken')).toHaveLength(2)
  })

  test('a made-up password must be changed, and the new one signs in', async () => {
    const created = await createAccount(state.db, officer, newcomer({}), today)
    if (!created.ok) throw new Error(created.refusal)
    const row = await state.db
      .selectFrom('account')
      .selectAll()
      .where('id', '=', created.id)
      .executeTakeFirstOrThrow()

    expect(row.must_change_password).toBe(1)
    expect(row.password_hash).not.toContain(created.password)
    expect(await signIn(state.db, { login: 'new', password: created.password }, noon)).toMatchObject({
      ok: true,
    })
  })

  test('a reset opens the lock and signs the account out everywhere', async () => {
    for (let time = 0; time < 5; time += 1) await signIn(state.db, { login: 'own', password: 'wrong' }, noon)
    await insertSession('a'.repeat(64), manager.id)

    const reset = await resetPassword(state.db, officer, manager.id, today)
    if (!reset.ok) throw new Error(reset.refusal)

    expect(await sessions()).toEqual([])
    expect(await signIn(state.db, { login: 'own', password: goodPassword }, noon)).toMatchObject({
      refusal: 'wrong',
    })
    expect(await signIn(state.db, { login: 'own', password: reset.password }, noon)).toMatchObject({
      ok: true,
    })
  })

  test('a disabled account is out at once and may come back', async () => {
    await insertSession('a'.repeat(64), manager.id)

    await setAccountDisabled(state.db, officer, { id: manager.id, disabled: true }, today)
    expect(await sessions()).toEqual([])
    expect(await signIn(state.db, { login: 'own', password: goodPassword }, noon)).toMatchObject({
      refusal: 'disabled',
    })

    await setAccountDisabled(state.db, officer, { id: manager.id, disabled: false }, today)
    expect(await signIn(state.db, { login: 'own', password: goodPassword }, noon)).toMatchObject({ ok: true })
  })

  test('an administrator disables neither itself nor takes its own role away', async () => {
    const given = { name: '我', role: 'city' as const, unitCode: null, schoolCode: null }

    expect(await setAccountDisabled(state.db, admin, { id: admin.id, disabled: true }, today)).toEqual({
      ok: false,
      refusal: 'yourself',
    })
    expect(await changeAccount(state.db, admin, admin.id, given, today)).toEqual({
      ok: false,
      refusal: 'yourself',
    })
  })

  test('two administrators who demote each other at once leave one', async () => {
    const second = await insertPerson(state.db, { role: 'admin', login: 'second' })
    const demoted = { name: '前管理员', role: 'city' as const, unitCode: null, schoolCode: null }

    const results = await Promise.all([
      changeAccount(state.db, admin, second.id, demoted, today),
      changeAccount(state.db, second, admin.id, demoted, today),
    ])

    expect(results).toContainEqual({ ok: false, refusal: 'last-admin' })
    expect(results).toContainEqual({ ok: true })
  })

  test('the last administrator is not demoted from the command line either', async () => {
    const shell = { id: null, name: 'root', role: 'admin' as const, unitCode: null }

    expect(await setAccountDisabled(state.db, shell, { id: admin.id, disabled: true }, today)).toEqual({
      ok: false,
      refusal: 'last-admin',
    })
  })

  test('changing the password asks for the old one and ends every other session', async () => {
    await insertSession('a'.repeat(64), manager.id)
    await insertSession('b'.repeat(64), manager.id)
    const change = (current: string, next: string) =>
      changePassword(state.db, manager, { current, next, storedSessionId: 'a'.repeat(64) }, noon)

    expect(await change('wrong', 'Xin-Mima-2026')).toEqual({ ok: false, refusal: 'wrong' })
    expect(await change(goodPassword, 'simple')).toEqual({ ok: false, refusal: 'too-short' })
    expect(await change(goodPassword, goodPassword)).toEqual({ ok: false, refusal: 'same' })
    expect(await sessions()).toHaveLength(2)

    expect(await change(goodPassword, 'Xin-Mima-2026')).toEqual({ ok: true })
    expect(await sessions()).toEqual(['a'.repeat(64)])
  })

  test('guessing the old password locks as at sign-in', async () => {
    const guess = () =>
      changePassword(state.db, manager, { current: 'x', next: 'Xin-Mima-2026', storedSessionId: '' }, noon)
    for (let time = 0; time < 4; time += 1) await guess()

    expect(await guess()).toMatchObject({ refusal: 'locked' })
    expect(await signIn(state.db, { login: 'own', password: goodPassword }, noon)).toMatchObject({
      refusal: 'locked',
    })
  })

  test('every change is audited with who, whom and where', async () => {
    await createAccount(state.db, officer, newcomer({}), today)
    await resetPassword(state.db, officer, manager.id, today)

    const rows = await state.db
      .selectFrom('audit')
      .select(['actor_id', 'action', 'unit_code', 'school_id'])
      .orderBy('position')
      .execute()
    expect(rows).toEqual([
      { actor_id: officer.id, action: 'account.create', unit_code: '320722', school_id: ownSchool },
      { actor_id: officer.id, action: 'account.reset-password', unit_code: '320722', school_id: ownSchool },
    ])
  })
})

async function insertSession(id: string, accountId: string): Promise<void> {
  const at = '2026-11-23 03:00:00.000'
  await state.db
    .insertInto('session')
    .values({
      id,
      account_id: accountId,
      created_at: at,
      last_seen_at: at,
      expires_at: '2026-11-23 15:00:00.000',
      user_agent: '',
    })
    .execute()
}

async function sessions(): Promise<string[]> {
  const rows = await state.db.selectFrom('session').select('id').orderBy('id').execute()
  return rows.map(row => row.id)
}
