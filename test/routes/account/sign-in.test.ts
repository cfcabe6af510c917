import { expect, test } from 'vitest'
import { actorOf, requireActor } from '#app/auth/session.server.ts'
import { action, loader } from '#app/routes/account/sign-in.tsx'
import { action as signOut } from '#app/routes/account/sign-out.ts'
import { goodPassword, insertPerson } from '#test/features/accounts/people.ts'
import { useAppDatabase } from '#test/support/app-database.ts'
import { cookieIn, cookieOf, outcomeOf, visit } from '#test/support/page.ts'

const db = useAppDatabase()

test('an empty system asks for its first administrator', async () => {
  expect(await outcomeOf(loader(visit('/sign-in')))).toMatchObject({ status: 302, location: '/setup' })
})

test.each([
  ['city', '/'],
  ['unit', '/'],
  ['school', '/'],
  ['applicant', '/account'],
  ['auditor', '/admin/audit'],
  ['admin', '/'],
] as const)('%s signs in and arrives at %s', async (role, home) => {
  const actor = await insertPerson(db, { role })

  const form = { login: role, password: goodPassword }
  const arrival = await outcomeOf(action(visit('/sign-in', { form })))

  expect(arrival).toMatchObject({ status: 302, location: home })
  expect(await actorOf(visit('/', { cookie: cookieIn(arrival.setCookie) }).request)).toEqual(actor)
})

test('whoever is not signed in is led to the sign-in page and back', async () => {
  await insertPerson(db, { role: 'city' })

  const turned = await outcomeOf(requireActor(visit('/coverage?asOf=2026-11-23').request))
  expect(turned).toMatchObject({ status: 302, location: '/sign-in?next=%2Fcoverage%3FasOf%3D2026-11-23' })

  const form = { login: 'city', password: goodPassword }
  const arrival = await outcomeOf(action(visit(turned.location ?? '', { form })))
  expect(arrival.location).toBe('/coverage?asOf=2026-11-23')
})

test('a wrong password keeps the login that was entered and says nothing more', async () => {
  await insertPerson(db, { role: 'city' })

  const known = await outcomeOf(action(visit('/sign-in', { form: { login: 'city', password: 'x' } })))
  const unknown = await outcomeOf(action(visit('/sign-in', { form: { login: 'nobody', password: 'x' } })))

  expect(known).toEqual({
    status: 401,
    location: null,
    setCookie: null,
    data: { refused: { ok: false, refusal: 'wrong' }, login: 'city' },
  })
  expect(unknown).toEqual({ ...known, data: { ...known.data, login: 'nobody' } })
})

test('a form with nothing in it is a wrong password, not a fault', async () => {
  await insertPerson(db, { role: 'city' })

  expect(await outcomeOf(action(visit('/sign-in', { form: { login: '', password: '' } })))).toMatchObject({
    status: 401,
  })
})

test('signing out ends the session, clears the cookie and is audited', async () => {
  const actor = await insertPerson(db, { role: 'city' })
  const cookie = await cookieOf(db, actor)

  const left = await outcomeOf(signOut(visit('/sign-out', { cookie, form: {} })))

  expect(left).toMatchObject({ status: 302, location: '/sign-in?signed-out=1' })
  expect(left.setCookie).toMatch(/^session=;.*Max-Age=0/)
  expect(await actorOf(visit('/', { cookie }).request)).toBeNull()
  const audit = await db.selectFrom('audit').select(['actor_id', 'action']).execute()
  expect(audit).toEqual([{ actor_id: actor.id, action: 'account.sign-out' }])
})

test('whoever must change the password sees no other page first', async () => {
  const actor = await insertPerson(db, { role: 'city', mustChangePassword: true })
  const cookie = await cookieOf(db, actor)

  expect(await outcomeOf(requireActor(visit('/coverage', { cookie }).request))).toMatchObject({
    status: 302,
    location: '/account/password',
  })
  expect(await actorOf(visit('/coverage', { cookie }).request)).toBeNull()
})
