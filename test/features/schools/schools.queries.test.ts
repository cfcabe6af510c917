import { describe, expect, test } from 'vitest'
import { listClasses } from '#app/features/schools/classes.queries.server.ts'
import {
  countSchools,
  findSchool,
  findSchoolByCode,
  listSchools,
  stagesOfSchools,
} from '#app/features/schools/schools.queries.server.ts'
import { sampleProfile } from '#db/samples.ts'
import { insertAll } from '#db/write.server.ts'
import { useDatabase } from '#test/support/database.ts'
import { insertSchool } from '#test/support/school.ts'

const place = useDatabase()
const asOf = '2025-10-15'
const city = { kind: 'city' } as const

async function threeSchools() {
  const donghai = await insertSchool(place.db, { classes: [['primary', 2023, 1]] })
  const guanyun = await insertSchool(place.db, {
    code: '2132000002',
    name: '灌云县试验小学',
    unitCode: '320723',
  })
  const zone = await insertSchool(place.db, {
    code: '3132000003',
    name: '开发区试验中学',
    type: '312',
    unitCode: '320771',
    countsUnitCode: '320723',
    stages: ['junior', 'primary'],
  })
  return { donghai, guanyun, zone }
}

describe('who sees which schools', () => {
  test('the city sees all, a unit its own and those that count to it, a school itself, nobody nothing', async () => {
    const { donghai } = await threeSchools()

    const seen = async (scope: Parameters<typeof listSchools>[1]) =>
      (await listSchools(place.db, scope, { asOf })).map(school => school.code)

    expect(await seen(city)).toEqual(['2132000001', '2132000002', '3132000003'])
    expect(await seen({ kind: 'unit', unitCode: '320722' })).toEqual(['2132000001'])
    expect(await seen({ kind: 'unit', unitCode: '320723' })).toEqual(['2132000002', '3132000003'])
    expect(await seen({ kind: 'unit', unitCode: '320771' })).toEqual(['3132000003'])
    expect(await seen({ kind: 'school', schoolId: donghai.id })).toEqual(['2132000001'])
    expect(await seen({ kind: 'nothing' })).toEqual([])
  })

  test('a school outside the scope is not found, by id or by code', async () => {
    const { donghai, guanyun } = await threeSchools()
    const unit = { kind: 'unit', unitCode: '320723' } as const

    expect(await findSchool(place.db, unit, donghai.id, asOf)).toBeUndefined()
    expect(await findSchoolByCode(place.db, unit, '2132000001', asOf)).toBeUndefined()
    expect((await findSchool(place.db, unit, guanyun.id, asOf))?.name).toBe('灌云县试验小学')
    expect(await listClasses(place.db, unit, { asOf, schoolId: donghai.id })).toEqual([])
  })
})

describe('the list of schools', () => {
  test('is searched by name, former name, alias and code', async () => {
    const { donghai } = await threeSchools()
    await insertAll(place.db, 'school_alias', [{ school_id: donghai.id, alias_key: '东小', alias: '东 小' }])
    const found = async (search: string) =>
      (await listSchools(place.db, city, { asOf, search })).map(school => school.code)

    expect(await found('县试验')).toEqual(['2132000001', '2132000002'])
    expect(await found('东小')).toEqual(['2132000001'])
    expect(await found('3132')).toEqual(['3132000003'])
    expect(await found('100%')).toEqual([])
    expect(await countSchools(place.db, city, { asOf, search: '县试验' })).toBe(2)
  })

  test('shows each school as it was on the day asked for', async () => {
    const { id } = await insertSchool(place.db, { name: '东海县第一小学' })
    await place.db
      .updateTable('school_profile')
      .set({ valid_to: '2024-08-31' })
      .where('school_id', '=', id)
      .execute()
    await insertAll(place.db, 'school_profile', [
      sampleProfile({ school_id: id, valid_from: '2024-09-01', name: '东海县实验小学', code: '2132000009' }),
    ])

    expect((await findSchool(place.db, city, id, '2024-08-31'))?.name).toBe('东海县第一小学')
    expect((await findSchool(place.db, city, id, '2024-09-01'))?.name).toBe('东海县实验小学')
    expect(await findSchoolByCode(place.db, city, '2132000001', '2024-09-01')).toBeUndefined()
    expect(await listSchools(place.db, city, { asOf, search: '第一小学' })).toHaveLength(1)
  })

  test('leaves out closed schools when asked, and filters by unit, stage and type', async () => {
    await threeSchools()
    await insertSchool(place.db, { code: '2132000004', name: '停办小学', closedOn: '2025-09-01' })
    const codes = async (filter: object) =>
      (await listSchools(place.db, city, { asOf, ...filter })).map(school => school.code)

    expect(await codes({ openOnly: true })).not.toContain('2132000004')
    expect(await codes({ stage: 'junior' })).toEqual(['3132000003'])
    expect(await codes({ type: '312' })).toEqual(['3132000003'])
    expect(await codes({ unitCode: '320723' })).toEqual(['2132000002', '3132000003'])
    expect(await codes({ limit: 2, offset: 2 })).toHaveLength(2)
  })

  test('knows the stages of each school in their order', async () => {
    const { zone } = await threeSchools()

    expect((await stagesOfSchools(place.db, city, asOf)).get(zone.id)).toEqual(['primary', 'junior'])
  })
})
