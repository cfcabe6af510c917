import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { verifyRollups } from '#app/features/activity/recompute-rollups.server.ts'
import { listImports } from '#app/features/imports/imports.queries.server.ts'
import { undoImport } from '#app/features/imports/undo-import.server.ts'
import { migrateDatabase, openDatabase } from '#db/connection.server.ts'
import type { Db } from '#db/tables.ts'
import { newPlace } from '#test/support/database.ts'
import { insertSchool } from '#test/support/school.ts'
import { longRows, longWorkbook, weekdaysFrom } from '../features/imports/long-workbook.ts'

const kills = 25
const city = { kind: 'city' } as const
const today = '2026-01-15'
const classes = ['三(1)班', '三(2)班', '四(1)班', '四(2)班', '五(1)班']
const numbers = [
  [2023, 1],
  [2023, 2],
  [2022, 1],
  [2022, 2],
  [2021, 1],
] as const

const folder = mkdtempSync(join(tmpdir(), 'sports-killed-'))
const file = join(folder, '全市台账.xlsx')
let place: Awaited<ReturnType<typeof newPlace>>
let rowsInFile = 0

beforeAll(async () => {
  place = await newPlace()
  await withDatabase(async db => {
    await migrateDatabase(db)
    const codes = Array.from({ length: 8 }, (_, at) => `21329${String(at + 1).padStart(5, '0')}`)
    for (const [at, code] of codes.entries())
      await insertSchool(db, {
        ...{ code, name: `试验第${at + 1}小学` },
        classes: numbers.map(([year, number]) => ['primary', year, number]),
      })
    const rows = longRows(
      codes.map(code => ({ code, classes })),
      weekdaysFrom('2025-10-13', 50),
    )
    rowsInFile = rows.length
    writeFileSync(file, longWorkbook(rows))
  })
})

afterAll(async () => {
  await place.drop()
  rmSync(folder, { recursive: true, force: true })
})

test(`an import killed at ${kills} moments leaves all of its rows or none, and sums that agree with them`, async () => {
  const whole = await importFor(Number.POSITIVE_INFINITY)
  expect(await outcome()).toBe('all')
  const seen = new Set<string>()
  for (let kill = 0; kill < kills; kill += 1) {
    // Spread over the whole run, and twice as dense over its last half, where it commits.
    const share = kill % 3 === 0 ? Math.random() / 2 : 0.5 + Math.random() / 2
    await importFor(whole * share)
    seen.add(await outcome())
  }
  expect([...seen].filter(one => one !== 'all' && one !== 'none')).toEqual([])
  expect(seen).toContain('none')
}, 280_000)

/** Runs the import of the command line and kills it after so many milliseconds; answers how long it ran. */
function importFor(milliseconds: number): Promise<number> {
  const started = performance.now()
  const child = spawn(
    process.execPath,
    ['build/server/cli.js', 'import', 'activity-log', file, '--skip-bad-rows'],
    { env: { ...process.env, DATABASE_URL: place.url }, stdio: 'ignore' },
  )
  const timer = Number.isFinite(milliseconds)
    ? setTimeout(() => child.kill('SIGKILL'), milliseconds)
    : undefined
  return new Promise(resolve => {
    child.once('exit', () => {
      clearTimeout(timer)
      resolve(performance.now() - started)
    })
  })
}

/** What stands after a run; what stands whole is undone, so that the next begins as the first did. */
function outcome(): Promise<string> {
  return withDatabase(async db => {
    const { count } = await db
      .selectFrom('activity')
      .select(eb => eb.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
    const wrong = await verifyRollups(db)
    const runs = await listImports(db, city, { asOf: today, limit: 100, offset: 0 })
    const committed = runs.filter(run => run.status === 'committed')
    if (wrong.length > 0) return `sums: ${JSON.stringify(wrong[0])}`
    if (Number(count) === 0 && committed.length === 0) return 'none'
    const [done] = committed
    if (Number(count) !== rowsInFile || done === undefined || committed.length > 1)
      return `${count} rows, ${committed.length} committed`
    const actor = { id: null, name: 'tester' }
    const undone = await undoImport(db, { id: done.id, scope: city, actor, today })
    return undone.ok ? 'all' : `not undone: ${undone.refusal}`
  })
}

async function withDatabase<T>(work: (db: Db) => Promise<T>): Promise<T> {
  const db = openDatabase(place.url)
  try {
    return await work(db)
  } finally {
    await db.destroy()
  }
}
