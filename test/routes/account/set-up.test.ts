import { expect, test } from 'vitest'
import { actorOf } from '#app/auth/session.server.ts'
import { action, loader } from '#app/routes/account/set-up.tsx'
import { insertPerson } from '#test/features/accounts/people.ts'
import { useAppDatabase } from '#test/support/app-database.ts'
import { cookieIn, outcomeOf, visit } from '#test/support/page.ts'

const db = useAppDatabase()
const form = { login: 'root', name: '管理员', password: 'Lianyun-Gang-1', repeated: 'Lianyun-Gang-1' }

test('the first administrator is created and signed in', async () => {
  expect(await outcomeOf(loader())).toMatchObject({ status: 200 })

  const arrival = await outcomeOf(action(visit('/setup', { form })))

  expect(arrival).toMatchObject({ status: 302, location: '/' })
  const actor = await actorOf(visit('/', { cookie: cookieIn(arrival.setCookie) }).request)
  expect(actor).toMatchObject({ login: 'root', role: 'admin' })
})

test('once there is an account the page does not exist', async () => {
  await insertPerson(db, { role: 'applicant' })

  expect(await outcomeOf(loader())).toMatchObject({ status: 404 })
  expect(await outcomeOf(action(visit('/setup', { form })))).toMatchObject({ status: 404 })
})

test('two who come at the same time leave one administrator', async () => {
  const outcomes = await Promise.all(
    ['root1', 'root2', 'root3'].map(login =>
      outcomeOf(action(visit('/setup', { form: { ...form, login } }))),
    ),
  )

  expect(outcomes.filter(outcome => outcome.status === 302)).toHaveLength(1)
  expect(await db.selectFrom('account').select('role').execute()).toEqual([{ role: 'admin' }])
})

test.each([
  ['not-repeated', { repeated: 'Lianyun-Gang-2' }],
  ['too-short', { password: 'Ab1-xyzwv', repeated: 'Ab1-xyzwv' }],
  ['bad-login', { login: '<b>' }],
  ['bad-name', { name: '' }],
])('%s is refused with what was entered, except the passwords', async (refusal, change) => {
  const entered = { ...form, ...change }

  const outcome = await outcomeOf(action(visit('/setup', { form: entered })))

  expect(outcome.status).toBe(422)
  expect(outcome.data).toEqual({ refusal, login: entered.login, name: entered.name })
  expect(await db.selectFrom('account').select('id').execute()).toEqual([])
})
