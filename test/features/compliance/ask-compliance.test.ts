import { describe, expect, test } from 'vitest'
import type { Scope } from '#app/auth/scope.ts'
import { complianceBySchool } from '#app/features/compliance/ask-compliance.server.ts'
import { sumOf } from '#app/features/compliance/compliance.rule.ts'
import { sampleClass, sampleExemption } from '#db/samples.ts'
import { insertAll } from '#db/write.server.ts'
import { classDay, report } from '#test/features/activity/ledger.ts'
import { useDatabase } from '#test/support/database.ts'
import { insertSchool } from '#test/support/school.ts'

const database = useDatabase()
const city: Scope = { kind: 'city' }
const september = { from: '2025-09-01', to: '2025-09-30' }

async function figures(
  asked: { from: string; to: string; schoolId?: string; unitCode?: string },
  scope = city,
) {
  return sumOf((await complianceBySchool(database.db, scope, asked)).map(one => one.classDays))
}

async function twoClasses(given: { code?: string; unitCode?: string } = {}) {
  const { id, classes } = await insertSchool(database.db, {
    ...given,
    classes: [
      ['primary', 2023, 1],
      ['primary', 2024, 1],
    ],
  })
  return { id, classes: classes as [string, string] }
}

describe('what is expected', () => {
  test('classes times the 23 school days of September 2025, all missing without a report', async () => {
    await twoClasses()

    expect(await figures(september)).toEqual({
      expected: 46,
      exempt: 0,
      reported: 0,
      floorMet: 0,
      targetMet: 0,
      missing: 46,
    })
  })

  test('a class is expected only while it is on the roster', async () => {
    const { id } = await insertSchool(database.db)
    await insertAll(database.db, 'school_class', [
      sampleClass({ school_id: id, valid_to: '2025-09-05' }),
      sampleClass({ school_id: id, class_no: 2, valid_from: '2025-09-29' }),
    ])

    expect((await figures(september)).expected).toBe(5 + 2)
  })

  test('a class that has finished its stage is expected no more', async () => {
    await insertSchool(database.db, { stages: ['junior'], classes: [['junior', 2022, 1]] })

    expect((await figures({ from: '2025-06-30', to: '2025-09-01' })).expected).toBe(1)
  })

  test('a school that closes during the month is expected until the day before', async () => {
    await insertSchool(database.db, { closedOn: '2025-09-04', classes: [['primary', 2023, 1]] })

    expect((await figures(september)).expected).toBe(3)
  })

  test('a suspended day of one school, or an exam of one stage in a unit, is not expected there', async () => {
    const { id } = await twoClasses()
    await insertSchool(database.db, {
      code: '2132000002',
      stages: ['junior'],
      classes: [['junior', 2023, 1]],
    })
    await insertAll(database.db, 'calendar_entry', [
      { scope: id, stage: '', day: '2025-09-01', kind: 'suspended', follows_weekday: null, note: '' },
      { scope: '320722', stage: 'junior', day: '2025-09-02', kind: 'exam', follows_weekday: null, note: '' },
    ])

    const schools = await complianceBySchool(database.db, city, september)

    expect(schools.map(one => one.classDays.expected)).toEqual([44, 22])
    await database.db.deleteFrom('calendar_entry').where('scope', '!=', 'national').execute()
  })
})

