import { afterAll, expect, test } from 'vitest'
import type { Scope } from '#app/auth/scope.ts'
import { runImport } from '#app/features/imports/run-import.server.ts'
import { undoImport } from '#app/features/imports/undo-import.server.ts'
import { publishList } from '#app/features/venues/publish-list.server.ts'
import { readHours, type Venue, venueProblem } from '#app/features/venues/venue.rule.ts'
import { listsOf, listVenues } from '#app/features/venues/venues.queries.server.ts'
import { closeReader } from '#app/spreadsheet/open-workbook.server.ts'
import { sampleVenue } from '#db/samples.ts'
import { insertAll } from '#db/write.server.ts'
import { useDatabase } from '#test/support/database.ts'
import { insertSchool } from '#test/support/school.ts'

const place = useDatabase()
const city: Scope = { kind: 'city' }
const donghai: Scope = { kind: 'unit', unitCode: '320722' }
const guanyun: Scope = { kind: 'unit', unitCode: '320723' }
const actor = { id: null, name: '东海县体育局' }
const today = '2026-11-27'
const now = `${today} 02:00:00.000`
const header = '学校标识码,场地名称,场地类型,平日开放,周末开放,节假日开放,收费,咨询,说明,起始日期,终止日期'
const field =
  '2132000001,北操场,田径场,17:30-20:30,8:00-11:00；14:00～18:00,,,总务处 0518-87212345,,2026-01-01,'

afterAll(() => closeReader())

test.each([
  ['17:30-20:30', '17:30-20:30'],
  ['14:00~18:00、8:00-11:00', '08:00-11:00、14:00-18:00'],
  ['６：００－７：３０，１７：３０至２０：３０', '06:00-07:30、17:30-20:30'],
  ['不开放', ''],
  ['', ''],
  ['18:00-24:00', '18:00-24:00'],
])('%s are the hours %s, and read again they stay so', (text, hours) => {
  expect(readHours(text)).toEqual({ ok: true, hours })
  expect(readHours(hours)).toEqual({ ok: true, hours })
})

test.each([
  '全天',
  '18:00',
  '20:30-17:30',
  '8:00-25:00',
  '8:70-9:00',
  '08:00-11:00、10:00-12:00',
  '18:00-24:30',
])('%s are no hours', text => {
  expect(readHours(text)).toEqual({ ok: false })
})

const open: Venue = {
  kind: 'TRACK',
  weekdayHours: '17:30-20:30',
  weekendHours: '',
  holidayHours: '',
  fee: '',
  contact: '总务处 0518-87212345',
  note: '',
}

test.each<[Partial<Venue> & { name?: string }, string | null]>([
  [{}, null],
  [{ name: ' ' }, 'name-missing'],
  [{ weekdayHours: '' }, 'never-open'],
  [{ contact: '' }, 'contact-missing'],
  [{ contact: '王老师 138 0000 5678' }, 'personal-number'],
])('a venue with %j is refused: %s', ({ name = '北操场', ...given }, problem) => {
  const days = { validFrom: '2026-01-01', validTo: '2026-12-31' }
  const school = { openedOn: '2000-01-01', closedOn: '9999-12-31' }

  expect(venueProblem(name, { ...open, ...given }, days, school)).toBe(problem)
})

function run(lines: readonly string[], scope: Scope) {
  return runImport(place.db, {
    ...{ sheet: 'venues', bytes: new TextEncoder().encode([header, ...lines].join('\n')) },
    ...{ fileName: '场地.csv', today, now, scope, actor },
    schoolCode: scope.kind === 'school' ? '2132000001' : null,
    ...{ dryRun: false, skipBadRows: false, withRows: true, locale: 'zh-CN' },
  })
}

const venues = async (scope: Scope = city) => {
  const rows = await listVenues(place.db, scope, { asOf: today })
  return rows.map(row => [row.name, row.weekdayHours, row.weekendHours])
}

