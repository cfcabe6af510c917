import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import type { Scope } from '#app/auth/scope.ts'
import { verifyRollups } from '#app/features/activity/recompute-rollups.server.ts'
import { schoolDayTotals } from '#app/features/activity/roll-ups.queries.server.ts'
import { decideExemption } from '#app/features/compliance/decide-exemption.server.ts'
import { exportSheet } from '#app/features/imports/export-sheet.server.ts'
import { runImport } from '#app/features/imports/run-import.server.ts'
import { undoImport } from '#app/features/imports/undo-import.server.ts'
import { closeReader } from '#app/spreadsheet/open-workbook.server.ts'
import { classDay, report } from '#test/features/activity/ledger.ts'
import { useDatabase } from '#test/support/database.ts'
import { insertSchool } from '#test/support/school.ts'
import { wholeOf } from '#test/support/whole-of.ts'

const place = useDatabase()
const today = '2025-09-30'
const by = { id: null, name: '李主任' }
const city: Scope = { kind: 'city' }
const donghai: Scope = { kind: 'unit', unitCode: '320722' }
const code = '2132900001'
let school: { id: string; classes: string[] }
let own: Scope

afterAll(() => closeReader())

beforeEach(async () => {
  school = await insertSchool(place.db, {
    code,
    classes: [
      ['primary', 2023, 1],
      ['primary', 2023, 2],
    ],
  })
  own = { kind: 'school', schoolId: school.id }
  const days = school.classes.map(id => classDay(id, '2025-09-22', 90))
  await report(place.db, school.id, ...days)
})

const head = '学校标识码,年级,班级,起始日期,终止日期,原因,说明\n'

function run(scope: Scope, text: string | Uint8Array, schoolCode: string | null = null) {
  return runImport(place.db, {
    sheet: 'exemptions',
    bytes: typeof text === 'string' ? new TextEncoder().encode(head + text) : text,
    fileName: '豁免.csv',
    today,
    now: '2025-09-30 02:00:00.000',
    scope,
    actor: by,
    schoolCode,
    dryRun: false,
    skipBadRows: false,
    withRows: true,
    locale: 'zh-CN',
  })
}

async function stored() {
  return place.db
    .selectFrom('exemption')
    .select(['grade', 'class_id', 'first_day', 'last_day', 'reason', 'note', 'status', 'decided_by'])
    .orderBy('id')
    .execute()
}

async function reportedOn(day: string): Promise<number> {
  const totals = await schoolDayTotals(place.db, school.id, { from: day, to: day })
  return totals.reduce((sum, one) => sum + one.reported, 0)
}

const wholeSchool = `${code},,,2025-09-22,2025-09-23,台风,停课\n`

describe('who imports', () => {
  test('a school asks: nothing is exempt, and its own code may be left out', async () => {
    const result = await run(own, ',三年级,三(2)班,2025-09-22,2025-09-23,下雨,\n')

    expect(result).toMatchObject({ status: 'committed', problems: [], counts: { new: 1 } })
    expect(await stored()).toMatchObject([
      { grade: 0, class_id: school.classes[1], reason: 'RAIN_SNOW', status: 'requested', decided_by: null },
    ])
    expect(await reportedOn('2025-09-22')).toBe(2)
  })

  test.each([
    ['the unit that administers the school', donghai],
    ['the city', city],
  ])('%s approves, and the roll-up follows', async (_, scope) => {
    await run(scope, `${code},三年级,1班,2025-09-22,2025-09-23,台风,\n`)

    expect(await stored()).toMatchObject([{ status: 'approved', decided_by: '李主任' }])
    expect(await reportedOn('2025-09-22')).toBe(1)
    expect(await verifyRollups(place.db)).toEqual([])
  })

  test('a unit to which the school only counts asks, as on the page', async () => {
    await place.db.updateTable('school_profile').set({ counts_unit_code: '320706' }).execute()

    await run({ kind: 'unit', unitCode: '320706' }, wholeSchool)

    expect(await stored()).toMatchObject([{ status: 'requested' }])
  })

  test('a school that is not theirs is refused to school and unit alike', async () => {
    await insertSchool(place.db, { code: '2132900002', name: '灌云县某小学', unitCode: '320723' })
    const foreign = '2132900002,,,2025-09-22,2025-09-22,台风,\n'

    expect((await run(own, foreign)).problems).toMatchObject([{ code: 'exemption.other-school', cell: 'A2' }])
    expect((await run(donghai, foreign)).problems).toMatchObject([{ code: 'exemption.school-unknown' }])
    expect(await stored()).toEqual([])
  })

  test('what waits is approved by importing it, and what was approved the school no longer changes', async () => {
    await run(own, wholeSchool)
    expect((await run(own, wholeSchool)).counts).toMatchObject({ unchanged: 1 })

    expect((await run(donghai, wholeSchool)).counts).toMatchObject({ changed: 1 })

    expect(await reportedOn('2025-09-22')).toBe(0)
    expect((await run(own, wholeSchool)).counts).toMatchObject({ unchanged: 1 })
    expect((await run(own, `${code},,,2025-09-22,2025-09-23,考试,停课\n`)).problems).toMatchObject([
      { code: 'exemption.decided' },
    ])
    expect(await stored()).toMatchObject([{ reason: 'TYPHOON', status: 'approved' }])
  })
})

