import { readFileSync, rmSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { read } from 'xlsx'
import { migrateDatabase, openDatabase } from '#db/connection.server.ts'
import type { Db } from '#db/tables.ts'
import { insertAll, inTransaction } from '#db/write.server.ts'
import { cityLog, forgetDays, type LedgerRow } from './city-log.ts'
import { citySite } from './city-page.ts'
import { type BenchPlace, type Figure, quantileOf, timeOf } from './figure.ts'
import { load, type Site, startSite } from './site.ts'

const least = 200_000
const lookEveryMs = 50
/** So long a server of MySQL is left to purge what the one before has deleted: it would do so at the cost of the next. */
const purgeMs = 6_000

interface Place {
  site: Site
  cookie: string
  bytes: Uint8Array
  rows: LedgerRow[]
  scratch: Scratch
}

/**
 * The city's workbook of 200,000 activities, from its upload to the last of them committed, as the browser sees it; the
 * floor is SheetJS's lean parse of the bytes and the same rows inserted, and nothing else.
 */
export async function import200000(place: BenchPlace): Promise<Figure> {
  const own = await prepared(place)
  return {
    name: 'import-200000',
    samples: 5,
    ours: async () => {
      await purged(place)
      return (await imported(own)).milliseconds
    },
    floor: async () => {
      await purged(place)
      return leastFor(own)
    },
    close: () => closed(own),
  }
}

async function purged({ engine }: BenchPlace): Promise<void> {
  if (engine === 'mysql') await sleep(purgeMs)
}

/**
 * The resident memory of the server at its highest while it imports them, above what it takes at rest; each time a
 * server started anew, which has shown a page and imported nothing. The floor is what it takes at rest.
 */
export async function import200000Memory(place: BenchPlace): Promise<Figure> {
  const own = await prepared(place)
  async function startAnew(): Promise<void> {
    await own.site.stop()
    own.site = await startSite(place.url)
    await load(`${own.site.address}/coverage`, { cookie: own.cookie, connections: 1, requests: 20 })
  }
  return {
    name: 'import-200000-memory',
    unit: 'MB',
    samples: 3,
    ours: async () => {
      await startAnew()
      return (await imported(own)).megabytes
    },
    floor: async () => {
      await startAnew()
      return residentOf(own.site)
    },
    close: () => closed(own),
  }
}

/** The 99th percentile of the city's coverage page while the import goes on, asked without a pause; the floor is the same at rest. */
export async function import200000Page(place: BenchPlace): Promise<Figure> {
  const own = await prepared(place)
  const { site, cookie } = own
  return {
    name: 'import-200000-page',
    samples: 3,
    ours: async () => quantileOf((await imported(own, '/coverage')).pages, 0.99),
    floor: async () =>
      quantileOf(await load(`${site.address}/coverage`, { cookie, connections: 1, requests: 200 }), 0.99),
    close: () => closed(own),
  }
}

/** By the URL of the database: what was taken out of it for one figure stays out of it for the next. */
const logs = new Map<string, ReturnType<typeof cityLog>>()

async function prepared(place: BenchPlace): Promise<Place> {
  const log = logs.get(place.url) ?? cityLog(place, least)
  logs.set(place.url, log)
  const { bytes, rows, days } = await log
  const { site, cookie } = await citySite(place, db => forgetDays(db, days))
  return { site, cookie, bytes, rows, scratch: await scratchBeside(place, days) }
}

async function closed({ site, scratch }: Place): Promise<void> {
  await site.stop()
  await scratch.remove()
}

async function leastFor({ bytes, rows, scratch }: Place): Promise<number> {
  const milliseconds = await timeOf(async () => {
    read(bytes, { dense: true, cellText: false, cellHTML: false, cellFormula: false, sheets: 0 })
    await inTransaction(scratch.db, tx => insertAll(tx, 'activity', rows))
  })
  await scratch.empty()
  return milliseconds
}

/** One import, from upload to committed; then it is undone, so that the next finds what this one found. */
async function imported({ site, cookie, bytes, rows }: Place, page?: string) {
  const before = residentOf(site)
  let [highest, isOver] = [before, false]
  const pages: number[] = []
  const asking = page === undefined ? undefined : askOn(site.address + page, cookie, pages, () => isOver)
  const watching = setInterval(() => {
    highest = Math.max(highest, residentOf(site))
  }, 20)
  const began = performance.now()
  const address = await upload(site, cookie, bytes)
  await until(address, cookie, text => text.includes('/commit"'))
  await post(`${address}/commit`, cookie)
  const end = await until(address, cookie, text => text.includes('/undo"'))
  const milliseconds = performance.now() - began
  isOver = true
  clearInterval(watching)
  await asking
  if (!end.includes(`${rows.length}`)) throw new Error(`Not all of ${rows.length} rows came in`)
  await post(`${address}/undo`, cookie)
  return { milliseconds, megabytes: highest - before, pages }
}

async function askOn(url: string, cookie: string, times: number[], isOver: () => boolean): Promise<void> {
  while (!isOver()) times.push(...(await load(url, { cookie, connections: 1, requests: 1 })))
}

async function upload(site: Site, cookie: string, bytes: Uint8Array): Promise<string> {
  const form = new FormData()
  form.set('sheet', 'activity-log')
  form.set('file', new Blob([new Uint8Array(bytes)]), '全市台账.xlsx')
  const answer = await send(`${site.address}/import`, cookie, form)
  const to = answer.headers.get('location')
  if (to === null) throw new Error(`The upload was refused: ${(await answer.text()).slice(0, 2_000)}`)
  return site.address + to
}

async function until(address: string, cookie: string, isIt: (text: string) => boolean): Promise<string> {
  for (;;) {
    const text = await (await fetch(address, { headers: { cookie } })).text()
    if (isIt(text)) return text
    if (text.includes('role="alert"')) throw new Error(`The import failed: ${text.slice(0, 3_000)}`)
    await sleep(lookEveryMs)
  }
}

async function post(url: string, cookie: string): Promise<void> {
  await send(url, cookie, new URLSearchParams())
}

function send(url: string, cookie: string, body: FormData | URLSearchParams): Promise<Response> {
  const headers = { cookie, 'Sec-Fetch-Site': 'same-origin' }
  return fetch(url, { method: 'POST', redirect: 'manual', headers, body })
}

/** In MB of 1,024 × 1,024 bytes. */
function residentOf({ pid }: Site): number {
  const [, kilobytes] = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  return Number(kilobytes) / 1024
}

interface Scratch {
  db: Db
  empty: () => Promise<void>
  remove: () => Promise<void>
}

/** Where the floor inserts: beside the embedded database, which is the site's alone, or in the days that stand empty. */
async function scratchBeside(
  { engine, url }: BenchPlace,
  days: { from: string; to: string },
): Promise<Scratch> {
  const path = `${url.replace(/^file:/, '')}.floor`
  const db = openDatabase(engine === 'sqlite' ? `file:${path}` : url)
  if (engine === 'sqlite') await migrateDatabase(db)
  return {
    db,
    empty: () => forgetDays(db, days),
    remove: async () => {
      await db.destroy()
      if (engine === 'sqlite') for (const end of ['', '-wal', '-shm']) rmSync(path + end, { force: true })
    },
  }
}
