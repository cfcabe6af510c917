import type { InsertObject } from 'kysely'
import type { Database, Db, Tx } from '#db/tables.ts'
import { bytesOfText, textFromBytes } from '#db/write.server.ts'
import { type ImportCounts, nothingRead } from './import-counts.rule.ts'
import { readPart } from './parts.queries.server.ts'
import type { BareRow, Json, KeptPiece, StagedPiece, StagedRow, StagedTable } from './sheet-import.ts'

type Part = 'rows' | 'changes'

/** Forgets what was read of a file, for it to be read anew. */
export async function clearStaged(tx: Tx, importId: string): Promise<void> {
  await tx.deleteFrom('import_part').where('import_id', '=', importId).execute()
}

/** Forgets the rows of a file that is to be read anew, not what is said beside them: people may still answer to it. */
export async function clearPieces(tx: Tx, importId: string): Promise<void> {
  await tx
    .deleteFrom('import_part')
    .where('import_id', '=', importId)
    .where('part', 'in', ['rows', 'digest'])
    .execute()
}

/** Forgets what a file said beside its rows. */
export async function clearAside(tx: Tx, importId: string): Promise<void> {
  await tx
    .deleteFrom('import_part')
    .where('import_id', '=', importId)
    .where('part', 'in', ['problems', 'ignored'])
    .execute()
}

/** The one table of a file that was read in pieces; undefined for any other. */
export async function tableOfImport(db: Db, importId: string): Promise<StagedTable | undefined> {
  const [head] = await readPart<{ table?: StagedTable }>(db, importId, 'ignored', 0, 1)
  return head?.table
}

/** A preview is being read again from now on, its file as of the instant. */
export async function setReadAgain(tx: Tx, importId: string, uploadedAt: string): Promise<void> {
  await tx
    .updateTable('import_run')
    .set({ status: 'reading', created_at: uploadedAt })
    .where('id', '=', importId)
    .execute()
}

/** Whether the file stood as a preview in pieces before. */
export async function wasReadBefore(db: Db, importId: string): Promise<boolean> {
  const row = await db
    .selectFrom('import_run')
    .where('id', '=', importId)
    .select('in_pieces as inPieces')
    .executeTakeFirst()
  return row?.inPieces === 1
}

/** The file says nothing any more, as if it had never been read. */
export async function forgetRead(tx: Tx, importId: string): Promise<void> {
  await clearStaged(tx, importId)
  await tx
    .updateTable('import_run')
    .set({ counts: JSON.stringify(nothingRead), in_pieces: null })
    .where('id', '=', importId)
    .execute()
}

/** Keeps pieces of a long file under numbers that follow one another. */
export async function insertPieces(
  tx: Tx,
  importId: string,
  firstNumber: number,
  pieces: readonly StagedPiece[],
): Promise<void> {
  const texts = pieces.map(({ content, counts }, at): PartRow => {
    const part = { import_id: importId, part: 'rows' as const, number: firstNumber + at }
    const { new: rows_new, changed: rows_changed, unchanged: rows_unchanged } = counts
    return { ...part, content: textFromBytes(tx, content), rows_new, rows_changed, rows_unchanged }
  })
  const digests = pieces.map(({ digest }, at): PartRow => {
    const part = { import_id: importId, part: 'digest' as const, number: firstNumber + at }
    return { ...part, content: JSON.stringify(digest) }
  })
  await insertLong(tx, [...texts, ...digests])
}

type PartRow = InsertObject<Database, 'import_part'>

/** Long texts as they are: `insertAll` would put them into another one. */
async function insertLong(tx: Tx, parts: readonly PartRow[]): Promise<void> {
  await tx.insertInto('import_part').values(parts).execute()
}

export async function deletePieces(tx: Tx, importId: string, numbers: readonly number[]): Promise<void> {
  if (numbers.length === 0) return
  await tx
    .deleteFrom('import_part')
    .where('import_id', '=', importId)
    .where('part', 'in', ['digest', 'rows'])
    .where('number', 'in', numbers)
    .execute()
}

/** A kept piece without its content. */
export type PieceHead = Omit<KeptPiece, 'content'>

