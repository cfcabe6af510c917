import type { Db, Tx } from '#db/tables.ts'
import { insertAll, isUniqueViolation, newId } from '#db/write.server.ts'
import type { MediaType } from './file-kind.rule.ts'

/** What files hang on: a kind of them ('event-picture') and the row they belong to. */
export interface FileOwner {
  kind: string
  id: string
}

export interface StoredFile {
  id: string
  name: string
  /** What it shows or is. */
  description: string
  mediaType: MediaType
  bytes: number
  sha256: string
  addedAt: string
  /** When a scanner found nothing; null when none was set up. */
  scannedAt: string | null
}

/** The files of an owner, in the order in which they were added. */
export async function filesOf(db: Db, owner: FileOwner): Promise<StoredFile[]> {
  return selectFiles(db)
    .where('owner_kind', '=', owner.kind)
    .where('owner_id', '=', owner.id)
    .orderBy('added_at')
    .orderBy('id')
    .execute()
}

/** A file of the owner; undefined for another's. */
export async function findFile(db: Db, owner: FileOwner, id: string): Promise<StoredFile | undefined> {
  return selectFiles(db)
    .where('id', '=', id)
    .where('owner_kind', '=', owner.kind)
    .where('owner_id', '=', owner.id)
    .executeTakeFirst()
}

function selectFiles(db: Db) {
  return db
    .selectFrom('stored_file')
    .select([
      'id',
      'name',
      'description',
      'media_type as mediaType',
      'bytes',
      'sha256',
      'added_at as addedAt',
      'scanned_at as scannedAt',
    ])
}

/** Names a file that stands on the disk already. */
export async function insertFile(
  tx: Tx,
  owner: FileOwner,
  file: StoredFile & { addedBy: string | null },
): Promise<void> {
  await insertAll(tx, 'stored_file', [
    {
      id: file.id,
      owner_kind: owner.kind,
      owner_id: owner.id,
      name: file.name,
      description: file.description,
      media_type: file.mediaType,
      bytes: file.bytes,
      sha256: file.sha256,
      added_by: file.addedBy,
      added_at: file.addedAt,
      scanned_at: file.scannedAt,
    },
  ])
}

/** Holds the files of an owner until the transaction ends, and counts them as they stand now, whatever was read before. */
export async function holdFiles(tx: Tx, owner: FileOwner): Promise<number> {
  const held = await tx
    .updateTable('stored_file')
    .set({ owner_id: owner.id })
    .where('owner_kind', '=', owner.kind)
    .where('owner_id', '=', owner.id)
    .executeTakeFirstOrThrow()
  return Number(held.numUpdatedRows)
}

/** Takes away the names of files; their bytes are dropped after the commit. */
export async function deleteFiles(tx: Tx, owner: FileOwner, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await tx
    .deleteFrom('stored_file')
    .where('owner_kind', '=', owner.kind)
    .where('owner_id', '=', owner.id)
    .where('id', 'in', ids)
    .execute()
}

/** Those of the ids that a row names. */
export async function namedFiles(db: Db, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await db.selectFrom('stored_file').where('id', 'in', ids).select('id').execute()
  return new Set(rows.map(row => row.id))
}

const setting = 'files'

/** The name of this database's own folder of files, made when it is first needed. */
export async function folderName(db: Db): Promise<string> {
  const known = await knownFolder(db)
  if (known !== null) return known
  const name = newId()
  try {
    await insertAll(db, 'setting', [{ name: setting, value: name }])
    return name
  } catch (error) {
    // Another server named it at the same time.
    if (!isUniqueViolation(error)) throw error
    return (await knownFolder(db)) ?? name
  }
}

/** As `folderName`, null while no file was ever kept. */
export async function knownFolder(db: Db): Promise<string | null> {
  const row = await db.selectFrom('setting').where('name', '=', setting).select('value').executeTakeFirst()
  return row?.value ?? null
}
