import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Scope } from '#app/auth/scope.ts'
import { addPolicyVersion, type NewPolicy } from '#app/features/activity/add-policy-version.server.ts'
import { changeKinds } from '#app/features/activity/change-kinds.server.ts'
import { listKindSettings, listPolicyVersions } from '#app/features/activity/policies.queries.server.ts'
import { verifyRollups } from '#app/features/activity/recompute-rollups.server.ts'
import { classMinutesOn, schoolDayTotals } from '#app/features/activity/roll-ups.queries.server.ts'
import type { Database } from '#db/tables.ts'
import { insertAll } from '#db/write.server.ts'
import { useDatabase } from '#test/support/database.ts'
import { insertSchool } from '#test/support/school.ts'
import { ledgerRow, report } from './ledger.ts'

const database = useDatabase()
const city: Scope = { kind: 'city' }
const by = { id: null, name: '李主任' }
let kept: { policies: Database['activity_policy'][]; kinds: Database['activity_kind'][] }
let school: { id: string; classes: string[] }

beforeAll(async () => {
  kept = {
    policies: await database.db.selectFrom('activity_policy').selectAll().execute(),
    kinds: await database.db.selectFrom('activity_kind').selectAll().execute(),
  }
})

beforeEach(async () => {
  await database.db.deleteFrom('activity_policy').execute()
  await database.db.deleteFrom('activity_kind').execute()
  await insertAll(database.db, 'activity_policy', kept.policies)
  await insertAll(database.db, 'activity_kind', kept.kinds)
  school = await insertSchool(database.db, { classes: [['primary', 2023, 1]] })
  const classId = school.classes[0] ?? ''
  await report(
    database.db,
    school.id,
    ...['2025-09-01', '2025-09-10'].map(day => ({
      classId,
      day,
      rows: [
        ledgerRow({ classId, day, minutes: 65 }),
        ledgerRow({ classId, day, minutes: 30, kind: 'CLUB' }),
        ledgerRow({ classId, day, minutes: 20, kind: 'EYE_EXERCISE' }),
      ],
    })),
  )
})

const seventy: NewPolicy = {
  stage: '',
  purpose: 'floor',
  minutes: 70,
  validFrom: '2025-09-08',
  validTo: null,
  source: '市教育局',
}

function add(given: Partial<NewPolicy> = {}, scope: Scope = city) {
  return addPolicyVersion(database.db, scope, by, { ...seventy, ...given })
}

async function floorMet(): Promise<number[]> {
  const range = { from: '2025-09-01', to: '2025-09-30' }
  return (await schoolDayTotals(database.db, school.id, range)).map(one => one.floorMet)
}

async function audited(action: string): Promise<number> {
  const rows = await database.db.selectFrom('audit').where('action', '=', action).select('position').execute()
  return rows.length
}

describe('a new version of the minutes', () => {
  test('ends the earlier one on the eve, leaves it as it was, and the figures follow from its day', async () => {
    expect(await floorMet()).toEqual([1, 1])

    expect((await add()).ok).toBe(true)

    const floors = (await listPolicyVersions(database.db)).filter(one => one.purpose === 'floor')
    expect(floors).toMatchObject([
      { minutes: 60, validFrom: '2023-01-01', validTo: '2025-09-07' },
      { minutes: 70, validFrom: '2025-09-08', validTo: '9999-12-31', source: '市教育局' },
    ])
    expect(await floorMet()).toEqual([1, 0])
    expect(await verifyRollups(database.db)).toEqual([])
    expect(await audited('activity-policy.add')).toBe(1)
  })

  test('put before a later one ends on the eve of that', async () => {
    await add()
    await add({ minutes: 50, validFrom: '2025-09-03' })

    const floors = (await listPolicyVersions(database.db)).filter(one => one.purpose === 'floor')
    expect(floors.map(one => [one.minutes, one.validFrom, one.validTo])).toEqual([
      [60, '2023-01-01', '2025-09-02'],
      [50, '2025-09-03', '2025-09-07'],
      [70, '2025-09-08', '9999-12-31'],
    ])
    expect(await verifyRollups(database.db)).toEqual([])
  })

  test('of one stage may end, and then the one for every stage holds again', async () => {
    await add({ stage: 'primary', validFrom: '2025-09-01', validTo: '2025-09-05' })

    expect(await floorMet()).toEqual([0, 1])
    expect(await verifyRollups(database.db)).toEqual([])
  })

  test.each([
    ['date-taken', { validFrom: '2023-01-01' }],
    ['ends-before-start', { stage: 'primary' as const, validTo: '2025-09-07' }],
    ['floor-needs-rule', { validTo: '2025-12-31' }],
    ['target-below-floor', { minutes: 130 }],
    ['target-below-floor', { stage: 'junior' as const, purpose: 'target' as const, minutes: 30 }],
  ])('is refused: %s', async (refusal, given) => {
    expect(await add(given)).toEqual({ ok: false, refusal })
    expect(await listPolicyVersions(database.db)).toHaveLength(3)
    expect(await audited('activity-policy.add')).toBe(0)
  })

  test('is the city’s to make', async () => {
    expect(await add({}, { kind: 'unit', unitCode: '320722' })).toEqual({ ok: false, refusal: 'not-allowed' })
  })
})

describe('the kinds that count', () => {
  const standing = async () =>
    (await listKindSettings(database.db)).filter(one => one.counts).map(one => one.kind)
  const change = (kinds: string[], scope: Scope = city) => changeKinds(database.db, scope, by, kinds)
  const minutes = async () =>
    (await classMinutesOn(database.db, school.id, ['2025-09-01'])).map(one => one.minutes)

  test('are exactly those given, and every day’s minutes follow', async () => {
    expect(await minutes()).toEqual([65])

    expect(await change([...(await standing()), 'CLUB'])).toEqual({ ok: true, changed: ['CLUB'] })

    expect(await minutes()).toEqual([95])
    expect(await verifyRollups(database.db)).toEqual([])
    expect(await audited('activity-kind.change')).toBe(1)
  })

  test('said again change nothing and leave no trace', async () => {
    expect(await change(await standing())).toEqual({ ok: true, changed: [] })
    expect(await audited('activity-kind.change')).toBe(0)
  })

  test.each([
    ['never-counts', ['PE_LESSON', 'EYE_EXERCISE']],
    ['never-counts', ['HOME_EXERCISE']],
    ['kind-unknown', ['NAP']],
    ['none-left', []],
  ])('are refused: %s %j', async (refusal, kinds) => {
    const before = await standing()

    expect(await change(kinds)).toEqual({ ok: false, refusal })
    expect(await standing()).toEqual(before)
  })

  test('are the city’s to say', async () => {
    const unit: Scope = { kind: 'unit', unitCode: '320722' }

    expect(await change(['PE_LESSON'], unit)).toEqual({ ok: false, refusal: 'not-allowed' })
  })
})
