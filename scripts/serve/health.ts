import express, { type Router } from 'express'
import { pingDatabase } from '#db/connection.server.ts'
import { engineOf } from '#db/dialect/dialect.ts'
import { db } from '#db/index.server.ts'
import packageJson from '../../package.json' with { type: 'json' }
import type { ServerState } from './state.ts'

/** GET /healthz: does the database answer; GET /readyz: and may requests come (503 while migrating or draining). */
export function health(state: ServerState): Router {
  const router = express.Router()
  router.get('/healthz', async (_request, response) => {
    await answer(response, 'ok')
  })
  router.get('/readyz', async (_request, response) => {
    if (state.phase === 'ready') await answer(response, 'ok')
    else response.status(503).json({ ...facts(), status: state.phase })
  })
  return router
}

async function answer(response: express.Response, status: string): Promise<void> {
  try {
    await pingDatabase(db)
    response.json({ status, ...facts() })
  } catch {
    // Whoever watches needs the status, not the reason: that is in the log of the request that failed.
    response.status(503).json({ status: 'no-database', ...facts() })
  }
}

function facts() {
  return { database: engineOf(db), version: packageJson.version }
}
