import { beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '#app/auth/scope.ts'
import { loader as list } from '#app/routes/admin/accounts.tsx'
import { action as create, loader as createPage } from '#app/routes/admin/create-account.tsx'
import { action as disable } from '#app/routes/admin/disable-account.ts'
import { action as change, loader as editPage } from '#app/routes/admin/edit-account.tsx'
import { action as reset, loader as resetPage } from '#app/routes/admin/reset-password.tsx'
import type { Role } from '#db/tables.ts'
import { insertPerson } from '#test/features/accounts/people.ts'
import { useAppDatabase } from '#test/support/app-database.ts'
import { cookieOf, outcomeOf, visit } from '#test/support/page.ts'
import { insertSchool } from '#test/support/school.ts'

const db = useAppDatabase()
let own: Actor
let foreign: Actor

beforeEach(async () => {
  const ownSchool = await insertSchool(db, { code: '2132000001', unitCode: '320722' })
  const foreignSchool = await insertSchool(db, { code: '2132000002', unitCode: '320723' })
  own = await insertPerson(db, { role: 'school', login: 'own', schoolId: ownSchool.id })
  foreign = await insertPerson(db, { role: 'school', login: 'foreign', schoolId: foreignSchool.id })
})

async function cookieFor(role: Role): Promise<string> {
  return cookieOf(db, await insertPerson(db, { role, unitCode: role === 'unit' ? '320722' : null }))
}

const anyForm = { login: 'new', name: '新人', role: 'school', schoolCode: '2132000001', disabled: '1' }

/** Every page and form of account management, as somebody would ask for it. */
const everything = (cookie: string | undefined, id: string): [string, () => Promise<unknown>][] => {
  const asked = (form?: Record<string, string>) => visit('/admin/accounts', { cookie, form, params: { id } })
  return [
    ['list', () => list(asked())],
    ['new', () => createPage(asked())],
    ['create', () => create(asked(anyForm))],
    ['account', () => editPage(asked())],
    ['change', () => change(asked(anyForm))],
    ['reset page', () => resetPage(asked())],
    ['reset', () => reset(asked(anyForm))],
    ['disable', () => disable(asked(anyForm))],
  ]
}

test('nobody gets in without signing in', async () => {
  for (const [name, page] of everything(undefined, own.id))
    expect([name, (await outcomeOf(page())).location]).toEqual([name, expect.stringMatching(/^\/sign-in/)])
})

test.each(['school', 'applicant', 'auditor'] as const)('%s is not allowed', async role => {
  const cookie = await cookieFor(role)

  for (const [name, page] of everything(cookie, own.id))
    expect([name, (await outcomeOf(page())).status]).toEqual([name, 403])
  expect(await db.selectFrom('audit').select('action').execute()).toEqual([])
})

test('to a unit officer an account outside its unit does not exist', async () => {
  const cookie = await cookieFor('unit')
  const before = await db.selectFrom('account').selectAll().where('id', '=', foreign.id).execute()

  for (const [name, page] of everything(cookie, foreign.id)) {
    const { status } = await outcomeOf(page())
    if (!['list', 'new', 'create'].includes(name)) expect([name, status]).toEqual([name, 404])
  }

  expect(await db.selectFrom('account').selectAll().where('id', '=', foreign.id).execute()).toEqual(before)
})

describe('the list', () => {
  test.each([
    ['unit', ['own']],
    ['city', ['foreign', 'own']],
    ['admin', ['admin', 'foreign', 'own']],
  ] as const)('shows %s whom it may manage', async (role, logins) => {
    const cookie = await cookieFor(role)

    const { data } = await outcomeOf(list(visit('/admin/accounts', { cookie })))

    expect(data.accounts.map(account => account.login).sort()).toEqual([...logins])
    expect(data.total).toBe(logins.length)
    expect(JSON.stringify(data)).not.toContain('argon2')
  })

  test.each([
    ['search=OWN', ['own']],
    ['search=2132000002', ['foreign']],
    ['search=%25', []],
    ['role=admin', ['admin']],
    ['unit=320723', ['foreign']],
    ['state=disabled', []],
    ['page=2', []],
  ])('is narrowed by %s', async (search, logins) => {
    const cookie = await cookieFor('admin')

    const { data } = await outcomeOf(list(visit(`/admin/accounts?${search}`, { cookie })))

    expect(data.accounts.map(account => account.login)).toEqual(logins)
  })

  test('cannot be widened by a filter', async () => {
    const cookie = await cookieFor('unit')

    const { data } = await outcomeOf(list(visit('/admin/accounts?unit=320723', { cookie })))

    expect(data.accounts).toEqual([])
  })
})

test('a unit officer is offered its own schools and the role of their managers', async () => {
  const { data } = await outcomeOf(
    createPage(visit('/admin/accounts/new', { cookie: await cookieFor('unit') })),
  )

  expect(data).toEqual({
    roles: ['school'],
    units: [],
    schools: [{ code: '2132000001', name: expect.any(String) }],
  })
})

test('a new account is answered with its password, once', async () => {
  const cookie = await cookieFor('unit')

  const { status, data } = await outcomeOf(create(visit('/admin/accounts/new', { cookie, form: anyForm })))

  expect(status).toBe(200)
  expect(data).toMatchObject({ created: { login: 'new', password: expect.any(String) } })
})

test('a refused account keeps what was entered', async () => {
  const cookie = await cookieFor('unit')
  const form = { ...anyForm, schoolCode: '2132000002' }

  expect(await outcomeOf(create(visit('/admin/accounts/new', { cookie, form })))).toMatchObject({
    status: 422,
    data: { refusal: 'unknown-school', entered: form },
  })
})

test('a change is saved, a reset answers the new password, a disabled account is told as such', async () => {
  const cookie = await cookieFor('unit')
  const asked = (form?: Record<string, string>) => visit('/', { cookie, form, params: { id: own.id } })

  expect(await outcomeOf(change(asked({ ...anyForm, name: '改名' })))).toMatchObject({ status: 302 })
  expect((await outcomeOf(reset(asked({})))).data).toEqual({ password: expect.any(String) })
  expect(await outcomeOf(disable(asked({ disabled: '1' })))).toMatchObject({ status: 302 })

  const { data } = await outcomeOf(editPage(asked()))
  expect(data.account).toMatchObject({ name: '改名', schoolCode: '2132000001' })
  expect(data.state).toBe('disabled')
})

test('an administrator is told why its own account stays as it is', async () => {
  const admin = await insertPerson(db, { role: 'admin' })
  const cookie = await cookieOf(db, admin)
  const asked = (form: Record<string, string>) => visit('/', { cookie, form, params: { id: admin.id } })

  for (const outcome of [
    await outcomeOf(disable(asked({ disabled: '1' }))),
    await outcomeOf(reset(asked({}))),
  ])
    expect(outcome.location).toBe(`/admin/accounts/${admin.id}?refused=yourself`)
  expect(await outcomeOf(change(asked({ name: '我', role: 'city' })))).toMatchObject({
    status: 422,
    data: { refusal: 'yourself' },
  })
})
