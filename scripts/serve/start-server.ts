import type { Server } from 'node:http'
import { config } from '#app/config.server.ts'
import { warmReader } from '#app/spreadsheet/open-workbook.server.ts'
import { migrateDatabase } from '#db/connection.server.ts'
import { db } from '#db/index.server.ts'
import { type Background, startBackground } from './background.ts'
import { siteOf } from './site.ts'
import { drainOnSignal, type ServerState } from './state.ts'

const keepAlive = 65_000

/**
 * Listens on PORT, migrates, and then is ready; resolves with the address. SIGTERM and SIGINT drain and exit 0 within
 * 10 s.
 */
export async function startServer(): Promise<string> {
  const state: ServerState = { phase: 'migrating' }
  const site = await siteOf(state)
  const port = config.PORT
  const server = await listen(site, port, config.HOST)
  const background: Background = { stop: async () => undefined }
  drainOnSignal(server, state, background)
  await migrateDatabase(db)
  const address = `http://localhost:${port}`
  // Told to stop meanwhile: no work is begun any more.
  if (state.phase === 'draining') return address
  background.stop = startBackground(db).stop
  state.phase = 'ready'
  console.log(`ready ${address}`)
  // A server without it still serves; the first upload tells what is wrong.
  warmReader().catch(() => undefined)
  return address
}

function listen(
  site: Awaited<ReturnType<typeof siteOf>>,
  port: number,
  host: string | undefined,
): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = host === undefined ? site.listen(port) : site.listen(port, host)
    server.keepAliveTimeout = keepAlive
    server.once('listening', () => resolve(server))
    server.once('error', reject)
  })
}
