import { afterEach, describe, expect, test } from 'vitest'
import { addPlacement } from '#app/features/program/add-placement.server.ts'
import { addRuleVersion } from '#app/features/program/add-rule-version.server.ts'
import { changePlacement } from '#app/features/program/change-placement.server.ts'
import { endPlacement } from '#app/features/program/end-placement.server.ts'
import { placementsOfSchools } from '#app/features/program/placements.queries.server.ts'
import { listRules } from '#app/features/program/rules.queries.server.ts'
import { useDatabase } from '#test/support/database.ts'
import { insertSchool } from '#test/support/school.ts'
import { sampleRule } from './placed.ts'

const place = useDatabase()
const city = { kind: 'city' } as const
const donghai = { kind: 'unit', unitCode: '320722' } as const
const by = { id: null, name: 'tester' }
const today = '2025-10-15'

function football(schoolId: string) {
  return {
    schoolId,
    sport: 'football',
    stage: 'primary' as const,
    role: 'member' as const,
    validFrom: '2025-09-01',
    validTo: null,
    document: '',
    today,
  }
}

async function placedAt(schoolId: string) {
  const result = await addPlacement(place.db, city, by, football(schoolId))
  if (!result.ok) throw new Error(result.refusal)
  return result.id
}

async function audited() {
  const rows = await place.db.selectFrom('audit').select('action').orderBy('position').execute()
  return rows.map(row => row.action)
}

describe('adding', () => {
  test('places a sport at a school and leaves a trace', async () => {
    const { id } = await insertSchool(place.db)

    expect(await addPlacement(place.db, donghai, by, football(id))).toMatchObject({ ok: true })

    expect(await placementsOfSchools(place.db, [id])).toMatchObject([
      { sport: 'football', validFrom: '2025-09-01', validTo: '9999-12-31' },
    ])
    expect(await audited()).toEqual(['placement.add'])
  })

  test('is refused, and nothing changes, where it cannot stand', async () => {
    const { id } = await insertSchool(place.db, { openedOn: '2020-09-01', closedOn: '2026-07-01' })
    const refusal = async (change: object, scope: Parameters<typeof addPlacement>[1] = city) => {
      const result = await addPlacement(place.db, scope, by, { ...football(id), ...change })
      return result.ok ? null : result.refusal
    }

    expect(await refusal({ schoolId: 'nobody' })).toBe('school-unknown')
    expect(await refusal({}, { kind: 'unit', unitCode: '320723' })).toBe('school-unknown')
    expect(await refusal({}, { kind: 'school', schoolId: id })).toBe('not-allowed')
    expect(await refusal({ sport: 'quidditch' })).toBe('sport-unknown')
    expect(await refusal({ stage: 'junior' })).toBe('stage-not-run')
    expect(await refusal({ validTo: '2025-08-31' })).toBe('ends-before-start')
    expect(await refusal({ validFrom: '2026-07-01' })).toBe('school-not-open')
    expect(await placementsOfSchools(place.db, [id])).toEqual([])
    expect(await audited()).toEqual([])
  })

  test('the same sport and stage never stands twice on one day', async () => {
    const { id } = await insertSchool(place.db)
    const first = await placedAt(id)
    await endPlacement(place.db, city, by, { placementId: first, lastDay: '2025-09-30', today })

    const again = (validFrom: string, more = {}) =>
      addPlacement(place.db, city, by, { ...football(id), validFrom, ...more })

    expect(await again('2025-09-30')).toEqual({ ok: false, refusal: 'overlaps' })
    expect(await again('2025-01-01')).toEqual({ ok: false, refusal: 'overlaps' })
    expect(await again('2025-01-01', { validTo: '2025-08-31' })).toMatchObject({ ok: true })
    expect(await again('2025-10-01')).toMatchObject({ ok: true })
    expect(await again('2025-09-30', { sport: 'tennis' })).toMatchObject({ ok: true })
  })

  test('of two at once exactly one succeeds', async () => {
    const { id } = await insertSchool(place.db)

    const results = await Promise.all(
      ['2025-09-01', '2025-09-02'].map(validFrom =>
        addPlacement(place.db, city, by, { ...football(id), validFrom }),
      ),
    )

    expect(results.filter(result => result.ok)).toHaveLength(1)
    expect(await placementsOfSchools(place.db, [id])).toHaveLength(1)
  })
})

