import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { Agent, get } from 'node:http'
import { createServer } from 'node:net'

const server = 'build/server/serve.js'

export interface Site {
  address: string
  stop: () => Promise<void>
}

/** Starts the built site on a free port over the database; throws when it has not been built. */
export async function startSite(databaseUrl: string): Promise<Site> {
  if (!existsSync(server)) throw new Error(`${server} is missing: run npm run build first`)
  const port = await freePort()
  const child = spawn(process.execPath, [server], {
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
