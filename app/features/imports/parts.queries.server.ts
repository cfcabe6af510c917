import type { Day } from '#app/calendar-day.ts'
import type { Database, Db, Tx } from '#db/tables.ts'
import { insertAll } from '#db/write.server.ts'
import type { ImportCounts } from './import-counts.rule.ts'

type Part = Database['import_part']['part']

/** Entries a piece: a page of the preview reads one or two pieces, a commit all. */
const pieceSize = 500

/** Keeps the entries of one part of an import. */
export async function insertPart(tx: Tx, id: string, part: Part, entries: readonly unknown[]): Promise<void> {
  for (let start = 0; start < entries.length; start += pieceSize) {
    await insertAll(tx, 'import_part', [
      {
        import_id: id,
        part,
        number: start / pieceSize,
        content: JSON.stringify(entries.slice(start, start + pieceSize)),
      },
    ])
  }
}

/** Entries `from` (0-based) to before `to` of one part of an import, all of them by default. */
export async function readPart<T>(
  db: Db,
  id: string,
  part: Part,
  from = 0,
  to = Number.MAX_SAFE_INTEGER,
): Promise<T[]> {
  const first = Math.floor(from / pieceSize)
  const pieces = await db
    .selectFrom('import_part')
    .where('import_id', '=', id)
    .where('part', '=', part)
    .where('number', '>=', first)
    .where('number', '<=', Math.min(2_000_000_000, Math.floor((to - 1) / pieceSize)))
    .select('content')
    .orderBy('number')
    .execute()
  const entries = pieces.flatMap(piece => JSON.parse(piece.content) as T[])
  return entries.slice(from - first * pieceSize, to - first * pieceSize)
}

/** What a preview says now, after its file was read again. */
export async function updateStaged(
  tx: Tx,
  id: string,
  said: { counts: ImportCounts; firstDay: Day | null; lastDay: Day | null; createdAt: string },
): Promise<void> {
  await tx
    .updateTable('import_run')
    .set({
      counts: JSON.stringify(said.counts),
      first_day: said.firstDay,
      last_day: said.lastDay,
      created_at: said.createdAt,
    })
    .where('id', '=', id)
    .execute()
  await tx
    .deleteFrom('import_part')
    .where('import_id', '=', id)
    .where('part', 'in', ['rows', 'problems', 'ignored'])
    .execute()
}