describe('what was reported', () => {
  test('90 minutes and then 30 are one compliant class-day of two', async () => {
    const { id, classes } = await twoClasses()

    await report(
      database.db,
      id,
      classDay(classes[0], '2025-09-01', 90),
      classDay(classes[0], '2025-09-02', 30),
    )

    expect(await figures({ from: '2025-09-01', to: '2025-09-02' })).toEqual({
      expected: 4,
      exempt: 0,
      reported: 2,
      floorMet: 1,
      targetMet: 0,
      missing: 2,
    })
  })

  test('a report for a weekend or a holiday counts nowhere', async () => {
    const { id, classes } = await twoClasses()

    await report(
      database.db,
      id,
      classDay(classes[0], '2025-09-06', 90),
      classDay(classes[0], '2025-10-01', 90),
    )

    expect(await figures({ from: '2025-09-01', to: '2025-10-08' })).toMatchObject({
      reported: 0,
      floorMet: 0,
    })
  })

  test('a report for a day that the calendar later suspends counts no more, and again when it is taken back', async () => {
    const { id, classes } = await twoClasses()
    await report(database.db, id, classDay(classes[0], '2025-09-01', 90))
    const suspended = { scope: id, stage: '' as const, day: '2025-09-01', kind: 'suspended' as const }
    await insertAll(database.db, 'calendar_entry', [{ ...suspended, follows_weekday: null, note: '' }])

    expect(await figures(september)).toMatchObject({ expected: 44, reported: 0 })
    await database.db.deleteFrom('calendar_entry').where('scope', '=', id).execute()
    expect(await figures(september)).toMatchObject({ expected: 46, reported: 1, missing: 45 })
  })

  test('before the target came into force nothing meets it', async () => {
    const { id, classes } = await twoClasses()

    await report(
      database.db,
      id,
      classDay(classes[0], '2025-01-06', 130),
      classDay(classes[0], '2025-02-17', 130),
    )

    expect(await figures({ from: '2025-01-06', to: '2025-02-17' })).toMatchObject({
      floorMet: 2,
      targetMet: 1,
    })
  })
})

describe('exemptions', () => {
  test('an approved one leaves the denominator; one covered twice counts once', async () => {
    const { id, classes } = await twoClasses()
    await insertAll(database.db, 'exemption', [
      sampleExemption({
        school_id: id,
        class_id: classes[0],
        first_day: '2025-09-04',
        last_day: '2025-09-08',
      }),
      sampleExemption({ school_id: id, grade: 3, first_day: '2025-09-08', last_day: '2025-09-09' }),
      sampleExemption({
        school_id: id,
        status: 'requested',
        first_day: '2025-09-15',
        last_day: '2025-09-15',
      }),
      sampleExemption({ school_id: id, status: 'rejected', first_day: '2025-09-16', last_day: '2025-09-16' }),
    ])

    await report(
      database.db,
      id,
      classDay(classes[0], '2025-09-08', 90),
      classDay(classes[1], '2025-09-08', 90),
    )

    expect(await figures(september)).toEqual({
      expected: 46,
      exempt: 4,
      reported: 1,
      floorMet: 1,
      targetMet: 0,
      missing: 41,
    })
  })
})

describe('whose figures', () => {
  test('every scope sees its own schools and no other', async () => {
    const donghai = await twoClasses()
    const haizhou = await twoClasses({ code: '2132000002', unitCode: '320706' })
    const seen = async (scope: Scope) =>
      (await complianceBySchool(database.db, scope, september)).map(one => one.school.id)

    expect(await seen(city)).toEqual([haizhou.id, donghai.id])
    expect(await seen({ kind: 'unit', unitCode: '320706' })).toEqual([haizhou.id])
    expect(await seen({ kind: 'school', schoolId: donghai.id })).toEqual([donghai.id])
    expect(await seen({ kind: 'nothing' })).toEqual([])
  })

  test('a unit asked for outside the scope is empty', async () => {
    await twoClasses()

    const scope: Scope = { kind: 'unit', unitCode: '320706' }
    expect((await figures({ ...september, unitCode: '320722' }, scope)).expected).toBe(0)
  })

  test('the sum over the schools is the sum over the units', async () => {
    await twoClasses()
    await twoClasses({ code: '2132000002', unitCode: '320706' })

    const units = [
      await figures({ ...september, unitCode: '320722' }),
      await figures({ ...september, unitCode: '320706' }),
    ]
    expect(sumOf(units)).toEqual(await figures(september))
  })
})
