import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { open, rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { flush } from './flush.server.ts'
import type { BackupHeader } from './read-backup.server.ts'
import { textOfBatch } from './row-text.ts'
import { batchesOf, type Snapshot } from './snapshot.server.ts'

/** Whether nothing stands under a name but an earlier backup, or another gzipped file: a database is not written over. */
export async function isFreeForBackup(path: string): Promise<boolean> {
  const place = await stat(path).catch(() => undefined)
  if (place === undefined) return true
  if (!place.isFile()) return false
  const file = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(2), 0, 2, 0)
    return bytesRead === 0 || buffer.equals(beginOfGzip)
  } finally {
    await file.close()
  }
}

const beginOfGzip = Buffer.from([0x1f, 0x8b])

/**
 * Writes everything that a snapshot holds into one file: lines of JSON (the header, then the rows table by table),
 * gzipped, and behind them the 32 bytes of their SHA-256. It gets its name once it is whole and on the disk; readable by
 * its owner only, for it holds personal data. Answers its size in bytes and the checksum in hex.
 */
export async function writeBackup(
  path: string,
  snapshot: Snapshot,
  createdAt: string,
): Promise<{ bytes: number; sha256: string }> {
  const unfinished = `${path}.${process.pid}.part`
  const hash = createHash('sha256')
  let sha256 = ''
  async function* withChecksum(pieces: AsyncIterable<Buffer>) {
    for await (const piece of pieces) {
      hash.update(piece)
      yield piece
    }
    const digest = hash.digest()
    sha256 = digest.toString('hex')
    yield digest
  }
  try {
    const file = createWriteStream(unfinished, { flags: 'wx', mode: 0o600 })
    await pipeline(Readable.from(linesOf(snapshot, createdAt)), createGzip(), withChecksum, file)
    await flush(unfinished)
    await rename(unfinished, path)
    await flush(dirname(path))
  } finally {
    await rm(unfinished, { force: true })
  }
  return { bytes: (await stat(path)).size, sha256 }
}

async function* linesOf(snapshot: Snapshot, createdAt: string): AsyncGenerator<string> {
  const header: BackupHeader = {
    format: 'sports-5621-backup',
    formatVersion: 1,
    createdAt,
    engine: snapshot.engine,
    schema: snapshot.version,
    tables: snapshot.tables.map(({ name, columns, rows }) => ({
      name,
      columns: columns.map(column => column.name),
      rows,
    })),
  }
  yield `${JSON.stringify(header)}\n`
  for await (const batch of batchesOf(snapshot)) yield `${textOfBatch(batch)}\n`
}
