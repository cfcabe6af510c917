import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'
import { config } from './config.server.ts'

export interface DataKeys {
  /** Newest first: it seals, the others still open what they sealed. */
  sealing: readonly { id: string; key: Buffer }[]
  /** Of the lookup digests; it does not change when sealing keys are rotated. */
  lookup: Buffer
}

const Stored = z.object({ DATA_KEYS: z.string(), LOOKUP_KEY: z.string() })

let known: DataKeys | undefined

/** The keys of this installation: from the environment, otherwise from a file that is made when it is first needed. */
export function dataKeys(): DataKeys {
  known ??= dataKeysOf(config)
  return known
}

export function dataKeysOf(settings: {
  DATA_KEYS?: string | undefined
  LOOKUP_KEY?: string | undefined
  DATA_KEY_FILE: string
}): DataKeys {
  const { DATA_KEYS, LOOKUP_KEY, DATA_KEY_FILE } = settings
  if (DATA_KEYS !== undefined && LOOKUP_KEY !== undefined) return parsed({ DATA_KEYS, LOOKUP_KEY })
  if (DATA_KEYS !== undefined || LOOKUP_KEY !== undefined)
    throw new Error('Set DATA_KEYS and LOOKUP_KEY together, or neither')
  return parsed(Stored.parse(JSON.parse(readOrMake(DATA_KEY_FILE))))
}

/** `k2:<base64>,k1:<base64>`, newest first; every key has 32 bytes. */
function parsed({ DATA_KEYS, LOOKUP_KEY }: z.infer<typeof Stored>): DataKeys {
  const sealing = DATA_KEYS.split(',').map(entry => {
    const [id = '', key = ''] = entry.trim().split(':')
    if (!/^[a-z0-9]{1,20}$/.test(id)) throw new Error(`DATA_KEYS: '${id}' is no name of a key`)
    return { id, key: bytesOf(`DATA_KEYS ${id}`, key) }
  })
  return { sealing, lookup: bytesOf('LOOKUP_KEY', LOOKUP_KEY) }
}

function bytesOf(name: string, text: string): Buffer {
  const key = Buffer.from(text, 'base64')
  if (key.length !== 32) throw new Error(`${name} must be 32 bytes in base64`)
  return key
}

/** Two processes that start at once agree: the second finds the file of the first. */
function readOrMake(path: string): string {
  try {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, JSON.stringify(newKeys()), { flag: 'wx', mode: 0o600 })
  } catch (error) {
    const stands = error instanceof Error && 'code' in error && error.code === 'EEXIST'
    if (!stands) throw error
  }
  return readFileSync(path, 'utf8')
}

function newKeys(): z.infer<typeof Stored> {
  return {
    DATA_KEYS: `k1:${randomBytes(32).toString('base64')}`,
    LOOKUP_KEY: randomBytes(32).toString('base64'),
  }
}
