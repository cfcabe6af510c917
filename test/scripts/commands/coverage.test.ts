import { describe, expect, test } from 'vitest'
import { command } from '#scripts/commands/coverage.ts'
import { insertMetSport, insertPlaced } from '#test/features/program/city.ts'
import { useDatabase } from '#test/support/database.ts'

const place = useDatabase()

async function run(values: Record<string, string>, json = true) {
  const printed: string[] = []
  const complaints: string[] = []
  const exit = await command.run({
    db: place.db,
    values,
    positionals: [],
    json,
    print: line => printed.push(line),
    complain: line => complaints.push(line),
    actor: { id: null, name: 'root' },
  })
  return { exit, printed, complaints }
}

const asOf = { 'as-of': '2025-10-15' }

describe('coverage', () => {
  test('of a unit is the document of the contract', async () => {
    await insertMetSport(place.db, '320722', 'football')
    await insertPlaced(place.db, {}, [['athletics', 'primary']])

    const { exit, printed } = await run({ unit: '320722', ...asOf })

    expect(exit).toBe(0)
    expect(printed).toHaveLength(1)
    expect(JSON.parse(printed[0]!)).toEqual({
      plan: '5621',
      asOf: '2025-10-15',
      rule: { sports: 5, primary: 6, junior: 2, senior: 1 },
      units: [
        {
          code: '320722',
          name: '东海县',
          met: false,
          sportsMet: 1,
          gap: 35,
          mix: { base: false, ball: true },
          sports: [
            {
              code: 'athletics',
              name: '田径',
              met: false,
              gap: 8,
              living: false,
              stages: {
                primary: { have: 1, need: 6, living: 0 },
                junior: { have: 0, need: 2, living: 0 },
                senior: { have: 0, need: 1, living: 0 },
              },
            },
            {
              code: 'football',
              name: '足球',
              met: true,
              gap: 0,
              living: false,
              stages: {
                primary: { have: 6, need: 6, living: 0 },
                junior: { have: 2, need: 2, living: 0 },
                senior: { have: 1, need: 1, living: 0 },
              },
            },
          ],
        },
      ],
      unitsMet: 0,
      unitsObliged: 1,
    })
  })

  test('of the city lists the units that carry the plan', async () => {
    const document = JSON.parse((await run(asOf)).printed[0]!)

    expect(document.units.map((unit: { code: string }) => unit.code)).toEqual([
      '320703',
      '320706',
      '320707',
      '320722',
      '320723',
      '320724',
    ])
    expect(document).toMatchObject({ unitsMet: 0, unitsObliged: 6 })
  })

  test('is a table for people by default', async () => {
    await insertMetSport(place.db, '320722', 'football')

    const { printed } = await run({ unit: '东海县', ...asOf }, false)

    expect(printed.join('\n')).toContain('320722 东海县  还差 36 个布点')
    expect(printed.join('\n')).toMatch(/足球\t小 6\/6 ◆0\t初 2\/2 ◆0\t高 1\/1 ◆0\t达标/)
    expect(printed.join('\n')).toContain('足球\t高中\t从未登记该项目；没有指导人员')
  })

  test('of an unknown unit, or before the plan began, is refused with the reason', async () => {
    expect(await run({ unit: '999999', ...asOf })).toMatchObject({
      exit: 3,
      printed: [],
      complaints: [expect.stringContaining('999999')],
    })
    expect(await run({ 'as-of': '2020-01-01' })).toMatchObject({ exit: 3, printed: [] })
  })

  test('on a day that does not exist is wrong usage', async () => {
    expect(await run({ 'as-of': '2025-02-30' })).toMatchObject({ exit: 2, printed: [] })
  })
})
