import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { newPlace } from './database.ts'

/** The built site, running as `npm start` runs it, on a database of its own. */
export interface RunningSite {
  url: string
  databaseUrl: string
  /** Ends the server as an operator would (SIGTERM); answers its exit code. */
  stop: () => Promise<number | null>
  drop: () => Promise<void>
}

/** Starts `build/server/serve.js`; `prepare` may fill the database before (an embedded one has one process at a time). */
export async function startSite(prepare?: (databaseUrl: string) => Promise<void>): Promise<RunningSite> {
  const place = await newPlace()
  await prepare?.(place.url)
  const port = await freePort()
  const child = spawn(process.execPath, ['build/server/serve.js'], {
    env: {
      ...process.env,
      DATABASE_URL: place.url,
      PORT: String(port),
      NODE_ENV: 'production',
      LOG_LEVEL: 'warn',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await readiness(child)
  return {
    url: `http://localhost:${port}`,
    databaseUrl: place.url,
    stop: () => stop(child),
    drop: place.drop,
  }
}

function readiness(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = ''
    child.stdout?.on('data', piece => {
      said += piece
      if (/^ready /m.test(said)) resolve()
    })
    child.once('exit', code => reject(new Error(`The server ended with ${code}: ${said}`)))
  })
}

async function stop(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null) return child.exitCode
  const ended = new Promise<number | null>(resolve => child.once('exit', resolve))
  child.kill('SIGTERM')
  await Promise.race([ended, sleep(12_000)])
  if (child.exitCode === null) child.kill('SIGKILL')
  return ended
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}