/** The pieces of a long file in the order of their numbers. */
export async function keptPieces(db: Db, importId: string): Promise<PieceHead[]> {
  const pieces = await db
    .selectFrom('import_part as digest')
    .innerJoin('import_part as rows', join =>
      join
        .onRef('rows.import_id', '=', 'digest.import_id')
        .onRef('rows.number', '=', 'digest.number')
        .on('rows.part', '=', 'rows'),
    )
    .where('digest.import_id', '=', importId)
    .where('digest.part', '=', 'digest')
    .select(['digest.number', 'digest.content', 'rows.rows_new', 'rows.rows_changed', 'rows.rows_unchanged'])
    .orderBy('digest.number')
    .execute()
  return pieces.map(({ number, content, rows_new, rows_changed, rows_unchanged }) => ({
    number,
    digest: JSON.parse(content) as Json,
    count: Number(rows_new) + Number(rows_changed) + Number(rows_unchanged),
  }))
}

/** Some of them with their contents, in the order given. */
export async function openPieces(
  db: Db,
  importId: string,
  heads: readonly PieceHead[],
): Promise<KeptPiece[]> {
  const numbers = heads.map(({ number }) => number)
  const contents = await partsOf(db, importId, 'rows')
    .where('number', 'in', numbers)
    .select(['number', bytesOfText(db, 'content').as('bytes')])
    .execute()
  const byNumber = new Map(contents.map(({ number, bytes }) => [number, new Uint8Array(bytes)]))
  return heads.map(({ number, digest, count }) => {
    const content = byNumber.get(number)
    if (content === undefined) throw new Error(`Piece ${number} of import ${importId} is no longer kept`)
    return { number, digest, count, content }
  })
}

/** The contents of all pieces of a long file in the order of their numbers, one after the other. */
export async function* contentsOf(db: Db, importId: string): AsyncGenerator<Uint8Array> {
  for (const { number } of await partsOf(db, importId, 'rows').select('number').orderBy('number').execute())
    yield await bytesOfPiece(db, importId, number)
}

/** Keeps what one call of a sheet's `commit` changed, to be undone in one call. */
export async function insertChanges(
  tx: Tx,
  importId: string,
  number: number,
  changes: readonly Json[],
): Promise<void> {
  await insertLong(tx, [{ import_id: importId, part: 'changes', number, content: JSON.stringify(changes) }])
}

/** What `insertChanges` kept, one call's after the other's. */
export async function* changesIn(db: Db, importId: string): AsyncGenerator<Json[]> {
  const calls = await partsOf(db, importId, 'changes').select('number').orderBy('number').execute()
  for (const { number } of calls) {
    const { content } = await partsOf(db, importId, 'changes')
      .where('number', '=', number)
      .select('content')
      .executeTakeFirstOrThrow()
    yield JSON.parse(content) as Json[]
  }
}

/** What one piece holds. */
export async function bytesOfPiece(db: Db, importId: string, number: number): Promise<Uint8Array> {
  const { bytes } = await partsOf(db, importId, 'rows')
    .where('number', '=', number)
    .select(bytesOfText(db, 'content').as('bytes'))
    .executeTakeFirstOrThrow()
  return new Uint8Array(bytes)
}

function partsOf(db: Db, importId: string, part: Part) {
  return db.selectFrom('import_part').where('import_id', '=', importId).where('part', '=', part)
}

/** The rows of a verdict from the `from`th to before the `to`th, 0-based, of a file that was staged in pieces. */
export async function readPieces(
  db: Db,
  importId: string,
  rowsOf: (content: Uint8Array) => BareRow[],
  { verdict, from, to }: { verdict: StagedRow['verdict']; from: number; to: number },
): Promise<BareRow[]> {
  const pieces = await partsOf(db, importId, 'rows')
    .select(['number', `rows_${verdict} as count`])
    .orderBy('number')
    .execute()
  const rows: BareRow[] = []
  let begins = 0
  for (const { number, count } of pieces) {
    const ends = begins + Number(count ?? 0)
    if (ends > from && begins < to) {
      const whole = rowsOf(await bytesOfPiece(db, importId, number))
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
    /** Whose it is; left as it was when absent. */
    owner?: { schoolId: string | null; unitCode: string | null }
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
      ...(read.owner && { school_id: read.owner.schoolId, unit_code: read.owner.unitCode }),
      in_pieces: read.inPieces ? 1 : null,
    })
    .where('id', '=', importId)
    .execute()
  if (read.status === 'refused')
    await tx.deleteFrom('import_open').where('import_id', '=', importId).execute()
}
