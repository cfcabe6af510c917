import { afterAll, beforeAll, expect, test } from 'vitest'
import { listKindSettings } from '#app/features/activity/policies.queries.server.ts'
import { action as add, loader } from '#app/routes/admin/daily-hour.tsx'
import { action as changeKinds } from '#app/routes/admin/daily-hour-kinds.ts'
import { loader as exported } from '#app/routes/admin/export-daily-hour.ts'
import type { Database, Role } from '#db/tables.ts'
import { insertAll } from '#db/write.server.ts'
import { insertPerson } from '#test/features/accounts/people.ts'
import { useAppDatabase } from '#test/support/app-database.ts'
import { cookieOf, outcomeOf, visit } from '#test/support/page.ts'
import { takenOut } from '#test/support/taken-out.ts'

const db = useAppDatabase()
const path = '/settings/daily-hour'
let kept: { policies: Database['activity_policy'][]; kinds: Database['activity_kind'][] }

beforeAll(async () => {
  kept = {
    policies: await db.selectFrom('activity_policy').selectAll().execute(),
    kinds: await db.selectFrom('activity_kind').selectAll().execute(),
  }
})

afterAll(async () => {
  await db.deleteFrom('activity_policy').execute()
  await db.deleteFrom('activity_kind').execute()
  await insertAll(db, 'activity_policy', kept.policies)
  await insertAll(db, 'activity_kind', kept.kinds)
})

async function cookieFor(role: Role): Promise<string> {
  return cookieOf(db, await insertPerson(db, { role, unitCode: role === 'unit' ? '320722' : null }))
}

const form = {
  stage: 'senior',
  purpose: 'target',
  minutes: '90',
  validFrom: '2026-03-02',
  validTo: '',
  source: '连教体〔2026〕1号',
}

test('nobody sees or changes it without signing in', async () => {
  for (const page of [
    loader(visit(path)),
    add(visit(path, { form })),
    changeKinds(visit(path, { form: {} })),
  ]) {
    expect((await outcomeOf<unknown>(page)).location).toMatch(/^\/sign-in/)
  }
})

test.each(['unit', 'school', 'auditor', 'applicant'] as const)('it is not for %s', async role => {
  const cookie = await cookieFor(role)

  expect(await outcomeOf<unknown>(loader(visit(path, { cookie })))).toMatchObject({ status: 403 })
  expect(await outcomeOf<unknown>(add(visit(path, { cookie, form })))).toMatchObject({ status: 403 })
  expect(await outcomeOf<unknown>(changeKinds(visit(path, { cookie, form: {} })))).toMatchObject({
    status: 403,
  })
})

test('the city sees what is in force with its source, and what it adds', async () => {
  const cookie = await cookieFor('city')
  const { data } = await outcomeOf(loader(visit(path, { cookie })))

  expect(data.requirements).toContainEqual({ stage: 'primary', floor: 60, target: 120 })
  expect(data.versions[0]?.source).toContain('体育法')
  expect((await outcomeOf(add(visit(path, { cookie, form })))).location).toBe(`${path}?saved=1`)
  const after = await outcomeOf(loader(visit(path, { cookie })))
  expect(after.data.versions).toHaveLength(data.versions.length + 1)
})

test('its tables are taken out with the minutes of the page as numbers', async () => {
  const cookie = await cookieFor('city')
  const { data } = await outcomeOf(loader(visit(path, { cookie })))
  const of = (list: string) => takenOut(exported, `${path}/export?of=${list}`, { cookie })

  const required = await of('required')
  expect(required.header).toEqual(['学段', '底线（分钟）', '目标（分钟）'])
  expect(required.rows[0]).toEqual(['小学', 60, 120])
  expect(required.rows.map(row => row.slice(1))).toEqual(
    data.requirements.map(({ floor, target }) => [floor, target]),
  )
  const versions = await of('versions')
  expect(versions.rows.map(row => row.slice(2, 4))).toEqual(
    data.versions.map(({ minutes, validFrom }) => [minutes, validFrom]),
  )
  const kinds = await of('kinds')
  expect(kinds.rows).toContainEqual(['眼保健操', '不得计入'])
  expect(kinds.rows).toContainEqual(['体育课', '计入'])
  expect(kinds.rows).toHaveLength(data.kinds.length)
})

test('what was typed comes back with the mistake at its field', async () => {
  const cookie = await cookieFor('admin')
  const wrong = { ...form, minutes: '30', validFrom: '2026-05-01' }

  const { status, data } = await outcomeOf(add(visit(path, { cookie, form: wrong })))

  expect(status).toBe(422)
  expect(data).toMatchObject({ errors: { minutes: '目标不能低于底线。' }, entered: { minutes: '30' } })
  const slip = await outcomeOf(add(visit(path, { cookie, form: { ...form, validFrom: '0206-09-01' } })))
  expect(Object.keys(slip.data.errors)).toEqual(['validFrom'])
})

test('eye exercise cannot be made to count, whatever is posted', async () => {
  const cookie = await cookieFor('city')

  const { location } = await outcomeOf(changeKinds(visit(path, { cookie, form: { kind: 'EYE_EXERCISE' } })))

  expect(location).toBe(`${path}?refused=never-counts`)
  expect((await listKindSettings(db)).find(one => one.kind === 'EYE_EXERCISE')).toMatchObject({
    counts: false,
  })
})
