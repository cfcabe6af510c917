import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { newPlace } from './database.ts'
import { type Prepared, siteClock } from './site-day.ts'

/** The built site, running as `npm start` runs it, on a database of its own. */
export interface RunningSite {
  url: string
  /** Ends the server as an operator would (SIGTERM); answers its exit code. */
  stop: () => Promise<number | null>
  /** Ends the server as a power cut would. */
  crash: () => Promise<void>
  /** Starts it again on the same database and port; `at` is another instant for its clock to start on. */
  restart: (at?: string) => Promise<void>
  /** What the server has written on its two outputs so far. */
  log: () => string
  /** Where its database stands. */
  databaseUrl: string
  /** Ends the server if it still runs, and removes its database. */
  drop: () => Promise<void>
}

/** Starts `build/server/serve.js` on a database prepared for it; its clock starts on `siteDay`; `settings` go into its environment. */
export async function startSite(
  prepared: Prepared = 'empty',
  settings: Record<string, string> = {},
): Promise<RunningSite> {
  const place = await newPlace()
  if (prepared !== 'empty') await prepare(place.url, prepared)
  const port = await freePort()
  const said: string[] = []
  let child = await serve(place.url, port, settings, said)
  return {
    log: () => said.join(''),
    databaseUrl: place.url,
    url: `http://localhost:${port}`,
    stop: () => stop(child),
    crash: async () => {
      child.kill('SIGKILL')
      await endOf(child)
    },
    restart: async at => {
      child = await serve(place.url, port, { ...settings, CLOCK_STARTS_AT: at ?? siteClock }, said)
    },
    drop: async () => {
      await stop(child)
      await place.drop()
    },
  }
}

/** An embedded database has one process at a time, and whoever filled it must have ended. */
async function prepare(databaseUrl: string, prepared: Prepared): Promise<void> {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', 'test/support/prepare-site.ts', databaseUrl, prepared],
    { stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, VITEST: undefined } },
  )
  const code = await endOf(child)
  if (code !== 0) throw new Error(`The database was not prepared: ${code}`)
}

async function serve(
  databaseUrl: string,
  port: number,
  settings: Record<string, string>,
  said: string[],
): Promise<ChildProcess> {
  const child = spawn(
    process.execPath,
    ['--import', './test/support/set-clock.mjs', 'build/server/serve.js'],
    {
      env: {
        ...process.env,
        DATABASE_URL: databaseUrl,
        PORT: String(port),
        NODE_ENV: 'production',
        LOG_LEVEL: 'warn',
        CLOCK_STARTS_AT: siteClock,
        ...settings,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  child.stdout?.on('data', piece => said.push(String(piece)))
  child.stderr?.on('data', piece => {
    said.push(String(piece))
    process.stderr.write(piece)
  })
  await readiness(child)
  return child
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

function endOf(child: ChildProcess): Promise<number | null> {
  return new Promise(resolve => {
    if (child.exitCode !== null || child.signalCode !== null) resolve(child.exitCode)
    else child.once('exit', resolve)
  })
}

async function stop(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
  const ended = endOf(child)
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
