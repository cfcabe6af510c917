import { expect, test } from 'vitest'
import { signIn } from '#app/features/accounts/sign-in.server.ts'
import { verifyAuditChain } from '#app/features/audit/verify-audit.server.ts'
import { newId } from '#db/write.server.ts'
import { useDatabase } from '#test/support/database.ts'
import { goodPassword, insertPerson } from './people.ts'

const state = useDatabase()
const noon = new Date('2026-11-23T04:00:00Z')
const later = (minutes: number) => new Date(noon.getTime() + minutes * 60_000)
const opensAt = '2026-11-23 04:15:00.000'

async function fail(login: string, times: number, at = noon) {
  const results = []
  for (let time = 0; time < times; time += 1)
    results.push(await signIn(state.db, { login, password: 'wrong' }, at))
  return results
}

async function actions(): Promise<string[]> {
  const rows = await state.db.selectFrom('audit').select('action').orderBy('position').execute()
  return rows.map(row => row.action)
}

test('the right password signs in, whatever the case and width of the login', async () => {
  const city = await insertPerson(state.db, { role: 'city', login: 'city' })

  const result = await signIn(state.db, { login: ' ＣＩＴＹ ', password: goodPassword }, noon)

  expect(result).toEqual({ ok: true, accountId: city.id, role: 'city' })
  expect(await actions()).toEqual(['account.sign-in'])
})

test('five failures in a row lock the account for 15 minutes, and the answer says until when', async () => {
  await insertPerson(state.db, { role: 'city', login: 'city' })

  const results = await fail('city', 5)

  expect(results.slice(0, 4)).toEqual(Array(4).fill({ ok: false, refusal: 'wrong' }))
  expect(results[4]).toEqual({ ok: false, refusal: 'locked', until: opensAt })
  expect(await signIn(state.db, { login: 'city', password: goodPassword }, later(14))).toEqual({
    ok: false,
    refusal: 'locked',
    until: opensAt,
  })
})

test('after 15 minutes the account opens again, with five new attempts', async () => {
  await insertPerson(state.db, { role: 'city', login: 'city' })
  await fail('city', 5)

  expect((await fail('city', 4, later(15))).map(result => !result.ok && result.refusal)).toEqual(
    Array(4).fill('wrong'),
  )
  expect(await signIn(state.db, { login: 'city', password: goodPassword }, later(15))).toMatchObject({
    ok: true,
  })
})

test('a success takes the failures back', async () => {
  await insertPerson(state.db, { role: 'city', login: 'city' })
  await fail('city', 4)
  await signIn(state.db, { login: 'city', password: goodPassword }, noon)

  const results = await fail('city', 4)

  expect(results.every(result => !result.ok && result.refusal === 'wrong')).toBe(true)
})

test('guesses sent at the same time get no more than five tries', async () => {
  await insertPerson(state.db, { role: 'city', login: 'city' })

  const guesses = Array.from({ length: 12 }, () =>
    signIn(state.db, { login: 'city', password: 'wrong' }, noon),
  )
  const refusals = (await Promise.all(guesses)).map(result => !result.ok && result.refusal)

  expect(refusals.filter(refusal => refusal === 'wrong')).toHaveLength(4)
  expect(refusals.filter(refusal => refusal === 'locked')).toHaveLength(8)
  expect((await actions()).filter(action => action === 'account.sign-in-failed')).toHaveLength(5)
})

test('an unknown login is answered like a known one, the lock included', async () => {
  await insertPerson(state.db, { role: 'city', login: 'city' })

  expect(await fail(`nobody-${newId()}`, 7)).toEqual(await fail('city', 7))
})

test('a disabled account is told so only to whoever knows its password', async () => {
  await insertPerson(state.db, { role: 'city', login: 'city', disabledAt: '2026-01-01 00:00:00.000' })

  expect(await signIn(state.db, { login: 'city', password: 'wrong' }, noon)).toEqual({
    ok: false,
    refusal: 'wrong',
  })
  expect(await signIn(state.db, { login: 'city', password: goodPassword }, noon)).toEqual({
    ok: false,
    refusal: 'disabled',
  })
})

test('failures and the lock are audited in the chain, without what a stranger typed', async () => {
  await insertPerson(state.db, { role: 'city', login: 'city' })
  await fail('city', 5)
  await signIn(state.db, { login: 'MySecret-2026', password: 'x' }, noon)

  expect(await actions()).toEqual([
    ...Array(5).fill('account.sign-in-failed'),
    'account.lock',
    'account.sign-in-failed',
  ])
  const details = await state.db.selectFrom('audit').select('detail').execute()
  expect(JSON.stringify(details).toLowerCase()).not.toContain('secret')
  expect(await verifyAuditChain(state.db)).toEqual([])
})
