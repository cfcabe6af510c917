import type { Server } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { closeReader } from '#app/spreadsheet/open-workbook.server.ts'
import { db } from '#db/index.server.ts'
import type { Background } from './background.ts'

export interface ServerState {
  phase: 'migrating' | 'ready' | 'draining'
}

const patience = 7_500
/** For the work behind it; and once more for a file that was read in a thread, when that has been ended. */
const workPatience = 1_000

/** SIGTERM: stop accepting, finish what is in flight, release the work behind it, close the database, exit 0. */
export function drainOnSignal(server: Server, state: ServerState, background: Background): void {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => void drain(server, state, background))
  }
}

async function drain(server: Server, state: ServerState, background: Background): Promise<void> {
  state.phase = 'draining'
  const stopped = background.stop()
  const closed = new Promise<void>(resolve => server.close(() => resolve()))
  // A kept-alive connection that becomes idle later would hold the server open.
  const sweep = setInterval(() => server.closeIdleConnections(), 200)
  await Promise.race([closed, sleep(patience)])
  clearInterval(sweep)
  server.closeAllConnections()
  // A message that is under way is due again once its lease is over.
  await Promise.race([stopped, sleep(workPatience)])
  await closeReader()
  await Promise.race([stopped, sleep(workPatience)])
  await db.destroy()
  process.exit(0)
}
