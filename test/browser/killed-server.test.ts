import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { askToCommit } from '#app/features/imports/ask-to-commit.server.ts'
import { doImportWork } from '#app/features/imports/do-import-work.server.ts'
import { deleteWork, findWork } from '#app/features/imports/import-work.queries.server.ts'
import { statusOfImport } from '#app/features/imports/imports.queries.server.ts'
import { previewImport } from '#app/features/imports/preview-import.server.ts'
import { closeReader } from '#app/spreadsheet/open-workbook.server.ts'
import { type RunningSite, startSite } from '#test/support/server.ts'
import { siteClock } from '#test/support/site-day.ts'
import { city, type LongCity, longCity, tester } from './long-city.ts'

const kills = 50
const today = '2025-12-31'
const now = '2025-12-31 02:00:00.000'
const clock = siteClock.replace(/^[\d-]+/, today)

let site: RunningSite
let house: LongCity

beforeAll(async () => {
  site = await startSite()
  await site.stop()
  house = await longCity(site.databaseUrl, '2025-10-13', today)
})

afterAll(async () => {
  await closeReader()
  await site?.drop()
})

test(`a server killed at ${kills} moments of a commit leaves every row or none, and sums that agree with them`, async () => {
  const seen: string[] = []
  let id = await preview()
  // How long a commit takes on this machine is found out on the way, so that about every other one is cut off.
  let longest = 1_500
  while (seen.length < kills) {
    await askAnew(id)
    const moment = Math.random() * longest
    await site.restart(clock)
    await sleep(moment)
    await site.crash()
    const outcome = await house.outcome()
    seen.push(outcome)
    if (outcome === 'all') id = await preview()
    longest = outcome === 'all' ? Math.min(longest, moment * 1.5) : longest * 1.1
  }
  expect(seen.filter(one => one !== 'all' && one !== 'none')).toEqual([])
  expect(new Set(seen)).toEqual(new Set(['all', 'none']))
}, 560_000)

test('a server that is told to end while it reads ends at once, and the next one reads the file', async () => {
  const id = await upload()
  await site.restart(clock)
  expect(await site.stop()).toBe(0)
  await house.with(async db => {
    if ((await statusOfImport(db, id)) === 'reading')
      expect(await findWork(db, id)).toMatchObject({ state: 'waiting', leaseUntil: null })
    await doImportWork(db, { only: id })
    expect(await statusOfImport(db, id)).toBe('preview')
  })
}, 60_000)

function upload(): Promise<string> {
  return house.with(async db => {
    const uploaded = await previewImport(db, {
      ...{ sheet: 'activity-log', bytes: house.bytes, fileName: '全市台账.xlsx', today, now },
      ...{ scope: city, actor: tester, schoolId: null },
    })
    if (!uploaded.ok) throw new Error(JSON.stringify(uploaded.problems[0]))
    return uploaded.id
  })
}

async function preview(): Promise<string> {
  const id = await upload()
  await house.with(db => doImportWork(db, { only: id }))
  return id
}

/** Asks for the commit as if nobody had been killed over it before. */
async function askAnew(id: string): Promise<void> {
  await house.with(async db => {
    await db.transaction().execute(tx => deleteWork(tx, id))
    const asked = await askToCommit(db, {
      ...{ id, scope: city, actor: tester, today, now, skipBadRows: false },
    })
    expect(asked).toEqual({ ok: true })
  })
}
