import { beforeEach, expect, test } from 'vitest'
import type { Scope } from '#app/auth/scope.ts'
import { forgetAnswers } from '#app/features/audit/remember.server.ts'
import { addCountRule } from '#app/features/designation/add-count-rule.server.ts'
import { endTitle, liftSuspension, suspendTitle } from '#app/features/designation/end-title.server.ts'
import { readProgress } from '#app/features/designation/read-progress.server.ts'
import { readTitles } from '#app/features/designation/read-titles.server.ts'
import { TitleSearch } from '#app/features/designation/title-search.ts'
import { stateOf } from '#app/features/designation/title-state.rule.ts'
import { sampleDesignation } from '#db/samples.ts'
import type { Database } from '#db/tables.ts'
import { insertAll } from '#db/write.server.ts'
import { ledgerRow, report } from '#test/features/activity/ledger.ts'
import { useDatabase } from '#test/support/database.ts'
import { insertSchool } from '#test/support/school.ts'

const place = useDatabase()
const city: Scope = { kind: 'city' }
const donghai: Scope = { kind: 'unit', unitCode: '320722' }
const by = { id: null, name: '市教育局' }
/** A Monday; the 20 school days before and with it begin on 9 September. */
const today = '2025-10-13'
const decided = { reason: '一年没有训练', document: '连教体〔2025〕9号', today }
let schoolId: string
let classId: string

beforeEach(async () => {
  const school = await insertSchool(place.db, { classes: [['primary', 2023, 1]] })
  schoolId = school.id
  classId = school.classes[0] ?? ''
})

async function named(given: Partial<Database['designation']> = {}): Promise<string> {
  const row = sampleDesignation({ school_id: schoolId, ...given })
  await insertAll(place.db, 'designation', [row])
  return row.id
}

async function logged(day: string, kind: 'PE_LESSON' | 'TEAM_TRAINING' = 'PE_LESSON') {
  const row = ledgerRow({ classId, day, minutes: 40, kind, sportCode: 'football' })
  await report(place.db, schoolId, { classId, day, rows: [row] })
}

async function progress(scope = city, day = today) {
  // What the tests write beside the commands leaves no trace in the audit.
  forgetAnswers(place.db)
  const read = await readProgress(place.db, scope, day)
  if (read === null) throw new Error('There is no rule')
  return read
}

async function states() {
  return (await progress()).titles.map(title => stateOf(title, today))
}

test('the count is of the day that is asked for', async () => {
  await named()
  await named({ sport_code: 'wushu', valid_to: '2025-10-12' })

  expect(await progress()).toMatchObject({
    schools: 1,
    rule: { target: 100, leastLevel: 'CITY' },
    byUnit: [{ key: '320722', schools: 1 }],
    bySport: [{ key: 'football', schools: 1 }],
    byStage: [{ key: 'primary', schools: 1 }],
  })
  expect((await progress(city, '2025-10-12')).bySport).toHaveLength(2)
  expect((await progress(city, '2024-08-31')).schools).toBe(0)
})

test('a title lives while its sport is logged and its team trains; each that is missing is told', async () => {
  await named()
  expect((await progress()).titles[0]?.why).toEqual([{ code: 'no-logs' }, { code: 'no-team', days: 0 }])
  for (const day of ['2025-10-09', '2025-10-10', '2025-10-13']) await logged(day)
  expect((await progress()).titles[0]?.why).toEqual([
    { code: 'few-logs', days: 3 },
    { code: 'no-team', days: 0 },
  ])
  expect(await progress()).toMatchObject({ schools: 1, livingSchools: 0 })

  await logged('2025-09-30', 'TEAM_TRAINING')

  expect(await progress()).toMatchObject({ schools: 1, livingSchools: 1 })
  expect(await states()).toEqual(['living'])
})

test('what was logged before the last twenty school days does not make a title live', async () => {
  await named()
  for (const day of ['2025-09-01', '2025-09-02', '2025-09-03', '2025-09-04'])
    await logged(day, 'TEAM_TRAINING')

  expect((await progress()).titles[0]?.why).toEqual([{ code: 'no-logs' }, { code: 'no-team', days: 0 }])
})

test('a suspended title leaves the count from its day on, and comes back when it is resumed', async () => {
  const id = await named()
  const days = { from: '2025-10-10', until: null, now: `${today} 02:00:00.000` }
  expect(await suspendTitle(place.db, city, by, { id, ...decided, ...days })).toEqual({ ok: true })
  expect(await suspendTitle(place.db, city, by, { id, ...decided, ...days })).toEqual({
    ok: false,
    refusal: 'suspended-already',
  })
  expect(await states()).toEqual(['suspended'])
  expect((await progress(city, '2025-10-09')).schools).toBe(1)

  expect(await liftSuspension(place.db, city, by, { id, ...decided, from: '2025-10-13' })).toEqual({
    ok: true,
  })

  expect((await progress()).schools).toBe(1)
  expect((await progress(city, '2025-10-12')).schools).toBe(0)
  const audited = await place.db.selectFrom('audit').select('action').orderBy('position').execute()
  expect(audited.map(one => one.action)).toEqual(['designation.suspend', 'designation.resume'])
})

