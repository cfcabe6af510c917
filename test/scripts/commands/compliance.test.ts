import { describe, expect, test } from 'vitest'
import { command } from '#scripts/commands/compliance.ts'
import { classDay, report } from '#test/features/activity/ledger.ts'
import { useDatabase } from '#test/support/database.ts'
import { insertSchool } from '#test/support/school.ts'

const database = useDatabase()

async function run(values: Record<string, string | boolean>, json = true) {
  const printed: string[] = []
  const exit = await command.run({
    db: database.db,
    values,
    positionals: [],
    json,
    print: line => printed.push(line),
    complain: () => undefined,
    actor: { id: null, name: 'root' },
  })
  return { exit, printed }
}

const days = { from: '2025-09-01', to: '2025-09-02' }

describe('compliance', () => {
  test('of a school is the document of the contract, without a list of schools', async () => {
    const { id, classes } = await insertSchool(database.db, { classes: [['primary', 2023, 1]] })
    await report(database.db, id, classDay(classes[0]!, '2025-09-01', 90))

    const { exit, printed } = await run({ school: '2132000001', ...days })

    expect(exit).toBe(0)
    expect(JSON.parse(printed.join())).toEqual({
      scope: { school: '2132000001' },
      ...days,
      classDays: { expected: 2, exempt: 0, reported: 1, floorMet: 1, targetMet: 0, missing: 1 },
      rate: { floor: 0.5, target: 0, reporting: 0.5 },
      schools: [],
    })
  })

  test('of a unit and of the city lists the schools with the same figures', async () => {
    await insertSchool(database.db, { classes: [['primary', 2023, 1]] })
    await insertSchool(database.db, {
      code: '2132000002',
      unitCode: '320706',
      classes: [['primary', 2023, 1]],
    })

    const unit = JSON.parse((await run({ unit: '320706', ...days })).printed.join())
    const city = JSON.parse((await run({ city: true, ...days })).printed.join())

    expect(unit.scope).toEqual({ unit: '320706' })
    expect(unit.schools).toEqual([
      {
        code: '2132000002',
        name: '东海县试验小学',
        unit: '320706',
        classDays: unit.classDays,
        rate: unit.rate,
      },
    ])
    expect(city.schools).toHaveLength(2)
    expect(city.classDays.expected).toBe(4)
  })

  test('people read a table', async () => {
    await insertSchool(database.db, { classes: [['primary', 2023, 1]] })

    const { printed } = await run({ city: true, ...days }, false)

    expect(printed.join()).toContain('2132000001 东海县试验小学\t2\t0\t0\t0\t0\t2\t0.00%')
  })

  test.each([
    [{ school: '2132009999', ...days }, 3],
    [{ unit: '999999', ...days }, 3],
    [{ city: true, from: '2025-09-02', to: '2025-09-01' }, 2],
    [{ city: true, from: '2025-02-30', to: '2025-09-01' }, 2],
    [{ city: true, unit: '320722', ...days }, 2],
    [{ ...days }, 2],
    [{ city: true, from: '2025-09-01' }, 2],
  ])('%j ends with %i', async (values, exit) => {
    expect(await run(values as Record<string, string | boolean>)).toEqual({ exit, printed: [] })
  })
})
