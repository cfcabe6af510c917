import { readFileSync } from 'node:fs'
import type { Day } from '#app/calendar-day.ts'
import type { ActivityRecord } from '#app/features/imports/activity-log.sheet.ts'
import { activityRecords } from '#app/features/imports/activity-records.server.ts'
import { exportSheet } from '#app/features/imports/export-sheet.server.ts'
import { listSchools } from '#app/features/schools/schools.queries.server.ts'
import type { Db } from '#db/tables.ts'
import { daysWith } from './city-log.ts'
import { citySite } from './city-page.ts'
import { type BenchPlace, type Figure, timeOf } from './figure.ts'
import { plainSheet } from './plain-workbook.ts'
import { startSite } from './site.ts'

const least = 200_000
const city = { kind: 'city' } as const

/**
 * The city's log of at least 200,000 activities from the database to the last byte of its .xlsx; the floor is the
 * fastest suitable writer, fed with the same rows from memory.
 */
export async function export200000(place: BenchPlace): Promise<Figure> {
  const range = await daysWith(place.db, least)
  const rows = await recordsOf(place, range)
  return {
    name: 'export-200000',
    samples: 5,
    ours: () => timeOf(() => exported(place, range)),
    floor: () => timeOf(() => plainSheet(rows)),
  }
}

/** The most memory that a server takes which has sent the same log to a browser, against one that only started. */
export async function export200000Memory(place: BenchPlace): Promise<Figure> {
  const range = await daysWith(place.db, least)
  const { site, cookie } = await citySite(place)
  await site.stop()
  const log = `/exports?sheet=activity-log&from=${range.from}&to=${range.to}`
  return {
    name: 'export-200000-memory',
    unit: 'MB',
    samples: 3,
    ours: () => peakAfter(place.url, log, cookie),
    floor: () => peakAfter(place.url, '/healthz', cookie),
  }
}

async function recordsOf(
  { db, today }: BenchPlace,
  range: { from: Day; to: Day },
): Promise<ActivityRecord[]> {
  const schools = await listSchools(db, city, { asOf: today })
  const all: ActivityRecord[] = []
  for await (const rows of activityRecords(db, city, schools, { ...range, asOf: today })) all.push(...rows)
  if (all.length < least) throw new Error(`Only ${all.length} rows would be exported`)
  return all
}

async function exported({ db, today }: { db: Db; today: Day }, range: { from: Day; to: Day }): Promise<void> {
  const asked = { ...range, asOf: today, format: 'xlsx', locale: 'zh-CN' } as const
  let length = 0
  for await (const piece of await exportSheet(db, city, 'activity-log', asked)) length += piece.length
  if (length < least) throw new Error(`The workbook has only ${length} bytes`)
}

/** In MB of 1,024 × 1,024 bytes. */
async function peakAfter(url: string, path: string, cookie: string): Promise<number> {
  const site = await startSite(url)
  try {
    const answer = await fetch(site.address + path, { headers: { cookie } })
    if (answer.status !== 200) throw new Error(`${path} answers ${answer.status}`)
    await answer.arrayBuffer()
    const [, kilobytes] = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${site.pid}/status`, 'utf8')) ?? []
    return Number(kilobytes) / 1024
  } finally {
    await site.stop()
  }
}
