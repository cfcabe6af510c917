import { startSession } from '#app/auth/sessions.server.ts'
import { openDatabase } from '#db/connection.server.ts'
import type { Db } from '#db/tables.ts'
import type { BenchPlace, Figure } from './figure.ts'
import { quantileOf } from './figure.ts'
import { load, startSite } from './site.ts'

const clients = { connections: 8, requests: 240 }

/**
 * The 95th percentile of a page for the city bureau, asked over eight connections, as the client sees it; the floor is
 * /healthz of the same server, which asks the database one trifle. `prepare` fills in what the page is measured with.
 * Closes the place's own connection: an embedded database serves one process.
 */
export async function cityPage(
  { db, url }: BenchPlace,
  page: { name: string; path: string; prepare?: (db: Db) => Promise<void> },
): Promise<Figure> {
  await db.destroy()
  const own = openDatabase(url)
  await page.prepare?.(own)
  const account = await own
    .selectFrom('account')
    .select('id')
    .where('login', '=', 'city')
    .executeTakeFirstOrThrow()
  const [cookie = ''] = (await startSession(own, new Request('http://127.0.0.1/'), account.id)).split(';')
  await own.destroy()
  const site = await startSite(url)
  return {
    name: page.name,
    samples: 5,
    ours: async () => quantileOf(await load(site.address + page.path, { ...clients, cookie }), 0.95),
    floor: async () => quantileOf(await load(`${site.address}/healthz`, clients), 0.95),
    close: site.stop,
  }
}
