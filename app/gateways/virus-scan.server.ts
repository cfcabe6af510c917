import { connect } from 'node:net'
import { config } from '#app/config.server.ts'

/** What the scanner said: nothing found, a name of what was found, no answer to rely on, or that there is no scanner. */
export type Scan = 'clean' | 'infected' | 'unavailable' | 'not-configured'

const patience = 30_000
const pieceBytes = 64 * 1024

/** Whether files are looked at by a scanner before they are taken. */
export function isScanning(): boolean {
  return config.CLAMD_URL !== undefined
}

/**
 * Asks clamd about a file (INSTREAM of clamd(8)). Whatever is no plain answer within `withinMs` (a scanner that is away,
 * slow, or will not take so large a file) is 'unavailable', never clean.
 */
export async function scanBytes(
  bytes: Uint8Array,
  { CLAMD_URL, withinMs = patience }: { CLAMD_URL?: string | undefined; withinMs?: number } = config,
): Promise<Scan> {
  if (CLAMD_URL === undefined) return 'not-configured'
  try {
    return verdictOf(await answerTo(bytes, new URL(CLAMD_URL), withinMs))
  } catch {
    // Refused, reset or too slow: all of them leave the file unscanned, and the answer says so.
    return 'unavailable'
  }
}

function answerTo(bytes: Uint8Array, { hostname, port }: URL, withinMs: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: hostname.replace(/^\[|\]$/g, ''), port: Number(port) })
    const timer = setTimeout(() => socket.destroy(new Error('clamd is too slow')), withinMs)
    let said = ''
    socket.on('data', piece => {
      said += piece.toString('latin1')
    })
    socket.on('error', reject)
    socket.on('close', () => {
      clearTimeout(timer)
      resolve(said)
    })
    socket.on('connect', () => {
      socket.write('zINSTREAM\0')
      for (let from = 0; from < bytes.length; from += pieceBytes) {
        const piece = bytes.subarray(from, from + pieceBytes)
        socket.write(lengthOf(piece.length))
        socket.write(piece)
      }
      socket.write(lengthOf(0))
    })
  })
}

function lengthOf(count: number): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(count)
  return length
}

function verdictOf(answer: string): Scan {
  const plain = answer.replaceAll('\0', '').trim()
  if (plain === 'stream: OK') return 'clean'
  return / FOUND$/.test(plain) ? 'infected' : 'unavailable'
}