test('a school enters its venues by sheet, changes them, and gets back what was by undo', async () => {
  const { id } = await insertSchool(place.db)
  const school: Scope = { kind: 'school', schoolId: id }
  expect(await run([field], school)).toMatchObject({ problems: [], status: 'committed', counts: { new: 1 } })
  expect(await venues()).toEqual([['北操场', '17:30-20:30', '08:00-11:00、14:00-18:00']])
  expect((await run([field], school)).counts).toMatchObject({ unchanged: 1 })

  const changed = await run([field.replace('17:30-20:30', '18:00-20:00')], school)
  expect(changed.counts).toMatchObject({ changed: 1 })
  const undone = await undoImport(place.db, { id: changed.import ?? '', scope: school, actor, today })

  expect(undone).toEqual({ ok: true })
  expect(await venues()).toEqual([['北操场', '17:30-20:30', '08:00-11:00、14:00-18:00']])
})

test.each<[string, string[], string, string]>([
  ['hours that are none', [field.replace('17:30-20:30', '晚上')], 'D2', 'venue.no-hours'],
  ['a mobile number', [field.replace('0518-87212345', '13800005678')], 'H2', 'venue.personal-number'],
  ['one venue twice', [field, field.replace('17:30-20:30', '18:00-20:30')], 'J2', 'venue.twice'],
  [
    'days that meet',
    [field.replace('2026-01-01,', '2026-01-01,2026-06-30'), field.replace('2026-01-01', '2026-06-30')],
    'J2',
    'venue.overlaps',
  ],
])('%s is refused at its cell, and nothing is entered', async (_what, lines, cell, code) => {
  await insertSchool(place.db)

  const result = await run(lines, city)

  expect(result.problems[0]).toMatchObject({ cell, code })
  expect(result.problems[0]?.message).toMatch(/[一-鿿]/)
  expect(await venues()).toEqual([])
})

test('another unit and another school find none of it', async () => {
  await insertSchool(place.db)
  const other = await insertSchool(place.db, { code: '2132000002', unitCode: '320723' })
  await run([field], donghai)

  expect((await run([field], guanyun)).problems).toMatchObject([{ code: 'venue.school-unknown' }])
  expect(await venues(guanyun)).toEqual([])
  expect(await venues({ kind: 'school', schoolId: other.id })).toEqual([])
})

test('a unit publishes its list year by year; what was published stays as it was', async () => {
  const { id } = await insertSchool(place.db)
  await insertAll(place.db, 'venue', [
    sampleVenue({ school_id: id }),
    sampleVenue({ school_id: id, name: '旧操场', valid_to: '2026-06-30' }),
  ])
  const publish = (scope: Scope, given: object = {}) =>
    publishList(place.db, scope, actor, { unitCode: '320722', document: '', today, now, ...given })
  expect(await publish(guanyun)).toEqual({ ok: false, refusal: 'not-allowed' })
  expect(await publish({ kind: 'school', schoolId: id })).toEqual({ ok: false, refusal: 'not-allowed' })
  expect(await publish(city, { unitCode: '320723' })).toEqual({ ok: false, refusal: 'no-venue' })
  expect(await publish(donghai, { document: '联系 13800005678' })).toEqual({
    ok: false,
    refusal: 'holds-number',
  })

  expect(await publish(donghai, { document: '东体〔2026〕3号' })).toEqual({ ok: true })
  await place.db.updateTable('venue').set({ weekday_hours: '' }).execute()

  expect(await listsOf(place.db, 2026)).toMatchObject([
    {
      unitCode: '320722',
      document: '东体〔2026〕3号',
      lines: [{ schoolName: '东海县试验小学', name: '北操场', weekdayHours: '17:30-20:30' }],
    },
  ])
  await publish(donghai, { now: `${today} 03:00:00.000` })
  expect((await listsOf(place.db, 2026)).map(list => list.lines[0]?.weekdayHours)).toEqual([''])
  expect(await place.db.selectFrom('venue_list').select('id').execute()).toHaveLength(2)
})
