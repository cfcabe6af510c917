import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { runImport } from '#app/features/imports/run-import.server.ts'
import { loader as exported } from '#app/routes/registry/export-timetable.ts'
import { loader } from '#app/routes/registry/timetable.tsx'
import { closeReader } from '#app/spreadsheet/open-workbook.server.ts'
import { sampleTimetableEntry } from '#db/samples.ts'
import type { Role } from '#db/tables.ts'
import { insertAll } from '#db/write.server.ts'
import { insertPerson } from '#test/features/accounts/people.ts'
import { useAppDatabase } from '#test/support/app-database.ts'
import { cookieOf, outcomeOf, visit } from '#test/support/page.ts'
import { insertSchool } from '#test/support/school.ts'

const db = useAppDatabase()
let own: { id: string; classes: string[] }
let foreign: { id: string; classes: string[] }

afterAll(() => closeReader())

beforeEach(async () => {
  own = await insertSchool(db, {
    ...{ code: '2132000001', unitCode: '320722' },
    classes: [
      ['primary', 2023, 1],
      ['primary', 2023, 2],
      ['primary', 2022, 1],
    ],
  })
  foreign = await insertSchool(db, {
    ...{ code: '2132000002', unitCode: '320706', name: '海州区某小学' },
    classes: [['primary', 2023, 1]],
  })
  const [first = '', , older = ''] = own.classes
  const of = { school_id: own.id, class_id: first }
  await insertAll(db, 'timetable_entry', [
    sampleTimetableEntry({ ...of, sport_code: 'football', valid_to: '2026-01-30' }),
    sampleTimetableEntry({ ...of, kind: 'BIG_BREAK_AM', starts_at: '', minutes: 30, valid_to: '2026-01-30' }),
    sampleTimetableEntry({ ...of, weekday: 6, valid_from: '2026-03-02' }),
    sampleTimetableEntry({ ...of, class_id: older, weekday: 2, valid_to: '2026-01-30' }),
    sampleTimetableEntry({ school_id: foreign.id, class_id: foreign.classes[0] ?? '' }),
  ])
})

async function cookieFor(role: Role): Promise<string> {
  const place = role === 'unit' ? { unitCode: '320722' } : role === 'school' ? { schoolId: own.id } : {}
  return cookieOf(db, await insertPerson(db, { role, ...place }))
}

function ask(cookie: string | undefined, search = '', id = own.id) {
  return outcomeOf(
    loader(visit(`/schools/${id}/timetable${search}`, { ...(cookie && { cookie }), params: { id } })),
  )
}

async function take(cookie: string, search: string, id = own.id): Promise<Response> {
  return exported(visit(`/schools/${id}/timetable/export${search}`, { cookie, params: { id } }))
}

test('nobody sees a timetable without signing in', async () => {
  expect((await ask(undefined)).location).toMatch(/^\/sign-in/)
})

test.each([
  ['applicant', 403, 403],
  ['school', 200, 404],
  ['unit', 200, 404],
  ['auditor', 200, 200],
  ['city', 200, 200],
] as const)('%s: the own school %i, another unit’s %i', async (role, mine, theirs) => {
  const cookie = await cookieFor(role)

  expect((await ask(cookie, '?day=2025-09-22')).status).toBe(mine)
  expect((await ask(cookie, '?day=2025-09-22', foreign.id)).status).toBe(theirs)
})

test('an auditor looks, a school is shown the way to enter its own', async () => {
  expect((await ask(await cookieFor('auditor'))).data).toMatchObject({ mayImport: false })
  expect((await ask(await cookieFor('school'))).data).toMatchObject({ mayImport: true, up: '/week' })
})

