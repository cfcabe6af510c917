import { describe, expect, test } from 'vitest'
import type { Scope } from '#app/auth/scope.ts'
import { complianceBySchool } from '#app/features/compliance/ask-compliance.server.ts'
import { classDaysOf } from '#app/features/compliance/class-days.server.ts'
import { lastSchoolDay, silentSchoolsOn } from '#app/features/compliance/silent-schools.server.ts'
import { weekOf } from '#app/features/compliance/week.server.ts'
import { sampleExemption } from '#db/samples.ts'
import { insertAll } from '#db/write.server.ts'
import { classDay, report } from '#test/features/activity/ledger.ts'
import { useDatabase } from '#test/support/database.ts'
import { insertSchool } from '#test/support/school.ts'

const database = useDatabase()
const city: Scope = { kind: 'city' }

async function school() {
  const { id, classes } = await insertSchool(database.db, {
    stages: ['primary', 'senior'],
    classes: [
      ['primary', 2023, 1],
      ['primary', 2023, 2],
      ['senior', 2024, 1],
    ],
  })
  return { id, classes: classes as [string, string, string] }
}

describe('class by class and day by day', () => {
  test('every status shows in its cell, missing without minutes and zero as zero', async () => {
    const { id, classes } = await school()
    await insertAll(database.db, 'exemption', [
      sampleExemption({
        school_id: id,
        class_id: classes[1],
        first_day: '2025-09-24',
        last_day: '2025-09-24',
      }),
    ])
    await report(
      database.db,
      id,
      classDay(classes[0], '2025-09-22', 130),
      classDay(classes[0], '2025-09-23', 60),
      classDay(classes[0], '2025-09-24', 0),
      classDay(classes[0], '2025-09-27', 60),
      classDay(classes[2], '2025-09-22', 130),
    )

    const week = await weekOf(database.db, city, { schoolId: id, today: '2025-09-25' })

    const cells = week?.classes.map(line => line.cells.map(cell => `${cell.status} ${cell.minutes}`))
    expect(week?.days.map(one => one.day)).toEqual([
      '2025-09-22',
      '2025-09-23',
      '2025-09-24',
      '2025-09-25',
      '2025-09-26',
      '2025-09-27',
      '2025-09-28',
    ])
    expect(cells).toEqual([
      [
        'target-met 130',
        'floor-met 60',
        'short 0',
        'missing null',
        'ahead null',
        'not-expected 60',
        'ahead null',
      ],
      [
        'missing null',
        'missing null',
        'exempt null',
        'missing null',
        'ahead null',
        'not-expected null',
        'ahead null',
      ],
      [
        'floor-met 130',
        'missing null',
        'missing null',
        'missing null',
        'ahead null',
        'not-expected null',
        'ahead null',
      ],
    ])
    expect(week?.toFillIn).toEqual([
      { day: '2025-09-22', classes: 1 },
      { day: '2025-09-23', classes: 2 },
      { day: '2025-09-24', classes: 1 },
      { day: '2025-09-25', classes: 3 },
    ])
    expect(week?.shortClasses).toBe(1)
  })

  test('the figures are those of the school-day roll-up', async () => {
    const { id, classes } = await school()
    await insertAll(database.db, 'exemption', [
      sampleExemption({ school_id: id, grade: 3, first_day: '2025-09-03', last_day: '2025-09-04' }),
    ])
    await report(
      database.db,
      id,
      classDay(classes[0], '2025-09-02', 130),
      classDay(classes[0], '2025-09-03', 60),
      classDay(classes[1], '2025-09-05', 20),
      classDay(classes[2], '2025-09-06', 90),
    )
    const range = { from: '2025-09-01', to: '2025-09-30' }

    const byClass = await classDaysOf(database.db, city, { ...range, schoolId: id, today: '2025-12-31' })
    const bySchool = await complianceBySchool(database.db, city, range)

    expect(byClass?.classDays).toEqual(bySchool[0]?.classDays)
    expect(byClass?.classDays).toMatchObject({
      expected: 69,
      exempt: 4,
      reported: 2,
      floorMet: 1,
      targetMet: 1,
    })
  })

  test('a school outside the scope is not there', async () => {
    const { id } = await school()

    const scope: Scope = { kind: 'school', schoolId: '0'.repeat(26) }
    expect(await weekOf(database.db, scope, { schoolId: id, today: '2025-09-25' })).toBeUndefined()
  })
})

describe('who has not reported', () => {
  test('a school without a single class-day on the day is silent, one with a class is not', async () => {
    const { id, classes } = await school()
    const other = await insertSchool(database.db, { code: '2132000002', classes: [['primary', 2023, 1]] })
    await report(database.db, id, classDay(classes[0], '2025-09-22', 10))

    const { expected, silent } = await silentSchoolsOn(database.db, city, { day: '2025-09-22' })

    expect(expected).toBe(2)
    expect(silent.map(one => one.id)).toEqual([other.id])
  })

  test('a school that is wholly exempt owes no report', async () => {
    const { id } = await school()
    await insertAll(database.db, 'exemption', [
      sampleExemption({ school_id: id, first_day: '2025-09-22', last_day: '2025-09-22' }),
    ])

    expect(await silentSchoolsOn(database.db, city, { day: '2025-09-22' })).toEqual({
      day: '2025-09-22',
      expected: 0,
      silent: [],
    })
  })

  test.each([
    ['2025-09-22', '2025-09-22'],
    ['2025-09-27', '2025-09-26'],
    ['2025-10-08', '2025-09-30'],
    ['2026-02-20', '2026-01-30'],
  ])('on %s the last school day is %s', async (day, last) => {
    expect(await lastSchoolDay(database.db, day)).toBe(last)
  })
})
