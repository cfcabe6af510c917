import { expect, test } from 'vitest'
import { actorOf } from '#app/auth/session.server.ts'
import { action as changePassword, loader as passwordPage } from '#app/routes/account/change-password.tsx'
import { loader, action as rename } from '#app/routes/account/my-account.tsx'
import { action as signOutOthers } from '#app/routes/account/sign-out-others.ts'
import { goodPassword, insertPerson } from '#test/features/accounts/people.ts'
import { useAppDatabase } from '#test/support/app-database.ts'
import { cookieOf, outcomeOf, visit } from '#test/support/page.ts'
import { insertSchool } from '#test/support/school.ts'

const db = useAppDatabase()

test('nobody sees the page without signing in', async () => {
  for (const page of [loader, passwordPage])
    expect(await outcomeOf<unknown>(page(visit('/account')))).toMatchObject({
      status: 302,
      location: /sign-in/,
    })
})

test('one sees who one is, where one belongs and where one is signed in', async () => {
  const school = await insertSchool(db, { name: '东海县试验小学' })
  const actor = await insertPerson(db, { role: 'school', schoolId: school.id })
  await cookieOf(db, actor)
  const cookie = await cookieOf(db, actor)

  const { data } = await outcomeOf(loader(visit('/account', { cookie })))

  expect(data.account).toMatchObject({ login: 'school', schoolName: '东海县试验小学' })
  expect(data.sessions.map(session => session.isThis).sort()).toEqual([false, true])
  expect(JSON.stringify(data)).not.toMatch(/argon2|[0-9a-f]{64}/)
})

test('one changes one’s name and nothing else', async () => {
  const actor = await insertPerson(db, { role: 'school' })
  const cookie = await cookieOf(db, actor)

  const form = { name: ' 王老师 ', role: 'admin', login: 'root' }
  expect(await outcomeOf(rename(visit('/account', { cookie, form })))).toMatchObject({ status: 302 })

  expect(await actorOf(visit('/', { cookie }).request)).toEqual({ ...actor, name: '王老师' })
})

test('an empty name is refused beside its field', async () => {
  const cookie = await cookieOf(db, await insertPerson(db, { role: 'school' }))

  expect(await outcomeOf(rename(visit('/account', { cookie, form: { name: ' ' } })))).toMatchObject({
    status: 422,
    data: { refusal: 'bad-name' },
  })
})

test('signing out the others keeps this session', async () => {
  const actor = await insertPerson(db, { role: 'city' })
  const other = await cookieOf(db, actor)
  const cookie = await cookieOf(db, actor)

  await signOutOthers(visit('/account/sign-out-others', { cookie, form: {} }))

  expect(await actorOf(visit('/', { cookie: other }).request)).toBeNull()
  expect(await actorOf(visit('/', { cookie }).request)).toEqual(actor)
})

test('whoever must change the password does so and is free to go on', async () => {
  const actor = await insertPerson(db, { role: 'school', mustChangePassword: true })
  const cookie = await cookieOf(db, actor)
  const form = { current: goodPassword, next: 'Xin-Mima-2026', repeated: 'Xin-Mima-2026' }

  expect((await outcomeOf(passwordPage(visit('/account/password', { cookie })))).data).toEqual({
    mustChangePassword: true,
    least: 8,
  })
  expect(await outcomeOf(loader(visit('/account', { cookie })))).toMatchObject({
    location: '/account/password',
  })
  expect(await outcomeOf(changePassword(visit('/account/password', { cookie, form })))).toMatchObject({
    status: 302,
    location: '/account?done=password',
  })
  expect(await actorOf(visit('/', { cookie }).request)).toEqual(actor)
})

test.each([
  ['not-repeated', { repeated: 'Xin-Mima-2027' }],
  ['wrong', { current: 'wrong' }],
  ['too-simple', { next: 'abcdefgh', repeated: 'abcdefgh' }],
  ['same', { next: goodPassword, repeated: goodPassword }],
])('a new password that is %s is refused', async (refusal, change) => {
  const cookie = await cookieOf(db, await insertPerson(db, { role: 'school' }))
  const form = { current: goodPassword, next: 'Xin-Mima-2026', repeated: 'Xin-Mima-2026', ...change }

  expect(await outcomeOf(changePassword(visit('/account/password', { cookie, form })))).toMatchObject({
    status: 422,
    data: { refused: { refusal } },
  })
})
