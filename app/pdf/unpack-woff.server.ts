import { promisify } from 'node:util'
import { inflate } from 'node:zlib'

const unpack = promisify(inflate)

/** What a printed page needs of a font; without the tables that swap or move glyphs each character stays itself. */
const needed = ['OS/2', 'cmap', 'glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp', 'name', 'post']

/**
 * A web font (WOFF 1) as the TrueType font that it packs. A font that stays packed is unpacked whole for each glyph that
 * is embedded: seconds a page.
 */
export async function unpackWoff(woff: Buffer): Promise<Buffer> {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error('This is no WOFF font')
  const tables = await Promise.all(entriesOf(woff).map(entry => tableOf(woff, entry)))
  const start = 12 + 16 * tables.length
  const header = Buffer.alloc(start)
  woff.copy(header, 0, 4, 8)
  header.writeUInt16BE(tables.length, 4)
  const parts: Buffer[] = [header]
  let end = start
  tables.forEach(({ tag, bytes }, at) => {
    header.write(tag, 12 + 16 * at, 'latin1')
    header.writeUInt32BE(end, 20 + 16 * at)
    header.writeUInt32BE(bytes.length, 24 + 16 * at)
    const padding = Buffer.alloc(-bytes.length & 3)
    parts.push(bytes, padding)
    end += bytes.length + padding.length
  })
  return Buffer.concat(parts)
}

interface Entry {
  tag: string
  from: number
  packed: number
  length: number
}

function entriesOf(woff: Buffer): Entry[] {
  return Array.from({ length: woff.readUInt16BE(12) }, (_, at) => {
    const place = 44 + 20 * at
    return {
      tag: woff.toString('latin1', place, place + 4),
      from: woff.readUInt32BE(place + 4),
      packed: woff.readUInt32BE(place + 8),
      length: woff.readUInt32BE(place + 12),
    }
  }).filter(entry => needed.includes(entry.tag))
}

async function tableOf(woff: Buffer, { tag, from, packed, length }: Entry) {
  const stored = woff.subarray(from, from + packed)
  return { tag, bytes: packed < length ? await unpack(stored) : stored }
}
