import type { Tx } from '#db/tables.ts'
import { insertChanges, piecesOf } from './pieces.queries.server.ts'
import type {
  BareRow,
  CommitRow,
  ImportContext,
  Json,
  SheetImport,
  UndoAnswer,
  UndoContext,
} from './sheet-import.ts'

type InPieces = NonNullable<SheetImport['inPieces']>

/** Rows of one group that are committed in one call at most, but for the piece that goes beyond. */
const rowsAtOnce = 10_000

/** Commits what was staged in pieces, group by group, in one transaction; `tell` hears how many rows are done. */
export async function commitPieces(
  tx: Tx,
  inPieces: InPieces,
  context: ImportContext,
  tell: (done: number) => void = () => undefined,
): Promise<void> {
  let [done, number] = [0, 0]
  let group: string | null = null
  let rows: CommitRow[] = []
  const commit = async () => {
    if (rows.length === 0) return
    const changes = await inPieces.commit(tx, rows, context)
    if (changes.length > 0) await insertChanges(tx, context.importId, number++, changes)
    done += rows.length
    rows = []
    tell(done)
  }
  for await (const piece of piecesOf<BareRow>(tx, context.importId, 'rows')) {
    const [first] = piece
    if (first === undefined) continue
    const own = inPieces.groupOf(first)
    if (own !== group || rows.length >= rowsAtOnce) await commit()
    group = own
    for (const row of piece) rows.push(row)
  }
  await commit()
}

/** Puts back what `commitPieces` changed; the first refusal ends it, and then nothing of it may be kept. */
export async function undoPieces(
  tx: Tx,
  undo: SheetImport['undo'],
  context: UndoContext,
): Promise<UndoAnswer> {
  for await (const changes of piecesOf<Json>(tx, context.importId, 'changes')) {
    const answer = await undo(tx, changes, context)
    if (!answer.ok) return answer
  }
  return { ok: true }
}
