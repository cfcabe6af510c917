import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { config } from '#app/config.server.ts'
import { scanBytes } from '#app/gateways/virus-scan.server.ts'
import type { Db } from '#db/tables.ts'
import { newId } from '#db/write.server.ts'
import { readWhole, removeName, writeWhole } from './disk.server.ts'
import { type FileRefusal, type FileTerms, mediaTypeOf, whyNotTaken } from './file-kind.rule.ts'
import { withoutMetadata } from './picture.rule.ts'
import {
  type FileOwner,
  findFile,
  folderName,
  knownFolder,
  type StoredFile,
} from './stored-files.queries.server.ts'

export type KeepRefusal = FileRefusal | 'damaged' | 'infected' | 'not-scanned'

/** A file that stands on the disk and that no row names yet. */
export type KeptFile = Omit<StoredFile, 'description'>

/**
 * Checks a file, has it scanned and puts it on the disk. Pictures lose their metadata. Whoever calls it names the file
 * by `insertFile` in the transaction of what it belongs to, or drops it; what stays unnamed is tidied after a day.
 */
export async function keepFile(
  db: Db,
  file: { name: string; bytes: Uint8Array },
  terms: FileTerms & { at: string },
): Promise<{ ok: true; file: KeptFile } | { ok: false; refusal: KeepRefusal }> {
  const refusal = whyNotTaken(file, terms)
  const mediaType = mediaTypeOf(file.bytes, terms.types)
  if (refusal !== null || mediaType === null) return { ok: false, refusal: refusal ?? 'not-taken' }
  const bytes = mediaType === 'application/pdf' ? file.bytes : withoutMetadata(file.bytes, mediaType)
  if (bytes === null) return { ok: false, refusal: 'damaged' }
  const scan = await scanBytes(file.bytes)
  if (scan === 'infected') return { ok: false, refusal: 'infected' }
  if (scan === 'unavailable') return { ok: false, refusal: 'not-scanned' }
  const id = newId()
  await writeWhole(folderIn(await folderName(db)), id, bytes)
  return {
    ok: true,
    file: {
      ...{ id, name: plainName(file.name), mediaType, bytes: bytes.length, sha256: sha256Of(bytes) },
      ...{ addedAt: terms.at, scannedAt: scan === 'clean' ? terms.at : null },
    },
  }
}

/** A file of the owner with its bytes; undefined for another's. Throws where the disk no longer holds what was kept. */
export async function openFile(
  db: Db,
  owner: FileOwner,
  id: string,
): Promise<(Omit<StoredFile, 'bytes'> & { bytes: Buffer }) | undefined> {
  const file = await findFile(db, owner, id)
  const folder = await knownFolder(db)
  if (file === undefined || folder === null) return undefined
  const bytes = await readWhole(folderIn(folder), id)
  if (sha256Of(bytes) !== file.sha256) throw new Error(`File ${id} is not what was kept`)
  return { ...file, bytes }
}

/** Takes files off the disk, once no row names them. */
export async function dropFiles(db: Db, ids: readonly string[]): Promise<void> {
  const folder = await knownFolder(db)
  if (folder === null) return
  for (const id of ids) await removeName(folderIn(folder), id)
}

/** Each database has a folder of its own in FILES_DIR: tidying never meets the files of another. */
export function folderIn(name: string): string {
  return join(config.FILES_DIR, name)
}

function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** The end of a name, without what a path or a header could stumble over. */
function plainName(name: string): string {
  return Array.from(name.replaceAll(/[\\/\x00-\x1f\x7f]/g, '_'))
    .slice(-200)
    .join('')
}
