import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newPlace } from '#test/support/database.ts'
import { type LongCity, longCity } from './long-city.ts'

const kills = 8

const folder = mkdtempSync(join(tmpdir(), 'sports-killed-'))
const file = join(folder, '全市台账.xlsx')
let place: Awaited<ReturnType<typeof newPlace>>
let house: LongCity

beforeAll(async () => {
  place = await newPlace()
  house = await longCity(place.url, '2025-10-13', '2026-01-15')
  writeFileSync(file, house.bytes)
})

afterAll(async () => {
  await place.drop()
  rmSync(folder, { recursive: true, force: true })
})

test(`an import killed at ${kills} moments leaves all of its rows or none, and sums that agree with them`, async () => {
  const whole = await importFor(Number.POSITIVE_INFINITY)
  expect(await house.outcome()).toBe('all')
  const seen = new Set<string>()
  for (let kill = 0; kill < kills; kill += 1) {
    // Spread over the whole run, and twice as dense over its last half, where it commits.
    const share = kill % 3 === 0 ? Math.random() / 2 : 0.5 + Math.random() / 2
    await importFor(whole * share)
    seen.add(await house.outcome())
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
