import { afterEach, describe, expect, test } from 'vitest'
import { coverageRecords } from '#app/features/program/coverage.sheet.ts'
import { explainCoverage } from '#app/features/program/explain-coverage.server.ts'
import { readCoverage } from '#app/features/program/read-coverage.server.ts'
import { sampleProfile } from '#db/samples.ts'
import type { Stage } from '#db/tables.ts'
import { insertAll } from '#db/write.server.ts'
import { useDatabase } from '#test/support/database.ts'
import { insertMetSport, insertPlaced } from './city.ts'

const place = useDatabase()
const city = { kind: 'city' } as const
const asOf = '2025-10-15'

async function have(stage: Stage, given: { unitCode?: string; asOf?: string; sport?: string } = {}) {
  const { unitCode = '320722', sport = 'football' } = given
  const report = await readCoverage(place.db, city, { asOf: given.asOf ?? asOf, unitCode })
  return report?.units[0]?.sports.find(one => one.code === sport)?.stages[stage].have
}

describe('the city', () => {
  test('lists the units that carry the plan in code order, with what they lack', async () => {
    await insertMetSport(place.db, '320722', 'football')

    const report = await readCoverage(place.db, city, { asOf })

    expect(report?.units.map(unit => [unit.code, unit.sportsMet, unit.gap])).toEqual([
      ['320703', 0, 45],
      ['320706', 0, 45],
      ['320707', 0, 45],
      ['320722', 1, 36],
      ['320723', 0, 45],
      ['320724', 0, 45],
    ])
    expect(report).toMatchObject({ unitsMet: 0, unitsObliged: 6, others: [] })
  })

  test('names apart the units with placements that do not carry the plan', async () => {
    await insertPlaced(place.db, { unitCode: '320771' }, [['football', 'primary']])

    const report = await readCoverage(place.db, city, { asOf })

    expect(report?.units).toHaveLength(6)
    expect(report?.others.map(unit => unit.code)).toEqual(['320771'])
    const words = { total: '合计', met: '达标', short: '未达标' }
    const [other] = coverageRecords(report!, 'zh-CN', words).filter(row => row.unitCode === '320771')
    expect(other).toMatchObject({ sport: '合计', verdict: null, sportsLiving: 0 })
  })

  test('has no coverage before the plan began', async () => {
    expect(await readCoverage(place.db, city, { asOf: '2021-10-21' })).toBeNull()
    expect(await readCoverage(place.db, city, { asOf: '2021-10-22' })).not.toBeNull()
  })
})

describe('who sees what', () => {
  test('an officer of 东海县 never sees 灌云县, nor a placement of it', async () => {
    await insertPlaced(place.db, { unitCode: '320722' }, [['football', 'primary']])
    await insertPlaced(place.db, { unitCode: '320723' }, [['tennis', 'primary']])
    const donghai = { kind: 'unit', unitCode: '320722' } as const

    const report = await readCoverage(place.db, donghai, { asOf })
    const foreign = await readCoverage(place.db, donghai, { asOf, unitCode: '320723' })

    expect([...report!.units, ...report!.others].map(unit => unit.code)).toEqual(['320722'])
    expect(report?.units[0]?.sports.map(sport => sport.code)).toEqual(['football'])
    expect(foreign?.units).toEqual([])
    expect(
      await explainCoverage(place.db, donghai, {
        asOf,
        unitCode: '320723',
        sport: 'tennis',
        seesChecks: true,
      }),
    ).toBeNull()
  })

  test('a unit sees the same figures of itself as the city sees of it', async () => {
    await insertMetSport(place.db, '320722', 'football')
    await insertPlaced(place.db, { unitCode: '3207SZ', countsUnitCode: '320722' }, [['wushu', 'primary']])

    const byCity = await readCoverage(place.db, city, { asOf, unitCode: '320722' })
    const byUnit = await readCoverage(place.db, { kind: 'unit', unitCode: '320722' }, { asOf })

    expect(byUnit?.units).toEqual(byCity?.units)
    expect(byUnit?.units[0]?.sports.map(sport => sport.code)).toEqual(['football', 'wushu'])
  })

  test('a school and nobody see no unit', async () => {
    const { id } = await insertPlaced(place.db, {}, [['football', 'primary']])

    expect((await readCoverage(place.db, { kind: 'school', schoolId: id }, { asOf }))?.units).toEqual([])
    expect((await readCoverage(place.db, { kind: 'nothing' }, { asOf }))?.units).toEqual([])
  })
})

