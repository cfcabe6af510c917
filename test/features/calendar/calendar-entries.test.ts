import { afterEach, describe, expect, test } from 'vitest'
import type { Scope } from '#app/auth/scope.ts'
import {
  listEntries,
  listTerms,
  loadCalendar,
  publishedYears,
} from '#app/features/calendar/calendar.queries.server.ts'
import { dayKindOf } from '#app/features/calendar/calendar.rule.ts'
import { removeCalendarEntry, saveCalendarEntry } from '#app/features/calendar/save-calendar-entry.server.ts'
import { publishYear, saveTerm } from '#app/features/calendar/save-term.server.ts'
import { useDatabase } from '#test/support/database.ts'
import { insertSchool } from '#test/support/school.ts'

const database = useDatabase()
const by = { id: null, name: '李主任' }
const city: Scope = { kind: 'city' }
const donghai: Scope = { kind: 'unit', unitCode: '320722' }
const haizhou: Scope = { kind: 'unit', unitCode: '320706' }
const day = '2025-11-12'
const november = { from: '2025-11-01', to: '2025-11-30' }

afterEach(async () => {
  await database.db.deleteFrom('calendar_entry').where('scope', '!=', 'national').execute()
  await database.db.deleteFrom('term').where('school_year', '>', 2026).execute()
  await database.db.updateTable('holiday_year').set({ published: 0 }).where('year', '=', 2027).execute()
})

function save(scope: Scope, place: string, kind: 'suspended' | 'exam' = 'suspended') {
  return saveCalendarEntry(database.db, scope, by, {
    place,
    stage: '',
    day,
    kind,
    followsWeekday: null,
    note: '台风',
    today: day,
  })
}

async function kindFor(place: { schoolId: string; unitCode: string }) {
  return dayKindOf(await loadCalendar(database.db, november), place, 'primary', day)
}

describe('who changes which layer', () => {
  test('the city sets every layer', async () => {
    const school = await insertSchool(database.db)

    expect(await save(city, '')).toEqual({ ok: true })
    expect(await save(city, '320722')).toEqual({ ok: true })
    expect(await save(city, '2132000001', 'exam')).toEqual({ ok: true })
    expect(await kindFor({ schoolId: school.id, unitCode: '320722' })).toBe('exam')
  })

  test('a unit sets its own days and those of its schools, and no others', async () => {
    await insertSchool(database.db)

    expect(await save(donghai, '320722')).toEqual({ ok: true })
    expect(await save(donghai, '2132000001')).toEqual({ ok: true })
    expect(await save(donghai, '')).toEqual({ ok: false, refusal: 'not-yours' })
    expect(await save(donghai, '320706')).toEqual({ ok: false, refusal: 'not-yours' })
    expect(await save(haizhou, '2132000001')).toEqual({ ok: false, refusal: 'scope-unknown' })
  })

  test('a school reads its calendar and changes nothing', async () => {
    const { id } = await insertSchool(database.db)
    const scope: Scope = { kind: 'school', schoolId: id }

    expect(await save(scope, '2132000001')).toEqual({ ok: false, refusal: 'not-yours' })
  })

  test('a place that nobody knows is refused', async () => {
    expect(await save(city, '9999999999')).toEqual({ ok: false, refusal: 'scope-unknown' })
  })
})

test('saving again replaces what the layer said, removing brings back the earlier layers; all of it audited', async () => {
  await save(city, '')
  await save(city, '', 'exam')
  const place = { schoolId: 'S', unitCode: '320722' }
  expect(await kindFor(place)).toBe('exam')

  const removed = await removeCalendarEntry(database.db, city, by, {
    scope: 'city',
    stage: '',
    day,
    today: day,
  })

  expect(removed).toEqual({ ok: true })
  expect(await kindFor(place)).toBe('school_day')
  const audit = await database.db.selectFrom('audit').select('action').orderBy('position').execute()
  expect(audit.map(row => row.action)).toEqual(['calendar.add', 'calendar.change', 'calendar.remove'])
  expect(
    await removeCalendarEntry(database.db, donghai, by, { scope: 'city', stage: '', day, today: day }),
  ).toEqual({
    ok: false,
    refusal: 'not-yours',
  })
})

test('everybody sees the days of the nation and the city; those of units and schools only who is concerned', async () => {
  const { id } = await insertSchool(database.db)
  await save(city, '')
  await save(city, '320722')
  await save(city, '320706')
  await save(city, '2132000001')
  const seen = async (scope: Scope) =>
    (await listEntries(database.db, scope, { ...november, asOf: day })).map(one => one.place)

  expect(await seen(city)).toEqual(expect.arrayContaining(['', '320722', '320706', '2132000001']))
  expect((await seen(donghai)).sort()).toEqual(['', '2132000001', '320722'])
  expect(await seen(haizhou)).toHaveLength(2)
  expect((await seen({ kind: 'school', schoolId: id })).sort()).toEqual(['', '2132000001', '320722'])
})

describe('terms and years', () => {
  test('the city adds a term; one that overlaps or ends before it begins is refused', async () => {
    const spring = { schoolYear: 2027, number: 1 as const, firstDay: '2027-09-01', lastDay: '2028-01-28' }

    expect(await saveTerm(database.db, city, by, spring)).toEqual({ ok: true })
    expect((await listTerms(database.db)).map(one => one.id)).toContain('2027-2028-1')
    expect(await saveTerm(database.db, city, by, { ...spring, number: 2 })).toEqual({
      ok: false,
      refusal: 'overlaps',
    })
    expect(await saveTerm(database.db, city, by, { ...spring, lastDay: '2027-08-31' })).toEqual({
      ok: false,
      refusal: 'days-reversed',
    })
    expect(await saveTerm(database.db, donghai, by, spring)).toEqual({ ok: false, refusal: 'not-yours' })
  })

  test('a year is marked as published with its notice', async () => {
    const notice = { year: 2027, source: '国务院办公厅关于2027年部分节假日安排的通知' }

    expect(await publishYear(database.db, donghai, by, notice)).toEqual({ ok: false, refusal: 'not-yours' })
    expect(await publishYear(database.db, city, by, notice)).toEqual({ ok: true })
    expect(await publishedYears(database.db)).toContain(2027)
  })
})
