import { describe, expect, test } from 'vitest'
import { followRoster } from '#app/features/activity/recompute-school-days.server.ts'
import { changeAlias } from '#app/features/schools/change-aliases.server.ts'
import { changeClass } from '#app/features/schools/change-class.server.ts'
import { changeSchool, factsOf } from '#app/features/schools/change-school.server.ts'
import { listClasses } from '#app/features/schools/classes.queries.server.ts'
import { closeSchool } from '#app/features/schools/close-school.server.ts'
import { createSchool, type NewSchool } from '#app/features/schools/create-school.server.ts'
import { openClass } from '#app/features/schools/open-class.server.ts'
import { profilesOf, stagePeriodsOf } from '#app/features/schools/profiles.queries.server.ts'
import { findSchool, listSchools } from '#app/features/schools/schools.queries.server.ts'
import { useDatabase } from '#test/support/database.ts'
import { insertSchool } from '#test/support/school.ts'

const place = useDatabase()
const city = { kind: 'city' } as const
const donghai = { kind: 'unit', unitCode: '320722' } as const
const guanyun = { kind: 'unit', unitCode: '320723' } as const
const by = { id: null, name: 'tester' }
const today = '2025-10-15'

function newSchool(given: Partial<NewSchool> = {}): NewSchool {
  return {
    code: '2132000010',
    name: '东海县第二试验小学',
    shortName: '二试小',
    type: '211',
    unitCode: '320722',
    countsUnitCode: '320722',
    openedOn: '2020-09-01',
    today,
    stages: ['primary'],
    pupils: 800,
    address: '',
    longitude: null,
    latitude: null,
    parentId: null,
    campusName: null,
    ...given,
  }
}

async function audited() {
  const rows = await place.db.selectFrom('audit').select(['action', 'actor']).orderBy('position').execute()
  return rows.map(row => `${row.actor} ${row.action}`)
}

describe('entering a school', () => {
  test('a unit enters a school of its own and it is audited', async () => {
    const result = await createSchool(place.db, donghai, by, newSchool())

    expect(result.ok).toBe(true)
    expect(await listSchools(place.db, donghai, { asOf: today })).toMatchObject([
      { code: '2132000010', openedOn: '2020-09-01', closedOn: '9999-12-31' },
    ])
    expect(await audited()).toEqual(['tester school.create'])
  })

  test.each([
    ['a school of another unit', guanyun, {}, 'unit-not-yours'],
    [
      'a school that counts elsewhere, unless the city says so',
      donghai,
      { countsUnitCode: '320723' },
      'unit-not-yours',
    ],
    ['a school without a code', city, { code: null }, 'code-missing'],
    ['a code that another school bears', city, { code: '2132000001', name: '别的小学' }, 'code-taken'],
    ['the name of another school of the unit', city, { name: '东海县试验小学' }, 'name-taken'],
  ])('%s is refused and nothing is written', async (_, scope, given, refusal) => {
    await insertSchool(place.db)

    expect(await createSchool(place.db, scope, by, newSchool(given))).toEqual({ ok: false, refusal })

    expect(await listSchools(place.db, city, { asOf: today })).toHaveLength(1)
    expect(await audited()).toEqual([])
  })

  test('a campus may stand without a code of its own', async () => {
    const { id } = await insertSchool(place.db)

    const campus = newSchool({
      code: null,
      name: '东海县试验小学云山校区',
      parentId: id,
      campusName: '云山校区',
    })
    const result = await createSchool(place.db, city, by, campus)

    expect(result.ok).toBe(true)
  })
})

