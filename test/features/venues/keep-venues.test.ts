import { beforeEach, expect, test } from 'vitest'
import type { Scope } from '#app/auth/scope.ts'
import { openEnd } from '#app/calendar-day.ts'
import { addVenue, changeVenue, closeVenue } from '#app/features/venues/save-venue.server.ts'
import type { Venue } from '#app/features/venues/venue.rule.ts'
import { venueOfForm } from '#app/features/venues/venue-form.ts'
import { listVenues, updateVenue, venuesNotOpen } from '#app/features/venues/venues.queries.server.ts'
import { inTransaction } from '#db/write.server.ts'
import { useDatabase } from '#test/support/database.ts'
import { insertSchool } from '#test/support/school.ts'

const place = useDatabase()
const city: Scope = { kind: 'city' }
const by = { id: null, name: '试验小学' }
const today = '2026-11-27'
const now = `${today} 02:00:00.000`
const track: Venue = {
  ...{ kind: 'TRACK', weekdayHours: '17:30-20:30', weekendHours: '', holidayHours: '' },
  ...{ fee: '', contact: '总务处 0518-87212345', note: '' },
}
let school: { kind: 'school'; schoolId: string }

beforeEach(async () => {
  const counted = { unitCode: '320722', countsUnitCode: '320723' }
  school = { kind: 'school', schoolId: (await insertSchool(place.db, counted)).id }
})

function add(
  given: { name?: string; venue?: Partial<Venue>; from?: string; to?: string } = {},
  scope: Scope = school,
) {
  const days = { validFrom: given.from ?? '2026-01-01', validTo: given.to ?? openEnd }
  const venue = { ...track, ...given.venue }
  return addVenue(place.db, scope, by, {
    ...{ schoolId: school.schoolId, name: given.name ?? '北操场', venue, days, today, now },
  })
}

function change(id: string, from: string, scope: Scope = school) {
  const venue = { ...track, fee: '每人 2 元' }
  return changeVenue(place.db, scope, by, { id, from, venue, today, now })
}

function close(id: string, given: { lastDay?: string; reason?: string } = {}, scope: Scope = school) {
  const input = { id, lastDay: given.lastDay ?? today, reason: given.reason ?? '操场翻修', today }
  return closeVenue(place.db, scope, by, input)
}

const standing = async () =>
  (await listVenues(place.db, city, { asOf: today })).map(({ validFrom, validTo, fee, closedBecause }) => ({
    ...{ validFrom, validTo, fee, closedBecause },
  }))
const firstId = async () => (await listVenues(place.db, city, { asOf: today }))[0]?.id ?? ''
const ended = { ok: true }

test('a venue is entered once for its days, and again after them', async () => {
  expect(await add({ to: '2026-06-30' })).toEqual(ended)
  expect(await add({ name: ' 北 操场', from: '2026-06-30' })).toEqual({
    ok: false,
    refusal: 'entered-already',
  })
  expect(await add({ from: '2026-07-01' })).toEqual(ended)
  expect(await standing()).toHaveLength(2)
})

test('two clicks enter one venue', async () => {
  const answers = await Promise.all([add(), add()])

  expect(answers.filter(answer => answer.ok)).toHaveLength(1)
})

test('what is changed from a day on leaves what stood before', async () => {
  await add()
  expect(await change(await firstId(), '2026-10-01')).toEqual(ended)

  expect(await standing()).toEqual([
    { validFrom: '2026-01-01', validTo: '2026-09-30', fee: '', closedBecause: null },
    { validFrom: '2026-10-01', validTo: openEnd, fee: '每人 2 元', closedBecause: null },
  ])
})

test('from its own first day it is a correction, and outside its days there is nothing to change', async () => {
  await add()
  const id = await firstId()

  expect(await change(id, '2025-12-31')).toEqual({ ok: false, refusal: 'outside-its-days' })
  expect(await change(id, '2026-01-01')).toEqual(ended)

  expect(await standing()).toEqual([
    { validFrom: '2026-01-01', validTo: openEnd, fee: '每人 2 元', closedBecause: null },
  ])
})

test('a venue closes with a reason, which is shown for as long as it holds', async () => {
  await add()
  const id = await firstId()
  expect(await close(id, { reason: ' ' })).toEqual({ ok: false, refusal: 'reason-missing' })
  expect(await close(id, { reason: '王主任 13800005678' })).toEqual({ ok: false, refusal: 'personal-number' })
  expect(await close(id, { lastDay: '2025-12-31' })).toEqual({ ok: false, refusal: 'outside-its-days' })

  expect(await close(id, { lastDay: '2026-11-20' })).toEqual(ended)

  expect(await venuesNotOpen(place.db, school, today)).toMatchObject([{ id, closedBecause: '操场翻修' }])
  await inTransaction(place.db, tx => updateVenue(tx, id, { ...track, validTo: openEnd }))
  expect(await standing()).toMatchObject([{ validTo: openEnd, closedBecause: null }])
})

test('the unit that administers the school keeps its venues; the one to which it counts only sees them', async () => {
  const [administers, counts]: Scope[] = [
    { kind: 'unit', unitCode: '320722' },
    { kind: 'unit', unitCode: '320723' },
  ]
  await add({}, administers)
  const id = await firstId()

  expect(await add({ name: '南操场' }, counts)).toEqual({ ok: false, refusal: 'not-allowed' })
  expect(await change(id, '2026-10-01', counts)).toEqual({ ok: false, refusal: 'not-allowed' })
  expect(await close(id, {}, counts)).toEqual({ ok: false, refusal: 'not-allowed' })
  expect(await close(id, {}, { kind: 'unit', unitCode: '320706' })).toEqual({
    ok: false,
    refusal: 'not-found',
  })
  expect(await close(id, {}, administers)).toEqual(ended)
})

test('every change is on record', async () => {
  await add()
  await change(await firstId(), '2026-01-01')
  await close(await firstId())

  const rows = await place.db.selectFrom('audit').select('action').orderBy('position').execute()
  expect(rows.map(row => row.action)).toEqual(['venue.add', 'venue.change', 'venue.close'])
})

test('hours are kept as they are written down, and what is none is told field by field', () => {
  const form = {
    ...track,
    weekdayHours: '17:30～20:30, 6:00-7:30',
    weekendHours: '上午',
    holidayHours: '25:00-26:00',
  }

  expect(venueOfForm(form)).toEqual({ ok: false, unread: ['weekendHours', 'holidayHours'] })
  expect(venueOfForm({ ...form, weekendHours: '', holidayHours: '不开放' })).toMatchObject({
    venue: { weekdayHours: '06:00-07:30、17:30-20:30', weekendHours: '', holidayHours: '' },
  })
})
