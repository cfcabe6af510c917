import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { Agent, get, request } from 'node:http'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

/** As `npm start` starts it. */
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: { start: string } }
const [, ...started] = scripts.start.split(' ')
const server = started.at(-1) ?? ''

export interface Site {
  address: string
  /** Of its process. */
  pid: number
  stop: () => Promise<void>
}

/** Starts the built site on a free port over the database; throws when it has not been built. */
export async function startSite(databaseUrl: string): Promise<Site> {
  if (!existsSync(server)) throw new Error(`${server} is missing: run npm run build first`)
  const port = await freePort()
  const child = spawn(process.execPath, started, {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      DATABASE_URL: databaseUrl,
      PORT: String(port),
      HOST: '127.0.0.1',
      LOG_LEVEL: 'silent',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<void>(resolve => child.once('exit', () => resolve()))
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (text: Buffer) => {
      if (text.toString().includes('ready ')) resolve()
    })
    child.once('exit', code => reject(new Error(`The site ended with ${code} before it was ready`)))
  })
  return {
    address: `http://127.0.0.1:${port}`,
    pid: child.pid ?? 0,
    stop: async () => {
      child.kill('SIGTERM')
      await ended
    },
  }
}

/** The milliseconds of each of `requests` answers when `connections` clients ask without a pause. */
export async function load(
  url: string,
  options: { cookie?: string; connections: number; requests: number },
): Promise<number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: options.connections })
  const times: number[] = []
  let left = options.requests
  async function client(): Promise<void> {
    while (left > 0) {
      left -= 1
      times.push(await answerTime(url, agent, options.cookie))
    }
  }
  await Promise.all(Array.from({ length: options.connections }, client))
  agent.destroy()
  return times
}

function answerTime(url: string, agent: Agent, cookie: string | undefined): Promise<number> {
  return new Promise((resolve, reject) => {
    const start = performance.now()
    const headers = cookie === undefined ? {} : { cookie }
    get(url, { agent, headers }, response => {
      response.resume()
      response.once('end', () => {
        if (response.statusCode === 200) resolve(performance.now() - start)
        else reject(new Error(`${url} answers ${response.statusCode}`))
      })
    }).once('error', reject)
  })
}

/** One request of a paced load: a page, or with `form` a posted form. */
interface Asked {
  url: string
  cookie?: string
  form?: string
  answered?: (answer: { status: number; location: string }) => void
}

/**
 * The milliseconds of each answer when so many are asked a second, whether or not the earlier ones have been answered.
 * Each counts from when it was due: a server that falls behind is not spared.
 */
export async function paced(
  { aSecond, seconds }: { aSecond: number; seconds: number },
  askedAt: (place: number) => Asked,
): Promise<number[]> {
  const agent = new Agent({ keepAlive: true })
  const start = performance.now()
  const answers: Promise<number>[] = []
  for (let place = 0; place < aSecond * seconds; place += 1) {
    const due = start + (place * 1000) / aSecond
    const early = due - performance.now()
    if (early > 1) await sleep(early)
    answers.push(send(agent, askedAt(place)).then(() => performance.now() - due))
  }
  const times = await Promise.all(answers)
  agent.destroy()
  return times
}

function send(agent: Agent, { url, cookie, form, answered }: Asked): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers = {
      ...(cookie !== undefined && { cookie }),
      ...(form !== undefined && {
        'Content-Type': 'application/x-www-form-urlencoded',
        'Content-Length': Buffer.byteLength(form),
        'Sec-Fetch-Site': 'same-origin',
      }),
    }
    const asked = request(url, { agent, method: form === undefined ? 'GET' : 'POST', headers }, response => {
      response.resume()
      response.once('end', () => {
        answered?.({ status: response.statusCode ?? 0, location: response.headers.location ?? '' })
        resolve()
      })
    })
    asked.once('error', reject)
    asked.end(form)
  })
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => {
        if (typeof address === 'object' && address !== null) resolve(address.port)
        else reject(new Error('No free port'))
      })
    })
  })
}
