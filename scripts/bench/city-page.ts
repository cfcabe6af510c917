import { startSession } from '#app/auth/sessions.server.ts'
import { openDatabase } from '#db/connection.server.ts'
import type { Db } from '#db/tables.ts'
import type { BenchPlace, Figure } from './figure.ts'
import { quantileOf } from './figure.ts'
import { load, type Site, startSite } from './site.ts'

const clients = { connections: 8, requests: 240 }

/**
 * The 95th percentile of a page for the city bureau, asked over eight connections, as the client sees it; the floor is
 * /healthz of the same server, which asks the database one trifle. `prepare` fills in what the page is measured with.
 */
export async function cityPage(
  place: BenchPlace,
  page: { name: string; path: string; prepare?: (db: Db) => Promise<void> },
): Promise<Figure> {
  const { site, cookie } = await citySite(place, page.prepare)
  return {
    name: page.name,
    samples: 5,
    ours: async () => quantileOf(await load(site.address + page.path, { ...clients, cookie }), 0.95),
    floor: async () => quantileOf(await load(`${site.address}/healthz`, clients), 0.95),
    close: site.stop,
  }
}

/**
 * The site with the city's officer signed in. Closes the place's own connection: an embedded database serves one
 * process.
 */
export async function citySite(
  { db, url }: BenchPlace,
  prepare?: (db: Db) => Promise<void>,
): Promise<{ site: Site; cookie: string }> {
  await db.destroy()
  const own = openDatabase(url)
  await prepare?.(own)
  const account = await own
    .selectFrom('account')
    .select('id')
    .where('login', '=', 'city')
    .executeTakeFirstOrThrow()
  const [cookie = ''] = (await startSession(own, new Request('http://127.0.0.1/'), account.id)).split(';')
  await own.destroy()
  return { site: await startSite(url), cookie }
}