describe('ending', () => {
  test('keeps the placement up to its last day; it may go on again', async () => {
    const { id } = await insertSchool(place.db)
    const placementId = await placedAt(id)

    await endPlacement(place.db, donghai, by, { placementId, lastDay: '2025-10-31', today })
    expect(await placementsOfSchools(place.db, [id])).toMatchObject([{ validTo: '2025-10-31' }])

    await endPlacement(place.db, donghai, by, { placementId, lastDay: null, today })
    expect(await placementsOfSchools(place.db, [id])).toMatchObject([{ validTo: '9999-12-31' }])
    expect(await audited()).toEqual(['placement.add', 'placement.end', 'placement.end'])
  })

  test('never before its first day, into a later placement, or from outside', async () => {
    const { id } = await insertSchool(place.db)
    const placementId = await placedAt(id)
    const end = (lastDay: string | null, scope: Parameters<typeof endPlacement>[1] = city) =>
      endPlacement(place.db, scope, by, { placementId, lastDay, today })

    expect(await end('2025-08-31')).toEqual({ ok: false, refusal: 'ends-before-start' })
    expect(await end('2025-10-31', { kind: 'unit', unitCode: '320723' })).toEqual({
      ok: false,
      refusal: 'not-found',
    })
    await end('2025-09-30')
    await addPlacement(place.db, city, by, { ...football(id), validFrom: '2025-10-01' })
    expect(await end(null)).toEqual({ ok: false, refusal: 'overlaps' })
  })
})

describe('changing', () => {
  const leader = { role: 'leader', document: '连教体〔2025〕3号', today } as const

  test('from a day on leaves what was before', async () => {
    const { id } = await insertSchool(place.db)
    const placementId = await placedAt(id)

    const result = await changePlacement(place.db, donghai, by, {
      placementId,
      from: '2025-10-01',
      ...leader,
    })

    expect(result.ok).toBe(true)
    expect(await placementsOfSchools(place.db, [id])).toMatchObject([
      { id: placementId, role: 'member', validFrom: '2025-09-01', validTo: '2025-09-30', document: '' },
      { role: 'leader', validFrom: '2025-10-01', validTo: '9999-12-31', document: '连教体〔2025〕3号' },
    ])
    expect(await audited()).toEqual(['placement.add', 'placement.change'])
  })

  test('from the first day corrects the placement itself', async () => {
    const { id } = await insertSchool(place.db)
    const placementId = await placedAt(id)

    await changePlacement(place.db, city, by, { placementId, from: '2025-09-01', ...leader })

    expect(await placementsOfSchools(place.db, [id])).toMatchObject([{ id: placementId, role: 'leader' }])
  })

  test('is refused outside its days and outside the scope', async () => {
    const { id } = await insertSchool(place.db)
    const placementId = await placedAt(id)
    const foreign = { kind: 'unit', unitCode: '320723' } as const

    expect(await changePlacement(place.db, city, by, { placementId, from: '2025-08-31', ...leader })).toEqual(
      { ok: false, refusal: 'outside-its-days' },
    )
    expect(
      await changePlacement(place.db, foreign, by, { placementId, from: '2025-10-01', ...leader }),
    ).toEqual({ ok: false, refusal: 'not-found' })
  })
})

describe('a version of the rule', () => {
  afterEach(async () => {
    await place.db.deleteFrom('program_rule').where('valid_from', '<>', '2021-10-22').execute()
    await place.db.updateTable('program_rule').set({ valid_to: '9999-12-31' }).execute()
  })

  const version = (given: object = {}) => ({
    ...sampleRule({ validFrom: '2026-01-01' }),
    validTo: null,
    ...given,
  })

  test('takes over on its day and the earlier one stays for the days before', async () => {
    expect(await addRuleVersion(place.db, city, by, version({ primary: 7 }))).toMatchObject({ ok: true })

    expect((await listRules(place.db)).map(rule => [rule.validFrom, rule.validTo, rule.primary])).toEqual([
      ['2021-10-22', '2025-12-31', 6],
      ['2026-01-01', '9999-12-31', 7],
    ])
    expect(await audited()).toEqual(['program-rule.add'])
  })

  test('is made by the city alone, for a known unit, on a free day', async () => {
    const refusal = async (given: object, scope: Parameters<typeof addRuleVersion>[1] = city) => {
      const result = await addRuleVersion(place.db, scope, by, version(given))
      return result.ok ? null : result.refusal
    }

    expect(await refusal({ unitCode: '320722' }, donghai)).toBe('not-allowed')
    expect(await refusal({ unitCode: '999999' })).toBe('unit-unknown')
    expect(await refusal({ validFrom: '2021-10-22' })).toBe('date-taken')
    expect(await refusal({ validTo: '2026-12-31' })).toBe('city-needs-rule')
    expect(await refusal({ unitCode: '320722', validTo: '2025-12-31' })).toBe('ends-before-start')
    expect(await listRules(place.db)).toHaveLength(1)
  })
})
