import { createHash, type Hash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { createGunzip } from 'node:zlib'
import { z } from 'zod'
import { batchOfText } from './row-text.ts'
import type { Batch, CountedTable } from './snapshot.server.ts'
import { type StoredTable, storedTables } from './stored-tables.server.ts'
import { migrationsUpTo } from './version.server.ts'

const Header = z.object({
  format: z.literal('sports-5621-backup'),
  formatVersion: z.int(),
  /** UTC. */
  createdAt: z.string(),
  engine: z.enum(['sqlite', 'mysql']),
  /** The newest migration of the database. */
  schema: z.string(),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()), rows: z.int().min(0) })),
})

export type BackupHeader = z.infer<typeof Header>

export interface Backup {
  header: BackupHeader
  sha256: string
  tables: readonly CountedTable[]
  /** All rows; throws when the file has changed since it was opened. */
  batches: () => AsyncGenerator<Batch>
}

/** not-whole: cut off, changed, or no backup at all; newer: of a version that this program does not know. */
export type BackupRefusal = 'no-file' | 'not-whole' | 'newer'

/** Opens a backup once its checksum has been found right. */
export async function readBackup(
  path: string,
): Promise<{ ok: true; backup: Backup } | { ok: false; refusal: BackupRefusal }> {
  const place = await stat(path).catch(() => undefined)
  if (place === undefined || !place.isFile()) return { ok: false, refusal: 'no-file' }
  const sha256 = await checksumOf(path, place.size)
  if (sha256 === undefined) return { ok: false, refusal: 'not-whole' }
  const header = await headerOf(path, place.size)
  if (header === undefined) return { ok: false, refusal: 'not-whole' }
  if (header.formatVersion !== 1 || migrationsUpTo(header.schema) === undefined)
    return { ok: false, refusal: 'newer' }
  const stored = await storedTables(header.schema)
  if (shapeOf(header.tables) !== shapeOf(stored.map(namesOf))) return { ok: false, refusal: 'not-whole' }
  const tables = stored.map((table, place) => ({ ...table, rows: header.tables[place]?.rows ?? 0 }))
  return {
    ok: true,
    backup: { header, sha256, tables, batches: () => batchesIn(path, place.size, sha256, tables) },
  }
}

const digestBytes = 32

/** The checksum in hex where it is that of what stands before it. */
async function checksumOf(path: string, size: number): Promise<string | undefined> {
  if (size <= digestBytes) return undefined
  const hash = createHash('sha256')
  for await (const piece of contentOf(path, size)) hash.update(piece)
  const found = hash.digest('hex')
  return found === (await digestAtEnd(path, size)) ? found : undefined
}

function contentOf(path: string, size: number) {
  return createReadStream(path, { end: size - digestBytes - 1, highWaterMark: 256 * 1024 })
}

async function digestAtEnd(path: string, size: number): Promise<string> {
  const file = await open(path, 'r')
  try {
    const { buffer } = await file.read(Buffer.alloc(digestBytes), 0, digestBytes, size - digestBytes)
    return buffer.toString('hex')
  } finally {
    await file.close()
  }
}

async function headerOf(path: string, size: number): Promise<BackupHeader | undefined> {
  try {
    for await (const line of linesOf(path, size)) return Header.parse(JSON.parse(line))
  } catch {
    // Some other file that happens to end in its own checksum.
  }
  return undefined
}

async function* batchesIn(
  path: string,
  size: number,
  sha256: string,
  tables: readonly StoredTable[],
): AsyncGenerator<Batch> {
  const byName = new Map(tables.map(table => [table.name, table]))
  const hash = createHash('sha256')
  let isHeader = true
  for await (const line of linesOf(path, size, hash)) {
    if (!isHeader) yield batchOfText(line, byName)
    isHeader = false
  }
  if (hash.digest('hex') !== sha256) throw new Error('The backup was changed while it was read')
}

/** The lines of a backup; `hash` is fed with the bytes of the file. */
async function* linesOf(path: string, size: number, hash?: Hash): AsyncGenerator<string> {
  const content = contentOf(path, size)
  const text = createGunzip()
  content.on('data', piece => hash?.update(piece))
  content.once('error', error => text.destroy(error))
  try {
    yield* linesIn(content.pipe(text))
  } finally {
    content.destroy()
  }
}

/** A line may be as long as the largest row; each ends in a line feed. */
async function* linesIn(pieces: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let begun: Buffer[] = []
  for await (const piece of pieces) {
    let from = 0
    for (let end = piece.indexOf(10); end !== -1; end = piece.indexOf(10, from)) {
      yield Buffer.concat([...begun, piece.subarray(from, end)]).toString('utf8')
      begun = []
      from = end + 1
    }
    if (from < piece.length) begun.push(piece.subarray(from))
  }
  if (begun.length > 0) throw new Error('The last line of the backup is cut')
}

function namesOf({ name, columns }: StoredTable) {
  return { name, columns: columns.map(column => column.name) }
}

function shapeOf(tables: readonly { name: string; columns: readonly string[] }[]): string {
  return JSON.stringify(tables.map(({ name, columns }) => [name, columns]))
}
