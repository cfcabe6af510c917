import { inflateRawSync } from 'node:zlib'
import type { Refused, WorkbookLimits } from '../workbook.ts'
import { refuse } from '../workbook.ts'

/** An entry of a zip's central directory; sizes are what the file declares and may lie. */
export interface ZipEntry {
  name: string
  method: number
  /** CRC-32 of the content. */
  checksum: number
  encrypted: boolean
  compressedSize: number
  size: number
  offset: number
}

const endSignature = 0x06054b50
const end64LocatorSignature = 0x07064b50
const end64Signature = 0x06064b50
const entrySignature = 0x02014b50
const localSignature = 0x04034b50
const longestComment = 65_535
const endLength = 22

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
 * An entry's bytes, inflated under a counter because declared sizes lie: more than `budget` bytes is a 'zip-bomb',
 * anything unreadable is 'damaged'.
 */
export function inflateEntry(
  bytes: Buffer,
  entry: ZipEntry,
  budget: number,
): { ok: true; content: Buffer } | Refused {
  if (entry.offset + 30 > bytes.length || bytes.readUInt32LE(entry.offset) !== localSignature) {
    return refuse('damaged')
  }
  const start =
    entry.offset + 30 + bytes.readUInt16LE(entry.offset + 26) + bytes.readUInt16LE(entry.offset + 28)
  const data = bytes.subarray(start, start + entry.compressedSize)
  if (data.length < entry.compressedSize) return refuse('damaged')
  if (entry.size > budget) return refuse('zip-bomb')
  if (entry.method === 0) return data.length > budget ? refuse('zip-bomb') : { ok: true, content: data }
  if (entry.method !== 8) return refuse('damaged')
  try {
    const content = inflateRawSync(data, { maxOutputLength: Math.max(budget, 1), chunkSize: 256 * 1024 })
    return { ok: true, content }
  } catch (error) {
    // zlib says by code whether the counter or the data ended it.
    const isTooLong = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
    return refuse(isTooLong ? 'zip-bomb' : 'damaged')
  }
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
