import { beforeEach, expect, test } from 'vitest'
import { today } from '#app/calendar-day.ts'
import { loader as person, action as record } from '#app/routes/bureau/entry-check.tsx'
import { loader as list } from '#app/routes/bureau/entry-checks.tsx'
import { sampleInstructor } from '#db/samples.ts'
import type { Role } from '#db/tables.ts'
import { insertAll } from '#db/write.server.ts'
import { insertPerson } from '#test/features/accounts/people.ts'
import { useAppDatabase } from '#test/support/app-database.ts'
import { cookieOf, outcomeOf, visit } from '#test/support/page.ts'

const db = useAppDatabase()
let personId: string

beforeEach(async () => {
  const row = sampleInstructor({ name: '王教练' })
  await insertAll(db, 'instructor', [row])
  personId = row.person_id
})

async function cookieFor(role: Role, unitCode = '320722'): Promise<string> {
  return cookieOf(db, await insertPerson(db, { role, ...(role === 'unit' && { unitCode }) }))
}

function enter(cookie: string | undefined, given: Record<string, string> = {}) {
  const form = { queriedOn: today(), result: 'CLEAR', reference: '查询-118', ...given }
  return outcomeOf(record(visit('/', { cookie, params: { personId }, form })))
}

test('nobody without signing in', async () => {
  expect((await outcomeOf(list(visit('/entry-checks')))).location).toContain('/sign-in')
  expect((await enter(undefined)).location).toBe('/sign-in')
})

test.each(['school', 'applicant', 'auditor', 'admin'] as const)(
  '%s sees no answer and enters none',
  async role => {
    const cookie = await cookieFor(role)

    expect((await outcomeOf(list(visit('/entry-checks', { cookie })))).status).toBe(403)
    expect((await outcomeOf(person(visit('/', { cookie, params: { personId } })))).status).toBe(403)
    expect((await enter(cookie)).status).toBe(403)
  },
)

test('an officer of another unit does not find the person', async () => {
  const cookie = await cookieFor('unit', '320723')

  expect((await outcomeOf(list(visit('/entry-checks', { cookie })))).data.people).toEqual([])
  expect((await outcomeOf(person(visit('/', { cookie, params: { personId } })))).status).toBe(404)
  expect((await enter(cookie)).status).toBe(404)
})

test('the officer enters the answer and finds it in the list', async () => {
  const cookie = await cookieFor('unit')

  expect((await enter(cookie)).location).toBe(`/entry-checks/${personId}?saved=1`)

  const { people } = (await outcomeOf(list(visit('/entry-checks', { cookie })))).data
  expect(people).toEqual([expect.objectContaining({ name: '王教练', unit: '东海县', mayWork: true })])
})

test('what was typed comes back with the mistake', async () => {
  const cookie = await cookieFor('unit')

  const answer = await enter(cookie, { reference: '320706199901010014' })

  expect(answer.status).toBe(422)
  expect(answer.data).toMatchObject({
    refusal: 'reference-personal',
    entered: { reference: '320706199901010014', result: 'CLEAR' },
  })
})