describe('as of a day', () => {
  test('a placement counts from its first to its last day', async () => {
    await insertPlaced(place.db, {}, [
      ['football', 'primary', { valid_from: '2025-03-01', valid_to: '2025-10-15' }],
    ])

    expect(await have('primary', { asOf: '2025-02-28' })).toBeUndefined()
    expect(await have('primary', { asOf: '2025-03-01' })).toBe(1)
    expect(await have('primary', { asOf: '2025-10-15' })).toBe(1)
    expect(await have('primary', { asOf: '2025-10-16' })).toBeUndefined()
  })

  test('a school that closes tomorrow counts today', async () => {
    await insertPlaced(place.db, { closedOn: '2025-10-16' }, [['football', 'primary']])

    expect(await have('primary', { asOf: '2025-10-15' })).toBe(1)
    expect(await have('primary', { asOf: '2025-10-16' })).toBe(0)
  })

  test('a school that is renamed and moved counts where it stood on the day', async () => {
    const { id } = await insertPlaced(place.db, { code: '2132000001' }, [['football', 'primary']])
    await place.db
      .updateTable('school_profile')
      .set({ valid_to: '2025-08-31' })
      .where('school_id', '=', id)
      .execute()
    await insertAll(place.db, 'school_profile', [
      sampleProfile({ school_id: id, valid_from: '2025-09-01', name: '灌云新校', unit_code: '320723' }),
    ])

    expect(await have('primary', { asOf: '2025-08-31' })).toBe(1)
    expect(await have('primary', { asOf: '2025-09-01' })).toBeUndefined()
    expect(await have('primary', { asOf: '2025-09-01', unitCode: '320723' })).toBe(1)
  })

  test('a school counts while it runs the stage', async () => {
    const { id } = await insertPlaced(place.db, { type: '312', stages: ['primary', 'junior'] }, [
      ['football', 'primary'],
      ['football', 'junior'],
    ])
    await place.db
      .updateTable('school_stage')
      .set({ valid_to: '2025-08-31' })
      .where('school_id', '=', id)
      .where('stage', '=', 'junior')
      .execute()

    expect([await have('primary'), await have('junior')]).toEqual([1, 0])
    expect(await have('junior', { asOf: '2025-08-31' })).toBe(1)
  })
})

describe('what counts', () => {
  test('a nine-year school counts as primary and as junior', async () => {
    await insertPlaced(place.db, { type: '312', stages: ['primary', 'junior'] }, [
      ['football', 'primary'],
      ['football', 'junior'],
    ])

    expect([await have('primary'), await have('junior'), await have('senior')]).toEqual([1, 1, 0])
  })

  test('a teaching point counts as its parent, once, and is explained', async () => {
    const parent = await insertPlaced(place.db, { name: '中心小学' }, [['football', 'primary']])
    const point = await insertPlaced(place.db, { name: '教学点', type: '218' }, [
      ['football', 'primary'],
      ['tennis', 'primary'],
    ])
    await place.db.updateTable('school').set({ parent_id: parent.id }).where('id', '=', point.id).execute()

    expect(await have('primary')).toBe(1)
    expect(await have('primary', { sport: 'tennis' })).toBe(1)
    const football = await explainCoverage(place.db, city, {
      asOf,
      unitCode: '320722',
      sport: 'football',
      seesChecks: true,
    })
    const tennis = await explainCoverage(place.db, city, {
      asOf,
      unitCode: '320722',
      sport: 'tennis',
      seesChecks: true,
    })
    expect(football?.placements.map(one => [one.name, one.whyNot])).toEqual([
      ['中心小学', null],
      ['教学点', 'counted-already'],
    ])
    expect(tennis?.placements).toMatchObject([{ parentName: '中心小学', countsAsParent: true, whyNot: null }])
  })

  test('every placement is told why it does not count', async () => {
    await insertPlaced(place.db, { code: '2130000901', closedOn: '2025-01-01' }, [['football', 'primary']])
    await insertPlaced(place.db, { code: '2130000902' }, [
      ['football', 'primary', { valid_to: '2025-01-01' }],
    ])
    await insertPlaced(place.db, { code: '2130000903' }, [
      ['football', 'primary', { valid_from: '2026-01-01' }],
    ])
    await insertPlaced(place.db, { code: '2130000904', type: '514' }, [['football', 'primary']])

    const explained = await explainCoverage(place.db, city, {
      asOf,
      unitCode: '320722',
      sport: 'football',
      seesChecks: true,
    })

    expect(explained?.placements.map(one => one.whyNot)).toEqual([
      'school-closed',
      'ended',
      'not-yet',
      'type-not-counted',
    ])
  })
})

describe("a unit's own rule", () => {
  afterEach(async () => {
    await place.db.deleteFrom('program_rule').where('unit_code', '<>', '').execute()
  })

  test('sets its needs on its days and changes no other unit', async () => {
    const [own] = await place.db.selectFrom('program_rule').selectAll().execute()
    await insertAll(place.db, 'program_rule', [
      { ...own!, id: 'OWN', unit_code: '320722', valid_from: '2025-01-01', primary_schools: 8 },
    ])

    const gaps = async (day: string) =>
      (await readCoverage(place.db, city, { asOf: day }))?.units.map(unit => unit.gap)

    expect(await gaps('2024-12-31')).toEqual([45, 45, 45, 45, 45, 45])
    expect(await gaps(asOf)).toEqual([45, 45, 45, 55, 45, 45])
  })
})
