import { sql } from 'kysely'
import type { Db, Tx } from '#db/tables.ts'
import { insertAll } from '#db/write.server.ts'

/** Bytes of a file that go into one row: far below the largest packet of any server. */
const bytesOfPiece = 4 * 1024 * 1024

export async function insertFile(tx: Tx, importId: string, bytes: Uint8Array): Promise<void> {
  for (let number = 0; number * bytesOfPiece < Math.max(1, bytes.byteLength); number += 1) {
    const piece = bytes.subarray(number * bytesOfPiece, (number + 1) * bytesOfPiece)
    await insertAll(tx, 'import_file', [{ import_id: importId, number, bytes: piece }])
  }
}

/** Whether the uploaded file is still kept: that of scores goes in time, a long one that is refused or given up unread at once. */
export async function isFileKept(db: Db, id: string): Promise<boolean> {
  const row = await db
    .selectFrom('import_file')
    .where('import_id', '=', id)
    .where('number', '=', 0)
    .select('import_id')
    .executeTakeFirst()
  return row !== undefined
}

/** The uploaded file as it came; undefined when it is no longer kept. */
export async function fileOfImport(db: Db, id: string): Promise<Uint8Array | undefined> {
  const last = await db
    .selectFrom('import_file')
    .where('import_id', '=', id)
    .select('number')
    .select(sql<number>`length(bytes)`.as('size'))
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (last === undefined) return undefined
  const file = new Uint8Array(last.number * bytesOfPiece + Number(last.size))
  let at = 0
  for (let number = 0; number <= last.number; number += 1) {
    const piece = await db
      .selectFrom('import_file')
      .where('import_id', '=', id)
      .where('number', '=', number)
      .select('bytes')
      .executeTakeFirst()
    // It may have been let go meanwhile.
    if (piece === undefined) return undefined
    file.set(new Uint8Array(piece.bytes), at)
    at += piece.bytes.byteLength
  }
  return file
}

export async function deleteFile(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('import_file').where('import_id', '=', id).execute()
}
