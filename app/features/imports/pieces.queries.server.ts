import type { Db, Tx } from '#db/tables.ts'
import { insertAll } from '#db/write.server.ts'
import type { ImportCounts } from './import-counts.rule.ts'
import type { BareRow, Json, StagedPiece, StagedRow } from './sheet-import.ts'

type Part = 'rows' | 'changes'

/** Forgets what was read of a file, for it to be read anew. */
export async function clearStaged(tx: Tx, importId: string): Promise<void> {
  await tx.deleteFrom('import_part').where('import_id', '=', importId).execute()
}

/** Keeps a piece of a long file under its number, from 0. */
export async function insertPiece(
  tx: Tx,
  importId: string,
  number: number,
  { rows, counts }: StagedPiece,
): Promise<void> {
  await insertAll(tx, 'import_part', [
    {
      import_id: importId,
      part: 'rows',
      number,
      content: rows,
      rows_new: counts.new,
      rows_changed: counts.changed,
      rows_unchanged: counts.unchanged,
    },
  ])
}

/** Keeps what one call of a sheet's `commit` changed, to be undone in one call. */
export async function insertChanges(
  tx: Tx,
  importId: string,
  number: number,
  changes: readonly Json[],
): Promise<void> {
  await insertAll(tx, 'import_part', [
    { import_id: importId, part: 'changes', number, content: JSON.stringify(changes) },
  ])
}

/** The pieces of a part one by one, in their order; each is asked for when the one before was dealt with. */
export async function* piecesOf<T>(db: Db, importId: string, part: Part): AsyncGenerator<T[]> {
  for (let number = 0; ; number += 1) {
    const content = await pieceAt(db, importId, part, number)
    if (content === undefined) return
    yield JSON.parse(content) as T[]
  }
}

async function pieceAt(db: Db, importId: string, part: Part, number: number): Promise<string | undefined> {
  const row = await db
    .selectFrom('import_part')
    .select('content')
    .where('import_id', '=', importId)
    .where('part', '=', part)
    .where('number', '=', number)
    .executeTakeFirst()
  return row?.content
}

/** The rows of a verdict from the `from`th to before the `to`th, 0-based, of a file that was staged in pieces. */
export async function readPieces(
  db: Db,
  importId: string,
  verdict: StagedRow['verdict'],
  from: number,
  to: number,
): Promise<BareRow[]> {
  const pieces = await db
    .selectFrom('import_part')
    .select(['number', `rows_${verdict} as count`])
    .where('import_id', '=', importId)
    .where('part', '=', 'rows')
    .orderBy('number')
    .execute()
  const rows: BareRow[] = []
  let begins = 0
  for (const { number, count } of pieces) {
    const ends = begins + Number(count ?? 0)
    if (ends > from && begins < to) {
      const whole = JSON.parse((await pieceAt(db, importId, 'rows', number)) ?? '[]') as BareRow[]
      const own = whole.filter(row => row.verdict === verdict)
      rows.push(...own.slice(Math.max(0, from - begins), to - begins))
    }
    begins = ends
  }
  return rows
}

/** What a file that was being read turned out to hold; it is a preview from now on, or refused. */
export async function settleRead(
  tx: Tx,
  importId: string,
  read: {
    status: 'preview' | 'refused'
    counts: ImportCounts
    firstDay: string | null
    lastDay: string | null
    schoolId: string | null
    unitCode: string | null
    inPieces: boolean
  },
): Promise<void> {
  await tx
    .updateTable('import_run')
    .set({
      status: read.status,
      counts: JSON.stringify(read.counts),
      first_day: read.firstDay,
      last_day: read.lastDay,
      school_id: read.schoolId,
      unit_code: read.unitCode,
      in_pieces: read.inPieces ? 1 : null,
    })
    .where('id', '=', importId)
    .execute()
  if (read.status === 'refused')
    await tx.deleteFrom('import_open').where('import_id', '=', importId).execute()
}