describe('changing a school', () => {
  test('what it was before stands, without gaps or overlaps', async () => {
    const { id } = await insertSchool(place.db)
    const school = await findSchool(place.db, city, id, today)
    const rename = (from: string, name: string) =>
      changeSchool(place.db, city, by, id, { from, facts: { ...factsOf(school!), name } })

    await rename('2025-09-01', '东海县第九小学')
    await rename('2023-09-01', '东海县第八小学')
    await rename('2025-09-01', '东海县第十小学')

    expect(
      (await profilesOf(place.db, id)).map(one => `${one.validFrom} ${one.validTo} ${one.name}`),
    ).toEqual([
      '2000-09-01 2023-08-31 东海县试验小学',
      '2023-09-01 2025-08-31 东海县第八小学',
      '2025-09-01 9999-12-31 东海县第十小学',
    ])
    expect(await audited()).toHaveLength(3)
  })

  test('a voided code is never given to another school', async () => {
    const first = await insertSchool(place.db)
    const second = await insertSchool(place.db, { code: '2132000002', name: '东海县第二小学' })
    const facts = factsOf((await findSchool(place.db, city, first.id, today))!)
    const others = factsOf((await findSchool(place.db, city, second.id, today))!)
    await changeSchool(place.db, city, by, first.id, { from: today, facts: { ...facts, code: '3132000001' } })

    const taken = await changeSchool(place.db, city, by, second.id, {
      from: today,
      facts: { ...others, code: '2132000001' },
    })

    expect(taken).toEqual({ ok: false, refusal: 'code-taken' })
  })

  test('a day before the first profile, a foreign unit and an unknown school are refused', async () => {
    const { id } = await insertSchool(place.db)
    const facts = factsOf((await findSchool(place.db, city, id, today))!)
    const change = (scope: Parameters<typeof changeSchool>[1], from: string, to = facts) =>
      changeSchool(place.db, scope, by, id, { from, facts: { ...to, name: '新名' } })

    expect(await change(city, '1999-01-01')).toEqual({ ok: false, refusal: 'before-first' })
    expect(await change(guanyun, today)).toEqual({ ok: false, refusal: 'not-found' })
    expect(await change(donghai, today, { ...facts, unitCode: '320723' })).toEqual({
      ok: false,
      refusal: 'unit-not-yours',
    })
    expect(await profilesOf(place.db, id)).toHaveLength(1)
  })

  test('new stages begin on the day and dropped ones end the day before', async () => {
    const { id } = await insertSchool(place.db)
    const facts = factsOf((await findSchool(place.db, city, id, today))!)

    await changeSchool(place.db, city, by, id, { from: today, facts, stages: ['junior'] })

    expect(await stagePeriodsOf(place.db, id)).toEqual([
      { stage: 'primary', validFrom: '2000-09-01', validTo: '2025-10-14' },
      { stage: 'junior', validFrom: today, validTo: '9999-12-31' },
    ])
  })

  test('closing, opening again and another name are audited', async () => {
    const { id } = await insertSchool(place.db)

    await closeSchool(place.db, donghai, by, { schoolId: id, closedOn: '2025-09-01', today }, followRoster)
    const closed = await findSchool(place.db, city, id, today)
    await closeSchool(place.db, donghai, by, { schoolId: id, closedOn: null, today }, followRoster)
    await changeAlias(place.db, donghai, by, { schoolId: id, alias: '老试小', change: 'add', today })

    expect(closed?.closedOn).toBe('2025-09-01')
    expect((await findSchool(place.db, city, id, today))?.closedOn).toBe('9999-12-31')
    expect(await listSchools(place.db, city, { asOf: today, search: '老试小' })).toHaveLength(1)
    expect(await audited()).toEqual([
      'tester school.close',
      'tester school.reopen',
      'tester school.alias-add',
    ])
  })
})

describe('classes', () => {
  const given = { stage: 'primary', entryYear: 2023, classNo: 1, pupils: 45, campus: '' } as const

  test('a class is entered once; its key is never given twice', async () => {
    const { id } = await insertSchool(place.db)
    const input = { ...given, schoolId: id, validFrom: '2023-09-01', today }

    expect((await openClass(place.db, donghai, by, input)).ok).toBe(true)
    expect(await openClass(place.db, donghai, by, input)).toEqual({ ok: false, refusal: 'class-taken' })
    expect(await openClass(place.db, donghai, by, { ...input, stage: 'senior' })).toEqual({
      ok: false,
      refusal: 'stage-not-run',
    })
    expect(await openClass(place.db, guanyun, by, input)).toEqual({ ok: false, refusal: 'not-found' })
    expect(await audited()).toEqual(['tester class.open'])
  })

  test('a closed class is gone after its last day and stands before it', async () => {
    const { id, classes } = await insertSchool(place.db, { classes: [['primary', 2023, 1]] })
    const change = { schoolId: id, classId: classes[0]!, pupils: 44, lastDay: '2025-08-31', today }

    expect(await changeClass(place.db, donghai, by, change, followRoster)).toEqual({ ok: true })

    expect(await listClasses(place.db, city, { asOf: '2025-09-01' })).toEqual([])
    expect(await listClasses(place.db, city, { asOf: '2025-08-31' })).toMatchObject([{ pupils: 44 }])
  })
})
