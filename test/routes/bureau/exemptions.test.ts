import { beforeEach, describe, expect, test } from 'vitest'
import { action as decide } from '#app/routes/bureau/decide-exemption.tsx'
import { loader as list } from '#app/routes/bureau/exemptions.tsx'
import { action as request, loader as requestPage } from '#app/routes/school/request-exemption.tsx'
import { sampleExemption } from '#db/samples.ts'
import type { Role } from '#db/tables.ts'
import { insertAll } from '#db/write.server.ts'
import { insertPerson } from '#test/features/accounts/people.ts'
import { useAppDatabase } from '#test/support/app-database.ts'
import { cookieOf, outcomeOf, visit } from '#test/support/page.ts'
import { insertSchool } from '#test/support/school.ts'

const db = useAppDatabase()
let own: string
let foreign: string

beforeEach(async () => {
  own = (await insertSchool(db, { code: '2132000001', unitCode: '320722' })).id
  foreign = (await insertSchool(db, { code: '2132000002', unitCode: '320706' })).id
})

async function cookieFor(role: Role): Promise<string> {
  const place = role === 'unit' ? { unitCode: '320722' } : role === 'school' ? { schoolId: own } : {}
  return cookieOf(db, await insertPerson(db, { role, ...place }))
}

async function requestedBy(schoolId: string): Promise<string> {
  const row = sampleExemption({ school_id: schoolId, status: 'requested' })
  await insertAll(db, 'exemption', [row])
  return row.id
}

const form = {
  schoolCode: '2132000001',
  grade: '0',
  classId: '',
  firstDay: '2025-09-01',
  lastDay: '2025-09-02',
  reason: 'TYPHOON',
  note: '台风预警',
}

function ask(cookie: string | undefined, given: Record<string, string> = {}) {
  return outcomeOf(request(visit('/exemptions/new', { cookie, form: { ...form, ...given } })))
}

function decideOn(cookie: string | undefined, id: string) {
  return outcomeOf(decide(visit('/', { cookie, params: { id }, form: { decision: 'approved' } })))
}

describe('who asks and who decides', () => {
  test('nobody without signing in', async () => {
    const id = await requestedBy(own)

    expect((await outcomeOf(list(visit('/exemptions')))).location).toMatch(/^\/sign-in/)
    expect((await outcomeOf(requestPage(visit('/exemptions/new')))).location).toMatch(/^\/sign-in/)
    expect((await ask(undefined)).location).toMatch(/^\/sign-in/)
    expect((await decideOn(undefined, id)).location).toMatch(/^\/sign-in/)
  })

  test.each([
    ['applicant', 403, 403, 403],
    ['auditor', 200, 403, 403],
    ['school', 200, 302, 403],
    ['unit', 200, 302, 302],
    ['city', 200, 302, 302],
  ] as const)('%s: list %i, ask %i, decide %i', async (role, listed, asked, decided) => {
    const cookie = await cookieFor(role)
    const id = await requestedBy(own)

    expect((await outcomeOf(list(visit('/exemptions', { cookie })))).status).toBe(listed)
    expect((await ask(cookie)).status).toBe(asked)
    expect((await decideOn(cookie, id)).status).toBe(decided)
  })

  test('a unit officer neither sees nor decides what is asked elsewhere', async () => {
    const cookie = await cookieFor('unit')
    const id = await requestedBy(foreign)

    const { data } = await outcomeOf(list(visit('/exemptions', { cookie })))

    expect(data.exemptions).toEqual([])
    expect((await decideOn(cookie, id)).status).toBe(404)
    expect((await ask(cookie, { schoolCode: '2132000002' })).status).toBe(422)
  })

  test('a school asks for itself, whatever code is posted', async () => {
    await ask(await cookieFor('school'), { schoolCode: '2132000002' })

    const rows = await db.selectFrom('exemption').select('school_id').execute()
    expect(rows).toEqual([{ school_id: own }])
  })
})

test('what was typed comes back with the mistake at its field', async () => {
  const { status, data } = await ask(await cookieFor('school'), { lastDay: '2025-08-31' })

  expect(status).toBe(422)
  expect(data).toMatchObject({ errors: { lastDay: '起始日期晚于终止日期。' }, entered: { note: '台风预警' } })
})

test('a grade and a class at once is a mistake that is said, not a class that wins', async () => {
  const { status, data } = await ask(await cookieFor('school'), { grade: '3', classId: '0'.repeat(26) })

  expect(status).toBe(422)
  expect(data.errors.classId).toMatch(/只能选一个/)
  expect(await db.selectFrom('exemption').select('id').execute()).toEqual([])
})