test('a title is ended once, with reason and document, and counted until the eve', async () => {
  const id = await named()
  const end = (given: object = {}) =>
    endTitle(place.db, city, by, { id, ...decided, kind: 'REVOKED', from: '2025-10-13', ...given })
  expect(await end({ reason: ' ' })).toEqual({ ok: false, refusal: 'reason-needed' })
  expect(await end({ document: '' })).toEqual({ ok: false, refusal: 'document-needed' })
  expect(await end({ reason: '联系 13800005678' })).toEqual({ ok: false, refusal: 'holds-number' })
  expect(await end({ from: '2024-08-31' })).toEqual({ ok: false, refusal: 'before-its-start' })
  expect(await end({ from: '2028-09-01' })).toEqual({ ok: false, refusal: 'after-its-end' })

  expect(await end()).toEqual({ ok: true })

  expect(await states()).toEqual(['REVOKED'])
  expect((await progress(city, '2025-10-12')).schools).toBe(1)
  expect(await end()).toEqual({ ok: false, refusal: 'ended-already' })
})

test('a unit sees its own titles, and decides on those that it named', async () => {
  const id = await named()
  const own = await named({ level: 'COUNTY' })
  const foreign = await insertSchool(place.db, { code: '2132000002', unitCode: '320723' })
  const other = await named({ school_id: foreign.id })

  expect((await progress(donghai)).titles.map(title => title.id).sort()).toEqual([id, own].sort())
  const end = (which: string) =>
    endTitle(place.db, donghai, by, { id: which, ...decided, kind: 'ENDED', from: today })
  expect(await end(id)).toEqual({ ok: false, refusal: 'not-allowed' })
  expect(await end(other)).toEqual({ ok: false, refusal: 'not-found' })
  expect(await end(own)).toEqual({ ok: true })
})

test('what counts is a switch with its day: earlier figures keep their rule', async () => {
  await named({ level: 'COUNTY' })
  expect((await progress()).schools).toBe(0)
  const rule = {
    validFrom: today,
    leastLevel: 'COUNTY',
    target: 120,
    teamDays: 0,
    source: '市教育局',
  } as const

  expect(await addCountRule(place.db, donghai, by, rule)).toEqual({ ok: false, refusal: 'not-allowed' })
  expect(await addCountRule(place.db, city, by, rule)).toEqual({ ok: true })
  expect(await addCountRule(place.db, city, by, rule)).toEqual({ ok: false, refusal: 'date-taken' })

  expect(await progress()).toMatchObject({ schools: 1, rule: { target: 120 } })
  expect(await progress(city, '2025-10-12')).toMatchObject({ schools: 0, rule: { target: 100 } })
  await place.db.deleteFrom('designation_rule').where('valid_from', '=', today).execute()
})

test('what runs out within a year stands with its day, and the course says what is left', async () => {
  await named({ valid_to: '2026-08-31' })

  const read = await progress()

  expect(read.leaving).toMatchObject([{ validTo: '2026-08-31' }])
  const at = (day: string) => read.trajectory.find(point => point.day === day)?.schools
  expect([at('2024-10-01'), at(today), at('2026-08-01'), at('2026-09-01')]).toEqual([1, 1, 1, 0])
})

test('the list shows those that hold, those that run out within a year, or all, a page at a time', async () => {
  await named({ valid_to: '2026-08-31' })
  await named({ sport_code: 'wushu', valid_to: '2025-10-12' })
  const lines = async (search: object) => {
    const asked = { asOf: today, locale: 'zh-CN' as const, search: TitleSearch.parse(search) }
    const read = await readTitles(place.db, city, asked)
    return read?.lines.map(line => [line.sportName, line.state])
  }

  expect(await lines({})).toEqual([['足球', 'paper']])
  expect(await lines({ which: 'leaving' })).toEqual([['足球', 'paper']])
  expect(await lines({ which: 'all' })).toEqual([
    ['足球', 'paper'],
    ['武术', 'over'],
  ])
  expect(await lines({ which: 'all', sport: 'wushu' })).toEqual([['武术', 'over']])
  expect(await lines({ unit: '320723' })).toEqual([])
  expect(await lines({ page: '2' })).toEqual([])
})
