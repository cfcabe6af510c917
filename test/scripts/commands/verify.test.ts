import { expect, test } from 'vitest'
import { command } from '#scripts/commands/verify.ts'
import { classDay, report } from '#test/features/activity/ledger.ts'
import { useDatabase } from '#test/support/database.ts'
import { insertSchool } from '#test/support/school.ts'

const database = useDatabase()

async function run(json: boolean) {
  const printed: string[] = []
  const exit = await command.run({
    db: database.db,
    values: {},
    positionals: [],
    json,
    print: line => printed.push(line),
    complain: () => undefined,
    actor: { id: null, name: 'root' },
  })
  return { exit, printed }
}

test('answers 0 differences for what uploads left behind', async () => {
  const { id, classes } = await insertSchool(database.db, { classes: [['primary', 2023, 1]] })
  await report(database.db, id, classDay(classes[0]!, '2025-09-01', 90))

  expect(await run(true)).toEqual({ exit: 0, printed: ['{"differences":0,"rollups":[],"audit":[]}'] })
})

test('a roll-up that differs is told, and the exit code with it', async () => {
  const { id, classes } = await insertSchool(database.db, { classes: [['primary', 2023, 1]] })
  await report(database.db, id, classDay(classes[0]!, '2025-09-01', 90))
  await database.db.updateTable('school_day').set({ floor_met: 0 }).execute()

  const { exit, printed } = await run(false)

  expect(exit).toBe(3)
  expect(printed[0]).toBe('1 differences')
})