test.each([
  ['F2', 'choice.unknown', `${code},,,2025-09-22,2025-09-22,心情,\n`],
  ['G2', 'exemption.note-needed', `${code},,,2025-09-22,2025-09-22,其他,\n`],
  ['E2', 'exemption.days-reversed', `${code},,,2025-09-22,2025-09-21,台风,\n`],
  ['E2', 'exemption.too-many-days', `${code},,,2025-09-22,2026-02-21,台风,\n`],
  ['A2', 'exemption.school-missing', ',,,2025-09-22,2025-09-22,台风,\n'],
  ['B2', 'exemption.grade-unknown', `${code},七年级,,2025-09-22,2025-09-22,台风,\n`],
  ['C2', 'exemption.class-unknown', `${code},三年级,9班,2025-09-22,2025-09-22,台风,\n`],
  ['C2', 'class.grade-differs', `${code},四年级,三(1)班,2025-09-22,2025-09-22,台风,\n`],
  ['C2', 'exemption.one-class', `${code},,三(1)班、三(2)班,2025-09-22,2025-09-22,台风,\n`],
])('a row is refused at %s with %s, in words, and nothing is entered', async (cell, problem, text) => {
  const result = await run(city, text)

  expect(result.status).toBe('refused')
  expect(result.problems).toMatchObject([{ cell, code: problem }])
  expect(result.problems[0]?.message).not.toMatch(/这里有误/)
  expect(await stored()).toEqual([])
})

test('a row said twice is one, and one that contradicts another is refused with it', async () => {
  expect((await run(city, wholeSchool + wholeSchool)).counts).toMatchObject({ new: 1, ignored: 1 })

  const { counts, problems } = await run(city, `${wholeSchool}${code},全校,,2025-09-22,2025-09-23,考试,\n`)

  expect(counts).toMatchObject({ rejected: 2 })
  expect(problems.map(one => one.code)).toEqual(['exemption.twice', 'exemption.twice'])
})

test('an export of the city leaves out what still waits, so that importing it approves nothing', async () => {
  await run(own, wholeSchool)
  await run(city, `${code},三年级,,2025-09-24,2025-09-24,考试,\n`)
  const request = { asOf: today, format: 'csv', locale: 'zh-CN' } as const

  const ofCity = await run(city, await wholeOf(await exportSheet(place.db, city, 'exemptions', request)))
  const ofSchool = await run(own, await wholeOf(await exportSheet(place.db, own, 'exemptions', request)))

  expect(ofCity.counts).toMatchObject({ read: 1, unchanged: 1 })
  expect(ofSchool.counts).toMatchObject({ read: 2, unchanged: 2 })
  expect((await stored()).map(one => one.status)).toEqual(['requested', 'approved'])
})

describe('undoing', () => {
  const undo = (id: string | null, scope: Scope) =>
    undoImport(place.db, { id: id ?? '', scope, actor: by, today })

  test('an approval makes the request wait again, and the roll-up follows', async () => {
    await run(own, wholeSchool)
    const { import: id } = await run(donghai, wholeSchool)

    expect(await undo(id, own)).toEqual({ ok: false, refusal: 'not-yours' })
    expect(await undo(id, donghai)).toEqual({ ok: true })

    expect(await stored()).toMatchObject([{ status: 'requested', decided_by: null }])
    expect(await reportedOn('2025-09-22')).toBe(2)
    expect(await verifyRollups(place.db)).toEqual([])
  })

  test('a request goes, unless it was decided since', async () => {
    const first = await run(own, wholeSchool)
    expect(await undo(first.import, own)).toEqual({ ok: true })
    expect(await stored()).toEqual([])

    const second = await run(own, wholeSchool)
    const { id } = await place.db.selectFrom('exemption').select('id').executeTakeFirstOrThrow()
    await decideExemption(place.db, donghai, by, {
      id,
      decision: 'approved',
      today,
      now: '2025-09-30 03:00:00.000',
    })

    expect(await undo(second.import, own)).toEqual({ ok: false, refusal: 'changed-since' })
    expect(await stored()).toMatchObject([{ status: 'approved' }])
  })
})
