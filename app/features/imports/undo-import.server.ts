import type { Scope } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import { recordAudit } from '#app/features/audit/record-audit.server.ts'
import type { Db } from '#db/tables.ts'
import { inTransaction, lockRow } from '#db/write.server.ts'
import { undoPieces } from './commit-pieces.server.ts'
import {
  committedSince,
  findImport,
  type ImportRun,
  setStatus,
  statusOfImport,
} from './imports.queries.server.ts'
import { readPart } from './parts.queries.server.ts'
import { changesIn } from './pieces.queries.server.ts'
import type { Json, SheetImport, UndoAnswer } from './sheet-import.ts'
import { sheetImportOf } from './sheets.server.ts'

export type UndoRefusal = 'not-found' | 'not-committed' | 'not-undoable' | 'not-yours' | 'changed-since'

/** The import whose rows undoing would lose. */
interface LaterImport {
  id: string
  fileName: string
}

export type UndoResult = { ok: true } | { ok: false; refusal: UndoRefusal; later?: LaterImport }

export interface UndoRequest {
  id: string
  scope: Scope
  actor: { id: string | null; name: string }
  today: Day
}

/**
 * Puts back what stood before a committed import, all or nothing. A second click gets the answer of the first. Refused
 * when somebody changed one of its rows since, naming the import that did where that is known.
 */
export async function undoImport(db: Db, request: UndoRequest): Promise<UndoResult> {
  const run = await findImport(db, request.scope, request.id, request.today)
  if (run === undefined) return { ok: false, refusal: 'not-found' }
  if (run.status === 'undone') return { ok: true }
  if (run.status !== 'committed') return { ok: false, refusal: 'not-committed' }
  const { undo } = sheetImportOf(run.sheet)
  const answer = await carryOut(db, run, undo, request)
  if (answer.ok) return answer
  const later = answer.refusal === 'changed-since' ? await laterThan(db, run, answer, request) : undefined
  const { refusal } = answer
  return { ok: false, refusal, ...(later && { later: { id: later.id, fileName: later.fileName } }) }
}

/** The import that changed the rows since: the one that the sheet knows, or else the first later one that names them. */
async function laterThan(
  db: Db,
  run: ImportRun,
  { by, inUse = false, inTheWay }: { by: string | null; inUse?: boolean; inTheWay?: string },
  { scope, today }: UndoRequest,
): Promise<ImportRun | undefined> {
  if (by !== null && by !== run.id) return findImport(db, scope, by, today)
  // Rows of a long file say by themselves which import they came with.
  if (run.isInPieces) return undefined
  const { changedRow = idOf } = sheetImportOf(run.sheet)
  const changes = await readPart<Json>(db, run.id, 'changes')
  const changed = new Set([...changes.map(changedRow), inTheWay].filter(one => one !== undefined))
  for (const { id, sheet } of await committedSince(db, run)) {
    if (sheet !== run.sheet && !inUse) continue
    for await (const piece of changesIn(db, id))
      if ((inUse ? idsIn(piece) : piece.map(changedRow)).some(one => changed.has(one ?? '')))
        return findImport(db, scope, id, today)
  }
  return undefined
}

function idOf(change: Json): string | undefined {
  return (change as { id?: string }).id
}

/** Every id of the house's own kind (a ULID) in what an import changed. */
function idsIn(changes: readonly Json[]): string[] {
  return JSON.stringify(changes).match(/(?<=")[0-9A-HJKMNP-TV-Z]{26}(?=")/g) ?? []
}

type Answer = UndoAnswer | { ok: false; refusal: 'not-committed' }

async function carryOut(
  db: Db,
  run: ImportRun,
  undo: SheetImport['undo'],
  request: UndoRequest,
): Promise<Answer> {
  try {
    return await putBack(db, run, undo, request)
  } catch (error) {
    if (error instanceof Refused) return error.answer
    throw error
  }
}

/** Thrown so that what was put back before the refusal is taken back too. */
class Refused extends Error {
  constructor(readonly answer: Answer) {
    super('Undoing was refused')
  }
}

async function putBack(
  db: Db,
  run: ImportRun,
  undo: SheetImport['undo'],
  { scope, actor, today }: UndoRequest,
): Promise<Answer> {
  return inTransaction(db, async tx => {
    await lockRow(tx, 'import_run', run.id)
    const status = await statusOfImport(tx, run.id)
    if (status === 'undone') return { ok: true }
    if (status !== 'committed') return { ok: false, refusal: 'not-committed' }
    const context = { importId: run.id, scope, today }
    const answer = run.isInPieces
      ? await undoPieces(tx, undo, context)
      : await undo(tx, await readPart<Json>(tx, run.id, 'changes'), context)
    if (!answer.ok) throw new Refused(answer)
    await setStatus(tx, run.id, 'undone', null)
    await recordAudit(tx, actor, {
      action: 'import.undo',
      subjectKind: 'import',
      subjectId: run.id,
      unitCode: run.unitCode,
      schoolId: run.schoolId,
      detail: { sheet: run.sheet, file: run.fileName, counts: { ...run.counts } },
    })
    return { ok: true }
  })
}
