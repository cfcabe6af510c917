import { createServer, type Server, type Socket } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { scanBytes } from '#app/gateways/virus-scan.server.ts'

const eicar = 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE'
const servers: Server[] = []

afterEach(() => {
  for (const server of servers.splice(0)) server.close()
})

/** A clamd in small: takes an INSTREAM apart and finds one virus. */
async function clamd(answer: (file: Buffer, socket: Socket) => void = say): Promise<string> {
  const server = createServer(socket => {
    let given = Buffer.alloc(0)
    socket.on('data', piece => {
      given = Buffer.concat([given, piece])
      const file = fileIn(given)
      if (file !== null) answer(file, socket)
    })
  })
  servers.push(server)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return `tcp://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`
}

function fileIn(given: Buffer): Buffer | null {
  const command = 'zINSTREAM\0'
  if (given.subarray(0, command.length).toString('latin1') !== command) return null
  const pieces: Buffer[] = []
  for (let at = command.length; at + 4 <= given.length; ) {
    const length = given.readUInt32BE(at)
    if (length === 0) return Buffer.concat(pieces)
    pieces.push(given.subarray(at + 4, at + 4 + length))
    at += 4 + length
  }
  return null
}

function say(file: Buffer, socket: Socket): void {
  socket.end(file.includes(eicar) ? 'stream: Eicar-Signature FOUND\0' : 'stream: OK\0')
}

test('without a scanner nothing is scanned, and the answer says so', async () => {
  expect(await scanBytes(Buffer.from(eicar), {})).toBe('not-configured')
})

test('a scanner is given the whole file and believed', async () => {
  const large = Buffer.alloc(200_000, 'x')
  let got = 0
  const counting = await clamd((file, socket) => {
    got = file.length
    say(file, socket)
  })

  expect(await scanBytes(large, { CLAMD_URL: counting })).toBe('clean')
  expect(got).toBe(large.length)
  expect(await scanBytes(Buffer.concat([large, Buffer.from(eicar)]), { CLAMD_URL: await clamd() })).toBe(
    'infected',
  )
})

test.each<[string, (file: Buffer, socket: Socket) => void]>([
  ['will not take so large a file', (_file, socket) => socket.end('INSTREAM size limit exceeded. ERROR\0')],
  ['hangs up', (_file, socket) => socket.destroy()],
  ['says something else', (_file, socket) => socket.end('stream: OK FOUND?\0')],
  ['never answers', () => undefined],
])('a scanner that %s has not scanned', async (_what, answer) => {
  const CLAMD_URL = await clamd(answer)

  expect(await scanBytes(Buffer.from('%PDF-1.7'), { CLAMD_URL, withinMs: 200 })).toBe('unavailable')
})

test('a scanner that is away has not scanned', async () => {
  expect(await scanBytes(Buffer.from('%PDF-1.7'), { CLAMD_URL: 'tcp://127.0.0.1:1' })).toBe('unavailable')
})