describe('what is shown', () => {
  test('every class under its name of the day, with what holds on it, by weekday and time', async () => {
    const { data } = await ask(await cookieFor('unit'), '?day=2025-09-22')

    expect(data.lines.map(({ name, activities }) => [name, activities.length])).toEqual([
      ['三(1)班', 2],
      ['三(2)班', 0],
      ['四(1)班', 1],
    ])
    expect(data.lines[0]?.activities).toMatchObject([
      { weekday: 1, kind: 'BIG_BREAK_AM', startsAt: '', minutes: 30, sport: null },
      { weekday: 1, kind: 'PE_LESSON', startsAt: '09:20', sport: { 'zh-CN': '足球' } },
    ])
    expect(data).toMatchObject({ before: null, after: '2026-03-02', grades: [3, 4] })
  })

  test('on another day, what holds then', async () => {
    const { data } = await ask(await cookieFor('unit'), '?day=2026-03-05')

    expect(data.lines.map(({ activities }) => activities.length)).toEqual([1, 0, 0])
    expect(data).toMatchObject({ before: '2025-09-01', after: null })
  })

  test('which weekday is taught on a make-up day', async () => {
    await insertAll(db, 'calendar_entry', [
      { scope: own.id, stage: '', day: '2025-10-11', kind: 'makeup', follows_weekday: 3, note: '' },
    ])
    const cookie = await cookieFor('unit')

    expect((await ask(cookie, '?day=2025-10-11')).data).toMatchObject({ follows: 3 })
    expect((await ask(cookie, '?day=2025-10-13')).data).toMatchObject({ follows: null })
  })

  test('of a grade and a kind', async () => {
    const { data } = await ask(await cookieFor('unit'), '?day=2025-09-22&grade=3&kind=PE_LESSON')

    expect(data.lines.map(({ name, activities }) => [name, activities.length])).toEqual([
      ['三(1)班', 1],
      ['三(2)班', 0],
    ])
  })

  test('lessons are counted whatever kind is looked at, and none are said of a class without a timetable', async () => {
    const { data } = await ask(await cookieFor('unit'), '?day=2025-09-22&kind=BIG_BREAK_AM')

    expect(data.lines.map(({ activities, lessons }) => [activities.length, lessons])).toEqual([
      [1, 1],
      [0, null],
      [0, 1],
    ])
  })

  test('a day, grade or kind that there is not is a bad request', async () => {
    const cookie = await cookieFor('unit')

    for (const search of ['?day=2025-02-30', '?grade=13', '?kind=SLEEP'])
      expect((await ask(cookie, search)).status).toBe(400)
  })
})

describe('taking it out', () => {
  test('the list has the filters of the page', async () => {
    const response = await take(await cookieFor('unit'), '?day=2025-09-22&grade=3&kind=PE_LESSON&format=csv')

    const [head, ...rows] = (await response.text()).trim().split('\r\n')
    expect(head).toContain('班级,星期,活动类型,项目,开始时间,时长(分钟),起始日期,终止日期')
    expect(rows).toEqual(['三(1)班,周一,体育课,足球,09:20,40,2025-09-01,2026-01-30'])
  })

  test('the sheet has every day of this school alone and imports unchanged', async () => {
    const response = await take(await cookieFor('city'), '?of=sheet')

    const result = await runImport(db, {
      ...{ sheet: 'timetable', fileName: '课表.xlsx', today: '2025-10-15', now: '2025-10-15 02:00:00.000' },
      bytes: new Uint8Array(await response.arrayBuffer()),
      ...{ scope: { kind: 'city' }, actor: { id: null, name: 'tester' }, schoolCode: null },
      ...{ dryRun: true, skipBadRows: false, withRows: true, locale: 'zh-CN' },
    })

    expect(result).toMatchObject({ problems: [], counts: { read: 4, unchanged: 4 } })
    expect(new Set(result.rows?.map(row => row.code))).toEqual(new Set(['2132000001']))
  })

  test('another unit’s is not there', async () => {
    const cookie = await cookieFor('unit')

    for (const search of ['', '?of=sheet'])
      expect((await outcomeOf(take(cookie, search, foreign.id))).status).toBe(404)
  })
})
