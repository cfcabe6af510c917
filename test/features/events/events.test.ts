import { afterAll, expect, test } from 'vitest'
import type { Scope } from '#app/auth/scope.ts'
import { eventProblem, sharesBy } from '#app/features/events/event.rule.ts'
import { listEvents } from '#app/features/events/events.queries.server.ts'
import { readEvents } from '#app/features/events/read-events.server.ts'
import { runImport } from '#app/features/imports/run-import.server.ts'
import { undoImport } from '#app/features/imports/undo-import.server.ts'
import { closeReader } from '#app/spreadsheet/open-workbook.server.ts'
import { sampleEvent } from '#db/samples.ts'
import { insertAll } from '#db/write.server.ts'
import { useDatabase } from '#test/support/database.ts'
import { insertSchool } from '#test/support/school.ts'

const place = useDatabase()
const city: Scope = { kind: 'city' }
const donghai: Scope = { kind: 'unit', unitCode: '320722' }
const guanyun: Scope = { kind: 'unit', unitCode: '320723' }
const actor = { id: null, name: '东海县教育局' }
const today = '2026-11-27'
const now = `${today} 02:00:00.000`
const header = '学校标识码,日期,项目,活动名称,参与班级数,参与人数,说明'
const held = '2132000001,2026-10-16,武术,武术进校园展演,6,240,县武术协会指导'
const coming = '2132000001,2026-12-31,武术,迎新武术汇演,,,'

afterAll(() => closeReader())

test.each<[object, string | null]>([
  [{}, null],
  [{ title: ' ' }, 'title-missing'],
  [{ isTraditional: false }, 'not-traditional'],
  [{ day: '2027-11-28', classes: null, participants: null }, 'too-far-ahead'],
  [{ participants: null }, 'participants-missing'],
  [{ day: '2026-11-28' }, 'nobody-yet'],
  [{ day: '2026-11-28', classes: null, participants: null }, null],
  [{ note: '联系 13800005678' }, 'personal-number'],
  [{ day: '1999-12-31' }, 'school-not-open'],
])('an event with %j is refused: %s', (given, problem) => {
  const event = {
    day: '2026-10-16',
    title: '武术展演',
    classes: 6,
    participants: 240,
    note: '',
    isTraditional: true,
  }
  const school = { openedOn: '2000-01-01', closedOn: '9999-12-31' }

  expect(eventProblem({ ...event, ...given }, school, today)).toBe(problem)
})

test('a school counts once in each group, its events and people each time', () => {
  const event = { day: '2026-10-16', title: '', classes: null, note: '' }
  const events = [
    { ...event, schoolId: 'S1', participants: 240 },
    { ...event, schoolId: 'S1', participants: 60 },
    { ...event, schoolId: 'S2', participants: null },
  ]

  expect(sharesBy(events, () => 'all')).toEqual([{ key: 'all', events: 3, schools: 2, participants: 300 }])
})

function run(lines: readonly string[], scope: Scope = city) {
  return runImport(place.db, {
    ...{ sheet: 'events', bytes: new TextEncoder().encode([header, ...lines].join('\n')) },
    ...{ fileName: '活动.csv', today, now, scope, actor },
    schoolCode: scope.kind === 'school' ? '2132000001' : null,
    ...{ dryRun: false, skipBadRows: false, withRows: true, locale: 'zh-CN' },
  })
}

const told = async (scope: Scope = city) => {
  const events = await listEvents(place.db, scope, { asOf: today })
  return events.map(event => [event.day, event.title, event.participants])
}

test('a school tells of its events by sheet, mends one, and gets back what was by undo', async () => {
  const { id } = await insertSchool(place.db)
  const school: Scope = { kind: 'school', schoolId: id }
  expect(await run([held, coming], school)).toMatchObject({ status: 'committed', counts: { new: 2 } })
  expect((await run([held, coming], school)).counts).toMatchObject({ unchanged: 2 })
  const mended = await run([held.replace('240', '260'), coming], school)
  expect(mended.counts).toMatchObject({ changed: 1, unchanged: 1 })
  expect(await told()).toContainEqual(['2026-10-16', '武术进校园展演', 260])

  const undone = await undoImport(place.db, { id: mended.import ?? '', scope: school, actor, today })

  expect(undone).toEqual({ ok: true })
  expect(await told()).toEqual([
    ['2026-12-31', '迎新武术汇演', null],
    ['2026-10-16', '武术进校园展演', 240],
  ])
})

test.each<[string, string[], string, string]>([
  [
    'a sport that is not traditional',
    [held.replace('武术,武术', '足球,足球')],
    'C2',
    'event.not-traditional',
  ],
  ['people at an event to come', [coming.replace(',,,', ',6,240,')], 'F2', 'event.nobody-yet'],
  ['an event that was held by nobody', [held.replace(',6,240,', ',,,')], 'F2', 'event.participants-missing'],
  ['one event twice', [held, held.replace('240', '260')], 'B2', 'event.twice'],
])('%s is refused at its cell, and nothing is entered', async (_what, lines, cell, code) => {
  await insertSchool(place.db)

  const result = await run(lines)

  expect(result.problems[0]).toMatchObject({ cell, code })
  expect(result.problems[0]?.message).toMatch(/[一-鿿]/)
  expect(await told()).toEqual([])
})

test('the year of a unit is counted by month, sport and unit, and what is to come stands apart', async () => {
  const { id } = await insertSchool(place.db)
  const other = await insertSchool(place.db, { code: '2132000002', unitCode: '320723' })
  await insertAll(place.db, 'campus_event', [
    sampleEvent({ school_id: id, day: '2026-09-10' }),
    sampleEvent({ school_id: id, day: '2026-10-16', participants: 60 }),
    sampleEvent({ school_id: id, day: '2026-12-31', classes: null, participants: null }),
    sampleEvent({ school_id: id, day: '2026-08-31' }),
    sampleEvent({ school_id: other.id, day: '2026-10-20' }),
  ])

  const read = await readEvents(place.db, donghai, { year: 2026, today, locale: 'zh-CN' })

  expect(read.total).toEqual({ events: 2, schools: 1, participants: 300 })
  expect(read.byMonth).toMatchObject([
    { name: '2026-09', events: 1, participants: 240 },
    { name: '2026-10', events: 1, participants: 60 },
  ])
  expect(read.bySport).toMatchObject([{ name: '武术', events: 2 }])
  expect(read.coming.map(event => event.day)).toEqual(['2026-12-31'])
  expect(await told(guanyun)).toEqual([['2026-10-20', '武术进校园展演', 240]])
})
