import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorkbook } from '#app/spreadsheet/open-workbook.server.ts'
import { command } from '#scripts/commands/import.ts'
import { useDatabase } from '#test/support/database.ts'

const database = useDatabase()
const head = '学校标识码,学校名称,办学类型,主管单位\n'
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'import-'))
})

afterAll(() => rm(folder, { recursive: true, force: true }))

async function run(text: string, more: Record<string, string | boolean> = {}, printed: string[] = []) {
  const [given, marked] = [join(folder, '学校.csv'), join(folder, `${Object.keys(more).length}.xlsx`)]
  await writeFile(given, text)
  const complained: string[] = []
  const exit = await command.run({
    db: database.db,
    values: { marked, ...more },
    positionals: ['schools', given],
    json: true,
    print: line => printed.push(line),
    complain: line => complained.push(line),
    actor: { id: null, name: 'root' },
  })
  return { exit, complained, marked }
}

test('import --marked writes the refused file with its problems marked, to be put right and imported', async () => {
  const { exit, complained, marked } = await run(`${head}2132000004,坏小学,小学,月球\n`)

  const opened = await openWorkbook(await readFile(marked))
  expect({ exit, complained }).toEqual({ exit: 3, complained: [] })
  expect(opened).toMatchObject({ ok: true, format: 'xlsx', grids: [{ name: 'Sheet1' }] })
})

test('import --marked says when there is nothing to mark, and does not go with --dry-run', async () => {
  const whole = await run('甲,乙\n1,2\n', { json: true })
  const dry = await run(head, { 'dry-run': true, rows: true })

  expect(whole.exit).toBe(3)
  expect(whole.complained).toEqual([`学校.csv: cannot be marked; ${whole.marked} was not written`])
  expect(dry.exit).toBe(2)
})

test('import --marked tells what became of the file though the marked one cannot be written', async () => {
  const printed: string[] = []
  const nowhere = join(folder, 'no-such-folder', '学校.xlsx')

  const answer = run(`${head}2132000005,好小学,小学,东海县\n`, { marked: nowhere }, printed)

  await expect(answer).rejects.toThrow(/no-such-folder/)
  expect(JSON.parse(printed[0] ?? '')).toMatchObject({ status: 'committed', counts: { new: 1 } })
})
