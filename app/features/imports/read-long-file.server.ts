import type { Problem } from '#app/spreadsheet/problem.ts'
import type { Db, Tx } from '#db/tables.ts'
import { inTransaction, lockRow } from '#db/write.server.ts'
import { addsUp, type ImportCounts, nothingRead } from './import-counts.rule.ts'
import { insertPart, statusOfImport } from './imports.queries.server.ts'
import { clearStaged, insertPiece, settleRead } from './pieces.queries.server.ts'
import type { ImportContext, StagedSummary, StageSink } from './sheet-import.ts'
import type { SheetName } from './sheet-name.ts'
import { sheetImportOf } from './sheets.server.ts'
import { misfitOf, schoolOfFile, stageFile, wholeFile } from './stage-file.server.ts'
import { unitOfImport } from './unit-of-import.server.ts'

/** What a long file was found to hold. */
interface Read {
  status: 'preview' | 'refused'
  counts: ImportCounts
  inPieces: boolean
  said: Pick<
    StagedSummary,
    'problems' | 'rejected' | 'ignored' | 'columns' | 'firstDay' | 'lastDay' | 'schoolId'
  >
}

/**
 * Reads a file that stands as 'reading' and makes it a preview, or says why it is refused. What a killed process left
 * of an earlier attempt is read anew. `tell` rejects once the work was given up; then the import stays as it was.
 */
export async function readLongFile(
  db: Db,
  sheet: SheetName,
  bytes: Uint8Array,
  context: ImportContext,
  tell: StageSink['tell'],
): Promise<void> {
  const { importId } = context
  await inTransaction(db, tx => clearStaged(tx, importId))
  const read =
    (await readInPieces(db, sheet, bytes, context, tell)) ?? (await readAtOnce(db, sheet, bytes, context))
  if (!addsUp(read.counts))
    throw new Error(`Rows of ${context.fileName} are not accounted for: ${JSON.stringify(read.counts)}`)
  const schoolId = read.said.schoolId
  const unitCode = await unitOfImport(db, context, schoolId)
  await inTransaction(db, async tx => {
    await lockRow(tx, 'import_run', importId)
    if ((await statusOfImport(tx, importId)) !== 'reading') return
    await insertSaid(tx, importId, read)
    const { firstDay, lastDay } = read.said
    await settleRead(tx, importId, { ...read, firstDay, lastDay, schoolId, unitCode })
  })
}

/** Null when the sheet, or this file of it, can only be read at once. */
async function readInPieces(
  db: Db,
  sheet: SheetName,
  bytes: Uint8Array,
  context: ImportContext,
  tell: StageSink['tell'],
): Promise<Read | null> {
  const { inPieces } = sheetImportOf(sheet)
  if (inPieces === undefined) return null
  const { importId } = context
  const counts = { ...nothingRead }
  let number = 0
  const staged = await inPieces.stage(db, bytes, context, {
    tell,
    keep: async piece => {
      await inTransaction(db, tx => insertPiece(tx, importId, number, piece))
      number += 1
      for (const verdict of ['new', 'changed', 'unchanged'] as const) counts[verdict] += piece.counts[verdict]
    },
  })
  if (staged === 'not-in-pieces') return null
  if ('refusal' in staged) {
    const { refusal, values } = staged
    return refusedWhole([wholeFile(context, { code: `workbook.${refusal}`, values })])
  }
  const misfit = misfitOf(sheet, staged.mark, await schoolOfFile(db, context, staged.mark))
  if (misfit !== null) return refusedWhole([wholeFile(context, misfit)])
  counts.rejected = staged.rejected.length
  counts.ignored = staged.ignored.length
  const { new: added, changed, unchanged, rejected, ignored } = counts
  counts.read = added + changed + unchanged + rejected + ignored
  return { status: 'preview', counts, inPieces: true, said: staged }
}

async function readAtOnce(
  db: Db,
  sheet: SheetName,
  bytes: Uint8Array,
  context: ImportContext,
): Promise<Read & { rows?: readonly unknown[] }> {
  const file = await stageFile(db, sheet, bytes, context, { isLong: true })
  if (!file.ok) return refusedWhole(file.problems)
  const { rows } = file.staged
  return { status: 'preview', counts: file.counts, inPieces: false, said: file.staged, rows }
}

function refusedWhole(problems: Problem[]): Read {
  const said = {
    problems,
    rejected: [],
    ignored: [],
    columns: [],
    firstDay: null,
    lastDay: null,
    schoolId: null,
  }
  return { status: 'refused', counts: nothingRead, inPieces: false, said }
}

const verdicts = ['new', 'changed', 'unchanged']

async function insertSaid(
  tx: Tx,
  importId: string,
  { said, inPieces, rows = [] }: Read & { rows?: readonly unknown[] },
): Promise<void> {
  if (!inPieces) {
    const inOrder = rows as { verdict: string }[]
    await insertPart(
      tx,
      importId,
      'rows',
      verdicts.flatMap(verdict => inOrder.filter(row => row.verdict === verdict)),
    )
  }
  await insertPart(tx, importId, 'problems', said.problems)
  await insertPart(tx, importId, 'ignored', [
    { columns: said.columns },
    ...said.ignored,
    ...said.rejected.map(one => ({ ...one, why: 'rejected' })),
  ])
}
