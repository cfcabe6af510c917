import { describe, expect, test } from 'vitest'
import { ledgerRowsOn } from '#app/features/activity/ledger.queries.server.ts'
import { recomputeRollups, verifyRollups } from '#app/features/activity/recompute-rollups.server.ts'
import { classMinutesOn, schoolDayTotals } from '#app/features/activity/roll-ups.queries.server.ts'
import { sampleExemption } from '#db/samples.ts'
import { insertAll } from '#db/write.server.ts'
import { useDatabase } from '#test/support/database.ts'
import { insertSchool } from '#test/support/school.ts'
import { classDay, ledgerRow, report } from './ledger.ts'

const database = useDatabase()
const september = { from: '2025-09-01', to: '2025-09-30' }

async function schoolWithClasses() {
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

describe('an upload replaces exactly the class-days that it mentions', () => {
  test('the rows, minutes and school-day totals of a class-day are there after the upload', async () => {
    const { id, classes } = await schoolWithClasses()

    await report(
      database.db,
      id,
      classDay(classes[0], '2025-09-01', 40, 30),
      classDay(classes[1], '2025-09-01', 40, 30, 50),
      classDay(classes[2], '2025-09-01', 130),
    )

    expect(await ledgerRowsOn(database.db, id, september)).toHaveLength(6)
    expect(await schoolDayTotals(database.db, id, september)).toEqual([
      { stage: 'primary', day: '2025-09-01', reported: 2, floorMet: 2, targetMet: 1 },
      { stage: 'senior', day: '2025-09-01', reported: 1, floorMet: 1, targetMet: 0 },
    ])
  })

  test('a late correction of one class-day leaves the others as they stand', async () => {
    const { id, classes } = await schoolWithClasses()
    await report(
      database.db,
      id,
      classDay(classes[0], '2025-09-01', 40),
      classDay(classes[1], '2025-09-01', 40),
      classDay(classes[0], '2025-09-02', 40),
    )

    await report(database.db, id, classDay(classes[0], '2025-09-01', 30, 30))

    expect(await classMinutesOn(database.db, id, september)).toEqual(
      [
        { classId: classes[0], day: '2025-09-01', minutes: 60 },
        { classId: classes[1], day: '2025-09-01', minutes: 40 },
        { classId: classes[0], day: '2025-09-02', minutes: 40 },
      ].sort((one, other) => (one.day + one.classId < other.day + other.classId ? -1 : 1)),
    )
    expect(await verifyRollups(database.db)).toEqual([])
  })

  test('classes reported on different days are not mixed up', async () => {
    const { id, classes } = await schoolWithClasses()
    await report(
      database.db,
      id,
      classDay(classes[0], '2025-09-01', 61),
      classDay(classes[1], '2025-09-01', 62),
      classDay(classes[0], '2025-09-02', 63),
      classDay(classes[1], '2025-09-02', 64),
    )

    await report(
      database.db,
      id,
      classDay(classes[0], '2025-09-01', 10),
      classDay(classes[1], '2025-09-02', 20),
    )

    const minutes = (await classMinutesOn(database.db, id, september)).map(row => row.minutes)
    expect(minutes.sort((one, other) => one - other)).toEqual([10, 20, 62, 63])
  })

  test('another school is never touched', async () => {
    const { id, classes } = await schoolWithClasses()
    const other = await insertSchool(database.db, { code: '2132000002', classes: [['primary', 2023, 1]] })
    await report(database.db, other.id, classDay(other.classes[0]!, '2025-09-01', 70))

    await report(database.db, id, classDay(classes[0], '2025-09-01', 40))

    expect(await schoolDayTotals(database.db, other.id, september)).toHaveLength(1)
  })

  test('a class-day left without rows is missing again, not zero', async () => {
    const { id, classes } = await schoolWithClasses()
    await report(database.db, id, classDay(classes[0], '2025-09-01', 70))

    await report(database.db, id, classDay(classes[0], '2025-09-01'))

    expect(await classMinutesOn(database.db, id, september)).toEqual([])
    expect(await schoolDayTotals(database.db, id, september)).toEqual([])
  })

  test('a class-day of zero minutes is reported', async () => {
    const { id, classes } = await schoolWithClasses()

    await report(database.db, id, classDay(classes[0], '2025-09-01', 0))

    expect(await schoolDayTotals(database.db, id, september)).toEqual([
      { stage: 'primary', day: '2025-09-01', reported: 1, floorMet: 0, targetMet: 0 },
    ])
  })
})

describe('what the roll-up leaves out', () => {
  test('an exempt class-day is in no total, though its minutes stand', async () => {
    const { id, classes } = await schoolWithClasses()
    await insertAll(database.db, 'exemption', [
      sampleExemption({
        school_id: id,
        class_id: classes[0],
        first_day: '2025-09-01',
        last_day: '2025-09-01',
      }),
    ])

    await report(
      database.db,
      id,
      classDay(classes[0], '2025-09-01', 70),
      classDay(classes[1], '2025-09-01', 70),
    )

    expect(await classMinutesOn(database.db, id, september)).toHaveLength(2)
    expect(await schoolDayTotals(database.db, id, september)).toEqual([
      { stage: 'primary', day: '2025-09-01', reported: 1, floorMet: 1, targetMet: 0 },
    ])
  })

  test('an exemption that is only requested changes nothing', async () => {
    const { id, classes } = await schoolWithClasses()
    await insertAll(database.db, 'exemption', [sampleExemption({ school_id: id, status: 'requested' })])

    await report(database.db, id, classDay(classes[0], '2025-09-01', 70))

    expect((await schoolDayTotals(database.db, id, september))[0]?.reported).toBe(1)
  })

  test('a class that has left its stage is in no total', async () => {
    const { id, classes } = await schoolWithClasses()

    await report(database.db, id, classDay(classes[2], '2027-09-01', 70))

    expect(await schoolDayTotals(database.db, id, { from: '2027-09-01', to: '2027-09-01' })).toEqual([])
  })
})

describe('verify and recompute', () => {
  test('a roll-up changed behind our back is found, and recomputing heals it', async () => {
    const { id, classes } = await schoolWithClasses()
    await report(database.db, id, classDay(classes[0], '2025-09-01', 70))
    await database.db.updateTable('class_day').set({ minutes: 10 }).execute()
    await database.db.updateTable('school_day').set({ floor_met: 0 }).execute()
    await insertAll(database.db, 'school_day', [
      { school_id: id, stage: 'primary', day: '2025-09-03', reported: 1, floor_met: 1, target_met: 0 },
    ])

    expect(await verifyRollups(database.db)).toEqual([
      {
        rollup: 'class-day',
        schoolId: id,
        day: '2025-09-01',
        of: classes[0],
        stands: '10 min',
        should: '70 min',
      },
      {
        rollup: 'school-day',
        schoolId: id,
        day: '2025-09-01',
        of: 'primary',
        stands: '1/0/0',
        should: '1/1/0',
      },
      { rollup: 'school-day', schoolId: id, day: '2025-09-03', of: 'primary', stands: '1/1/0', should: null },
    ])
    await recomputeRollups(database.db)
    expect(await verifyRollups(database.db)).toEqual([])
  })

  test('rows written past the ledger count after recomputing', async () => {
    const { id, classes } = await schoolWithClasses()
    const row = ledgerRow({ classId: classes[0], day: '2025-09-01', minutes: 70 })
    await insertAll(database.db, 'activity', [
      {
        school_id: id,
        class_id: row.classId,
        day: row.day,
        kind: row.kind,
        starts_at: '',
        minutes: 70,
        sport_code: null,
        participants: null,
        teacher: '',
        note: '',
        reported_scope: 'class',
        reported_at: row.reportedAt,
        import_id: null,
      },
    ])

    await recomputeRollups(database.db, { schoolIds: [id], range: september })

    expect(await schoolDayTotals(database.db, id, september)).toHaveLength(1)
  })
})
