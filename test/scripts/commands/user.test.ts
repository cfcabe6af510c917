import { PassThrough, Readable } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { signIn } from '#app/features/accounts/sign-in.server.ts'
import { createUser, pipedLine } from '#scripts/commands/user.ts'
import { useDatabase } from '#test/support/database.ts'
import { insertSchool } from '#test/support/school.ts'

const state = useDatabase()
const noon = new Date('2026-11-23T04:00:00Z')

async function create(values: Record<string, string>, password: string | null = null, json = true) {
  const out: string[] = []
  const err: string[] = []
  const input = {
    db: state.db,
    values,
    positionals: ['create'],
    json,
    print: (line: string) => void out.push(line),
    complain: (line: string) => void err.push(line),
    actor: { id: null, name: 'root' },
  }
  return { code: await createUser(input, async () => password), out, err }
}

test('without a password one is made up, printed once and signs in', async () => {
  const { code, out } = await create({ login: 'city', role: 'city' })

  const answer = JSON.parse(out.join('\n'))
  expect(code).toBe(0)
  expect(answer).toEqual({ login: 'city', role: 'city', password: expect.any(String) })
  expect(await signIn(state.db, { login: 'city', password: answer.password }, noon)).toMatchObject({
    ok: true,
  })
})

test('a password from standard input is used and not repeated', async () => {
  const { code, out } = await create({ login: 'root', role: 'admin' }, 'Lianyun-Gang-1')

  expect(code).toBe(0)
  expect(JSON.parse(out.join('\n'))).toEqual({ login: 'root', role: 'admin' })
  expect(await signIn(state.db, { login: 'root', password: 'Lianyun-Gang-1' }, noon)).toMatchObject({
    ok: true,
  })
})

test('an officer belongs to a unit, a manager to a school', async () => {
  const school = await insertSchool(state.db)

  expect((await create({ login: 'donghai', role: 'unit', unit: '320722' })).code).toBe(0)
  expect((await create({ login: 'school', role: 'school', school: '2132000001' })).code).toBe(0)

  const rows = await state.db
    .selectFrom('account')
    .select(['unit_code', 'school_id'])
    .orderBy('login')
    .execute()
  expect(rows).toEqual([
    { unit_code: '320722', school_id: null },
    { unit_code: null, school_id: school.id },
  ])
})

test.each([
  ['a role that does not exist', { login: 'x1', role: 'teacher' }],
  ['no login', { role: 'city' }],
  ['an officer without unit', { login: 'x1', role: 'unit' }],
  ['a manager without school', { login: 'x1', role: 'school' }],
])('%s is wrong usage', async (_case, values) => {
  const { code, out } = await create(values as Record<string, string>)

  expect({ code, out }).toEqual({ code: 2, out: [] })
})

test('a login given before, an unknown unit or school and a weak password are refused and change nothing', async () => {
  await create({ login: 'city', role: 'city' })
  const refused = [
    await create({ login: 'CITY', role: 'city' }),
    await create({ login: 'x1', role: 'unit', unit: '999999' }),
    await create({ login: 'x1', role: 'school', school: '2132999999' }),
    await create({ login: 'x1', role: 'city' }, '12345678'),
  ]

  expect(refused.map(({ code, out }) => ({ code, out }))).toEqual(Array(4).fill({ code: 3, out: [] }))
  expect(refused.every(({ err }) => err.length === 1)).toBe(true)
  expect(await state.db.selectFrom('account').select('login').execute()).toEqual([{ login: 'city' }])
})

test('the creation is audited as whoever runs the command', async () => {
  await create({ login: 'city', role: 'city' })

  const rows = await state.db.selectFrom('audit').select(['actor', 'action']).execute()
  expect(rows).toEqual([{ actor: 'root', action: 'account.create' }])
})

describe('standard input', () => {
  test('gives its first line', async () => {
    expect(await pipedLine(Readable.from(['Ab1-', 'xyzw\r\nmore']))).toBe('Ab1-xyzw')
  })

  test('that is empty gives nothing', async () => {
    expect(await pipedLine(Readable.from([]))).toBeNull()
  })

  test('that stays open and silent does not hold the command up', async () => {
    expect(await pipedLine(new PassThrough(), 20)).toBeNull()
  })
})
