import { beforeEach, expect, test } from 'vitest'
import type { Actor } from '#app/auth/scope.ts'
import { loader } from '#app/routes/home.tsx'
import type { Role } from '#db/tables.ts'
import { insertPerson } from '#test/features/accounts/people.ts'
import { useAppDatabase } from '#test/support/app-database.ts'
import { cookieOf, outcomeOf, visit } from '#test/support/page.ts'
import { insertSchool } from '#test/support/school.ts'

const db = useAppDatabase()
let schoolId: string

beforeEach(async () => {
  schoolId = (await insertSchool(db, { classes: [['primary', 2023, 1]] })).id
  await insertSchool(db, { code: '2132000002', name: '灌云县某小学', unitCode: '320723' })
})

async function homeOf(role: Role, place: Partial<Actor> = {}) {
  const cookie = await cookieOf(db, await insertPerson(db, { role, ...place }))
  return outcomeOf(loader({ ...visit('/', { cookie }) }))
}

test('greets the public with the way in', async () => {
  expect((await outcomeOf(loader(visit('/')))).data).toEqual({ kind: 'public' })
})

test.each(['city', 'auditor', 'admin'] as const)('opens for %s with all obliged units', async role => {
  const { data } = await homeOf(role)

  expect(data).toMatchObject({ kind: 'bureau', home: { coverage: { unitsObliged: 6 } } })
})

test('opens for a unit officer with its own unit', async () => {
  const { data } = await homeOf('unit', { unitCode: '320723' })

  expect(data).toMatchObject({ kind: 'bureau', home: { coverage: { units: [{ code: '320723' }] } } })
})

test('leads a school to its week', async () => {
  expect(await homeOf('school', { schoolId })).toMatchObject({ status: 302, location: '/week' })
})

test('tells a school account without a school whom to ask', async () => {
  expect((await homeOf('school')).data).toEqual({ kind: 'no-school' })
})

test('shows an applicant a page of its own and no figures', async () => {
  expect((await homeOf('applicant')).data).toEqual({ kind: 'applicant', applications: [] })
})
