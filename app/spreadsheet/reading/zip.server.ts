import { crc32, createInflateRaw } from 'node:zlib'
import type { Refused, WorkbookLimits } from '../workbook.ts'
import { refuse } from '../workbook.ts'

/** An entry of a zip's central directory; sizes are what the file declares and may lie. */
export interface ZipEntry {
  name: string
  method: number
  encrypted: boolean
  compressedSize: number
  size: number
  /** CRC-32 of the content. */
  checksum: number
  offset: number
}

/** How many more bytes all parts together may unpack to. */
export interface Budget {
  bytes: number
}

const endSignature = 0x06054b50
const end64LocatorSignature = 0x07064b50
const end64Signature = 0x06064b50
const entrySignature = 0x02014b50
const localSignature = 0x04034b50
const longestComment = 65_535
const endLength = 22

/** Bytes inflated at a time. */
const pieceSize = 256 * 1024

/** The entries of a zip as its central directory lists them; nothing is inflated. */
export function listZipEntries(
  bytes: Buffer,
  limits: WorkbookLimits,
): { ok: true; entries: ZipEntry[] } | Refused {
  const directory = findDirectory(bytes)
  if (directory === undefined) return refuse('damaged')
  if (directory.count > limits.zipEntries) return refuse('zip-bomb')
  const entries: ZipEntry[] = []
  let at = directory.offset
  for (let index = 0; index < directory.count; index += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== entrySignature) return refuse('damaged')
    const nameLength = bytes.readUInt16LE(at + 28)
    const extraLength = bytes.readUInt16LE(at + 30)
    const extra = bytes.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength)
    const sizes = sizesOf(bytes, at, extra)
    if (sizes === undefined) return refuse('damaged')
    entries.push({
      name: nameOf(bytes.subarray(at + 46, at + 46 + nameLength)),
      encrypted: (bytes.readUInt16LE(at + 8) & 0x2041) !== 0,
      method: bytes.readUInt16LE(at + 10),
      checksum: bytes.readUInt32LE(at + 16),
      ...sizes,
    })
    at += 46 + nameLength + extraLength + bytes.readUInt16LE(at + 32)
  }
  return { ok: true, entries }
}

/**
 * An entry's content in pieces, in the order of the file (APPNOTE 4.3, methods 0 stored and 8 deflated). Sizes are
 * counted because declared ones lie: more than declared or than the budget allows is a 'zip-bomb'; what is unreadable,
 * shorter than declared or of another checksum is 'damaged', and that is known only at the end.
 */
export async function* inflateEntry(
  bytes: Buffer,
  entry: ZipEntry,
  budget: Budget,
): AsyncGenerator<Buffer, Refused | undefined> {
  if (entry.encrypted) return refuse('encrypted')
  const data = dataOf(bytes, entry)
  if (data === undefined || (entry.method !== 0 && entry.method !== 8)) return refuse('damaged')
  if (entry.size > budget.bytes) return refuse('zip-bomb')
  budget.bytes -= entry.size
  const pieces = entry.method === 0 ? slicesOf(data) : inflate(data)
  let size = 0
  let checksum = 0
  for (;;) {
    const next = await pieces.next()
    if (next.done === true) {
      if (next.value !== undefined) return next.value
      break
    }
    size += next.value.length
    if (size > entry.size) {
      await pieces.return(undefined)
      return refuse('zip-bomb')
    }
    checksum = crc32(next.value, checksum)
    yield next.value
  }
  return size === entry.size && checksum === entry.checksum ? undefined : refuse('damaged')
}

/** The content of a part that is small or needed whole. */
export async function inflateWhole(
  bytes: Buffer,
  entry: ZipEntry,
  budget: Budget,
): Promise<{ ok: true; content: Buffer } | Refused> {
  const pieces: Buffer[] = []
  const entryPieces = inflateEntry(bytes, entry, budget)
  for (;;) {
    const next = await entryPieces.next()
    if (next.done === true) return next.value ?? { ok: true, content: Buffer.concat(pieces) }
    pieces.push(next.value)
  }
}

function dataOf(bytes: Buffer, { offset, compressedSize }: ZipEntry): Buffer | undefined {
  if (offset + 30 > bytes.length || bytes.readUInt32LE(offset) !== localSignature) return undefined
  const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28)
  const data = bytes.subarray(start, start + compressedSize)
  return data.length < compressedSize ? undefined : data
}

async function* inflate(data: Buffer): AsyncGenerator<Buffer, Refused | undefined> {
  const inflater = createInflateRaw({ chunkSize: pieceSize })
  inflater.end(data)
  try {
    for await (const piece of inflater) yield piece
  } catch {
    // zlib threw: the data is not deflated or is cut.
    return refuse('damaged')
  }
  return undefined
}

async function* slicesOf(data: Buffer): AsyncGenerator<Buffer, undefined> {
  for (let at = 0; at < data.length; at += pieceSize) yield data.subarray(at, at + pieceSize)
}

function findDirectory(bytes: Buffer): { count: number; offset: number } | undefined {
  const lowest = Math.max(0, bytes.length - endLength - longestComment)
  for (let at = bytes.length - endLength; at >= lowest; at -= 1) {
    if (bytes.readUInt32LE(at) === endSignature) {
      const directory = { count: bytes.readUInt16LE(at + 10), offset: bytes.readUInt32LE(at + 16) }
      const isLong = directory.count === 0xffff || directory.offset === 0xffffffff
      return isLong ? findLongDirectory(bytes, at - 20) : directory
    }
  }
  return undefined
}

function findLongDirectory(bytes: Buffer, locator: number): { count: number; offset: number } | undefined {
  if (locator < 0 || bytes.readUInt32LE(locator) !== end64LocatorSignature) return undefined
  const at = Number(bytes.readBigUInt64LE(locator + 8))
  if (at + 56 > bytes.length || bytes.readUInt32LE(at) !== end64Signature) return undefined
  return { count: Number(bytes.readBigUInt64LE(at + 32)), offset: Number(bytes.readBigUInt64LE(at + 48)) }
}

/** Sizes and offset, from the zip64 field where the directory has no room for them. */
function sizesOf(bytes: Buffer, at: number, extra: Buffer) {
  const long = longFields(extra)
  const wanted = [bytes.readUInt32LE(at + 24), bytes.readUInt32LE(at + 20), bytes.readUInt32LE(at + 42)]
  const [size, compressedSize, offset] = wanted.map(value => (value === 0xffffffff ? long.shift() : value))
  if (size === undefined || compressedSize === undefined || offset === undefined) return undefined
  return { size, compressedSize, offset }
}

function longFields(extra: Buffer): number[] {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue
    const fields = extra.subarray(at + 4, at + 4 + extra.readUInt16LE(at + 2))
    return Array.from({ length: Math.min(3, Math.floor(fields.length / 8)) }, (_, index) =>
      Number(fields.readBigUInt64LE(index * 8)),
    )
  }
  return []
}

function nameOf(bytes: Buffer): string {
  return bytes.toString('utf8').replaceAll('\\', '/').replace(/^\/+/, '')
}
