import { afterAll, expect, test } from 'vitest'
import { runImport } from '#app/features/imports/run-import.server.ts'
import { closeReader } from '#app/spreadsheet/open-workbook.server.ts'
import { command } from '#scripts/commands/undo.ts'
import { useDatabase } from '#test/support/database.ts'

const database = useDatabase()
const actor = { id: null, name: 'root' }

afterAll(() => closeReader())

async function run(json: boolean, ...positionals: string[]) {
  const printed: string[] = []
  const complained: string[] = []
  const exit = await command.run({
    db: database.db,
    values: {},
    positionals,
    json,
    print: line => printed.push(line),
    complain: line => complained.push(line),
    actor,
  })
  return { exit, printed, complained }
}

async function imported(sheet: 'calendar' | 'schools', text: string): Promise<string> {
  const result = await runImport(database.db, {
    sheet,
    bytes: new TextEncoder().encode(text),
    fileName: '表.csv',
    today: '2025-10-15',
    now: '2025-10-15 02:00:00.000',
    scope: { kind: 'city' },
    actor,
    schoolCode: null,
    dryRun: false,
    skipBadRows: false,
    withRows: false,
    locale: 'zh-CN',
  })
  return result.import ?? ''
}

test('undoes an import and answers 0', async () => {
  const id = await imported('calendar', '范围,日期,类型\n320722,2025-10-16,停课\n')

  expect(await run(true, id)).toMatchObject({
    exit: 0,
    printed: [JSON.stringify({ import: id, status: 'undone' })],
  })
})

test('answers 3 with the reason when it is refused, and 2 when no import is named', async () => {
  const head = '学校标识码,学校名称,办学类型,主管单位\n'
  const id = await imported('schools', `${head}2132000003,东海县新办小学,小学,东海县\n`)
  await imported('schools', `${head}2132000003,东海县新区小学,小学,东海县\n`)

  const { exit, printed } = await run(true, id)

  expect(exit).toBe(3)
  expect(JSON.parse(printed[0] ?? '')).toMatchObject({ status: 'refused', reason: 'changed-since' })
  expect(await run(false, 'nothing')).toMatchObject({ exit: 3, printed: [] })
  expect(await run(false)).toMatchObject({ exit: 2 })
})
