import type { Tx } from '#db/tables.ts'
import { inCalls } from './in-calls.rule.ts'
import { bytesOfPiece, changesIn, insertChanges, keptPieces, openPieces } from './pieces.queries.server.ts'
import type { ImportContext, SheetImport, UndoAnswer, UndoContext } from './sheet-import.ts'

type InPieces = NonNullable<SheetImport['inPieces']>

/** Rows that are committed in one call at most, but for the piece that goes beyond. */
const rowsAtOnce = 20_000

/** Commits what was staged in pieces, call by call, in one transaction; `rows` is how many were staged. */
export async function commitPieces(
  tx: Tx,
  inPieces: InPieces,
  context: ImportContext,
  rows: number,
): Promise<void> {
  const kept = await keptPieces(tx, context.importId)
  const found = kept.reduce((sum, { count }) => sum + count, 0)
  if (found !== rows) throw new Error(`Of ${rows} rows of import ${context.importId} ${found} are kept`)
  let number = 0
  // One after the other: a deadlock ends the transaction, and what another call still sent would stand by itself.
  for (const heads of inCalls(kept, rowsAtOnce)) {
    const pieces = await openPieces(tx, context.importId, heads)
    const changes = await inPieces.commit(tx, pieces, context)
    if (changes.length > 0) await insertChanges(tx, context.importId, number++, changes)
  }
}

/** Puts back what `commitPieces` changed; the first refusal ends it, and then nothing of it may be kept. */
export async function undoPieces(
  tx: Tx,
  undo: SheetImport['undo'],
  context: UndoContext,
): Promise<UndoAnswer> {
  const contentOf = (piece: number) => bytesOfPiece(tx, context.importId, piece)
  for await (const changes of changesIn(tx, context.importId)) {
    const answer = await undo(tx, changes, { ...context, contentOf })
    if (!answer.ok) return answer
  }
  return { ok: true }
}
