import { beforeEach, describe, expect, test } from 'vitest'
import { loader as city } from '#app/routes/bureau/compliance.tsx'
import { loader as day } from '#app/routes/bureau/compliance-day.tsx'
import { loader as school } from '#app/routes/bureau/compliance-school.tsx'
import { loader as unit } from '#app/routes/bureau/compliance-unit.tsx'
import { loader as exported } from '#app/routes/bureau/export-compliance.ts'
import { loader as week } from '#app/routes/school/week.tsx'
import type { Role } from '#db/tables.ts'
import { insertPerson } from '#test/features/accounts/people.ts'
import { classDay, report } from '#test/features/activity/ledger.ts'
import { useAppDatabase } from '#test/support/app-database.ts'
import { cookieOf, outcomeOf, visit } from '#test/support/page.ts'
import { insertSchool } from '#test/support/school.ts'

const db = useAppDatabase()
const search = '?period=month&day=2025-09-15'
let own: { id: string; classes: string[] }
let foreign: { id: string; classes: string[] }

beforeEach(async () => {
  own = await insertSchool(db, { code: '2132000001', unitCode: '320722', classes: [['primary', 2023, 1]] })
  foreign = await insertSchool(db, {
    code: '2132000002',
    unitCode: '320706',
    classes: [['primary', 2023, 1]],
  })
  await report(db, own.id, classDay(own.classes[0] ?? '', '2025-09-01', 90))
})

async function cookieFor(role: Role): Promise<string> {
  const place = role === 'unit' ? { unitCode: '320722' } : role === 'school' ? { schoolId: own.id } : {}
  return cookieOf(db, await insertPerson(db, { role, ...place }))
}

const pages = (cookie: string | undefined, to = own): [string, () => Promise<unknown>][] => {
  const asked = (params: Record<string, string> = {}) => visit(`/compliance${search}`, { cookie, params })
  const code = to === own ? '320722' : '320706'
  return [
    ['city', () => city(asked())],
    ['unit', () => unit(asked({ code }))],
    ['school', () => school(asked({ id: to.id }))],
    ['day', () => day(asked({ id: to.id, day: '2025-09-01' }))],
    ['export', () => exported(visit(`/compliance/export${search}&unit=${code}`, { cookie }))],
  ]
}

async function statuses(cookie: string | undefined, to = own) {
  return Object.fromEntries(
    await Promise.all(
      pages(cookie, to).map(async ([name, page]) => [name, (await outcomeOf(page())).status] as const),
    ),
  )
}

describe('who may see compliance', () => {
  test('nobody without signing in', async () => {
    for (const [name, page] of pages(undefined))
      expect([name, (await outcomeOf(page())).location]).toEqual([name, expect.stringMatching(/^\/sign-in/)])
    expect((await outcomeOf(week(visit('/week')))).location).toMatch(/^\/sign-in/)
  })

  test('no applicant', async () => {
    const cookie = await cookieFor('applicant')

    expect(await statuses(cookie)).toEqual({ city: 403, unit: 403, school: 403, day: 403, export: 403 })
    expect((await outcomeOf(week(visit('/week', { cookie })))).status).toBe(403)
  })

  test.each(['city', 'auditor', 'admin'] as const)('%s sees every unit and school', async role => {
    expect(await statuses(await cookieFor(role), foreign)).toEqual({
      city: 200,
      unit: 200,
      school: 200,
      day: 200,
      export: 200,
    })
  })

  test('a unit officer sees its own unit and schools, and of others nothing', async () => {
    const cookie = await cookieFor('unit')

    expect(await statuses(cookie)).toEqual({ city: 302, unit: 200, school: 200, day: 200, export: 200 })
    expect(await statuses(cookie, foreign)).toMatchObject({ unit: 403, school: 404, day: 404, export: 404 })
  })

  test('a school sees itself only', async () => {
    const cookie = await cookieFor('school')

    expect(await statuses(cookie)).toEqual({ city: 302, unit: 403, school: 200, day: 200, export: 403 })
    expect(await statuses(cookie, foreign)).toMatchObject({ school: 404, day: 404 })
  })
})

describe('what the pages answer', () => {
  test('the city sees each unit, and their sum', async () => {
    const { data } = await outcomeOf(city(visit(`/compliance${search}`, { cookie: await cookieFor('city') })))

    expect(data.total.classDays).toMatchObject({ expected: 46, reported: 1, floorMet: 1 })
    expect(data.units.find(one => one.code === '320722')?.classDays).toMatchObject({
      expected: 23,
      reported: 1,
    })
    expect(data.units.find(one => one.code === '320706')?.classDays).toMatchObject({
      expected: 23,
      reported: 0,
    })
    expect(data.silent.count).toBe(data.silent.expected)
  })

  test('an unknown unit, school or day is not found, another period is refused', async () => {
    const cookie = await cookieFor('city')
    const id = '0'.repeat(26)

    expect((await outcomeOf(unit(visit('/', { cookie, params: { code: '999999' } })))).status).toBe(404)
    expect((await outcomeOf(school(visit('/', { cookie, params: { id } })))).status).toBe(404)
    expect(
      (await outcomeOf(day(visit('/', { cookie, params: { id: own.id, day: '2025-02-30' } })))).status,
    ).toBe(404)
    expect((await outcomeOf(city(visit('/compliance?period=year', { cookie })))).status).toBe(400)
  })

  test('behind a class-day stand its activities, the minutes that count and their file', async () => {
    const cookie = await cookieFor('school')

    const { data } = await outcomeOf(day(visit('/', { cookie, params: { id: own.id, day: '2025-09-01' } })))

    expect(data.classes).toMatchObject([
      {
        status: 'floor-met',
        minutes: 90,
        rows: [{ kind: 'PE_LESSON', minutes: 90, counts: true, importId: null, fileName: null }],
      },
    ])
  })

  test('the Excel export is a workbook named after the place and the days', async () => {
    const cookie = await cookieFor('unit')

    const response = await exported(visit(`/compliance/export${search}&unit=320722`, { cookie }))

    expect(decodeURIComponent(response.headers.get('Content-Disposition') ?? '')).toContain(
      '连云港_东海县_每天一小时_20250901_20250930.xlsx',
    )
    expect(new TextDecoder().decode((await response.arrayBuffer()).slice(0, 2))).toBe('PK')
  })

  test('a school manager opens the week of the own school', async () => {
    const { data } = await outcomeOf(
      week(visit('/week?day=2025-09-03', { cookie: await cookieFor('school') })),
    )

    expect(data.school.id).toBe(own.id)
    expect(data.toFillIn.map(one => one.day)).toEqual([
      '2025-09-02',
      '2025-09-03',
      '2025-09-04',
      '2025-09-05',
    ])
  })
})
