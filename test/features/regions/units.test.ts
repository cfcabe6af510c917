import { afterEach, describe, expect, test } from 'vitest'
import { changeObligation } from '#app/features/regions/change-obligation.server.ts'
import { isObliged, obligationFrom } from '#app/features/regions/obligation.rule.ts'
import { findUnit, listVisibleUnits, resolveUnit } from '#app/features/regions/units.queries.server.ts'
import { useDatabase } from '#test/support/database.ts'

const place = useDatabase()
const by = { id: null, name: 'tester' }

test('a unit is known by code, name, short name and former name', async () => {
  for (const name of ['320707', '赣榆区', '赣榆', '赣榆县', '320721', '连云港市赣榆区'])
    expect((await resolveUnit(place.db, name))?.code).toBe('320707')
  expect(await resolveUnit(place.db, '海门区')).toBeUndefined()
})

test('an officer sees one unit, the city all, a school none', async () => {
  expect(await listVisibleUnits(place.db, { kind: 'city' })).toHaveLength(11)
  expect(
    (await listVisibleUnits(place.db, { kind: 'unit', unitCode: '320722' })).map(unit => unit.code),
  ).toEqual(['320722'])
  expect(await listVisibleUnits(place.db, { kind: 'school', schoolId: 'S1' })).toEqual([])
})

describe('who carries the plan', () => {
  afterEach(async () => {
    await place.db
      .updateTable('unit')
      .set({ obliged_from: null, obliged_to: null })
      .where('code', '=', '320771')
      .execute()
  })

  test('is decided from a day on, audited, and earlier days stay', async () => {
    const change = (obliged: boolean, from: string) =>
      changeObligation(place.db, by, { unitCode: '320771', obliged, from })

    expect(await change(true, '2025-01-01')).toEqual({ ok: true })
    expect(await change(true, '2025-06-01')).toEqual({ ok: false, refusal: 'already-so' })
    expect(await change(false, '2026-01-01')).toEqual({ ok: true })

    const zone = await findUnit(place.db, '320771')
    expect(
      ['2024-12-31', '2025-01-01', '2025-12-31', '2026-01-01'].map(day => isObliged(zone!, day)),
    ).toEqual([false, true, true, false])
    expect(
      await place.db.selectFrom('audit').select(['action', 'unit_code']).orderBy('position').execute(),
    ).toEqual([
      { action: 'unit.oblige', unit_code: '320771' },
      { action: 'unit.release', unit_code: '320771' },
    ])
    expect(
      await changeObligation(place.db, by, { unitCode: '1', obliged: true, from: '2025-01-01' }),
    ).toEqual({
      ok: false,
      refusal: 'not-found',
    })
  })

  test('taken up again without a gap is one stretch of days', () => {
    const unit = { obligedFrom: '2021-10-22', obligedTo: '2024-12-31' }

    expect(obligationFrom(unit, { obliged: true, from: '2025-01-01' })).toEqual({
      ok: true,
      after: { obligedFrom: '2021-10-22', obligedTo: '9999-12-31' },
    })
  })
})
