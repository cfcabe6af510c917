import { withoutPersonalNumbers } from '#app/features/coaching/personal-number.rule.ts'
import type { Problem } from '#app/spreadsheet/problem.ts'
import type { Db, Tx } from '#db/tables.ts'
import { inTransaction, lockRow } from '#db/write.server.ts'
import { correctionsOf, type KeptCorrection, setRaw } from './corrections.queries.server.ts'
import { laidOver, mostCharacters, placeKey } from './corrections.rule.ts'
import { addsUp, countsOfPieces, type ImportCounts, nothingRead } from './import-counts.rule.ts'
import { statusOfImport } from './imports.queries.server.ts'
import { insertAside, insertStaged } from './insert-staged.server.ts'
import { deleteFile } from './kept-file.queries.server.ts'
import {
  clearAside,
  clearPieces,
  clearStaged,
  deletePieces,
  insertPieces,
  settleRead,
  wasReadBefore,
} from './pieces.queries.server.ts'
import type { ImportContext, StagedPiece, StagedRow, StagedSummary, StageSink } from './sheet-import.ts'
import type { SheetName } from './sheet-name.ts'
import { sheetImportOf } from './sheets.server.ts'
import { misfitOf, otherVersion, schoolOfFile, stageFile, wholeFile } from './stage-file.server.ts'
import { unitOfImport } from './unit-of-import.server.ts'

/** What a long file was found to hold. */
interface Read {
  status: 'preview' | 'refused'
  counts: ImportCounts
  said: Omit<StagedSummary, 'table'> & Partial<Pick<StagedSummary, 'table'>>
  /** Null where they were kept piece by piece. */
  rows: StagedRow[] | null
}

/** What ties a reading to the work that was taken; either rejects once that was given up or taken by somebody else. */
export interface WorkHold {
  tell: StageSink['tell']
  /** Keeps the work until the transaction ends. */
  hold: (tx: Tx) => Promise<void>
}

/**
 * Reads a file that stands as 'reading', with all that was answered laid over it, and makes it a preview, or says why it
 * is refused. What a killed process left of an earlier attempt is read anew. Nothing is written any more once the work
 * is no longer held. Throws when a file that was a preview before would be refused: what was answered to it is kept.
 */
export async function readLongFile(
  db: Db,
  sheet: SheetName,
  file: () => Promise<Uint8Array>,
  context: ImportContext,
  work: WorkHold,
): Promise<void> {
  const { importId } = context
  const begun = await begin(db, importId, work)
  if (begun === null) return
  const { given, isAgain } = begun
  const asked = { ...context, corrections: laidOver(given) }
  const read =
    (await readInPieces(db, sheet, file, asked, work)) ?? (await readAtOnce(db, sheet, await file(), asked))
  if (isAgain && read.status === 'refused')
    throw new Error(`What was a preview is refused: ${read.said.problems[0]?.code}`)
  if (!addsUp(read.counts))
    throw new Error(`Rows of ${context.fileName} are not accounted for: ${JSON.stringify(read.counts)}`)
  const schoolId = read.said.schoolId
  const unitCode = await unitOfImport(db, context, schoolId)
  await inTransaction(db, async tx => {
    await lockRow(tx, 'import_run', importId)
    await work.hold(tx)
    if ((await statusOfImport(tx, importId)) !== 'reading') return
    const { status, counts, said, rows } = read
    // Some of it may have been kept in pieces before it turned out that it cannot be, or is refused.
    if (rows === null) await clearAside(tx, importId)
    else await clearStaged(tx, importId)
    if (rows === null) await insertAside(tx, importId, said)
    else await insertStaged(tx, importId, { ...said, rows })
    await keepWhatStood(tx, importId, given, said.table)
    // As of a short file that says nothing which could be imported, only the problems stay: it may hold ID numbers.
    if (status === 'refused') await deleteFile(tx, importId)
    const { firstDay, lastDay } = said
    const inPieces = rows === null
    // A file that says nothing stays with whoever uploaded it.
    const owner = isAgain || status === 'refused' ? {} : { owner: { schoolId, unitCode } }
    await settleRead(tx, importId, { status, counts, firstDay, lastDay, ...owner, inPieces })
  })
}

/** What is to be laid over the file, and whether it was a preview before; null when there is nothing to read any more. */
async function begin(
  db: Db,
  importId: string,
  work: WorkHold,
): Promise<{ given: KeptCorrection[]; isAgain: boolean } | null> {
  return inTransaction(db, async tx => {
    await work.hold(tx)
    // Whoever read it may have been killed before it could say that the work is done.
    if ((await statusOfImport(tx, importId)) !== 'reading') return null
    await clearPieces(tx, importId)
    return { given: await correctionsOf(tx, importId), isAgain: await wasReadBefore(tx, importId) }
  })
}

/** A cell may have been answered of which only the file says what stands in it. */
async function keepWhatStood(
  tx: Tx,
  importId: string,
  given: readonly KeptCorrection[],
  table: StagedSummary['table'] | undefined,
): Promise<void> {
  if (table === undefined) return
  const kept = new Map(given.map(one => [placeKey(one), one.raw]))
  for (const { cell, raw } of table.stood) {
    const one = { sheet: table.sheet, place: cell, raw: withoutPersonalNumbers(raw).slice(0, mostCharacters) }
    if (kept.get(placeKey(one)) !== one.raw) await setRaw(tx, importId, one)
  }
}

/** Null when the sheet, or this file of it, can only be read at once. */
async function readInPieces(
  db: Db,
  sheet: SheetName,
  file: () => Promise<Uint8Array>,
  context: ImportContext,
  work: WorkHold,
): Promise<Read | null> {
  const { inPieces } = sheetImportOf(sheet)
  if (inPieces === undefined) return null
  const { importId } = context
  const kept = new Map<number, StagedPiece['counts']>()
  let number = 0
  const staged = await inPieces.stage(db, file, context, {
    tell: work.tell,
    keep: async pieces => {
      await inTransaction(db, async tx => {
        await work.hold(tx)
        await insertPieces(tx, importId, number, pieces)
      })
      const numbers = pieces.map((_, at) => number + at)
      for (const [at, { counts }] of pieces.entries()) kept.set(number + at, counts)
      number += pieces.length
      return numbers
    },
    drop: async numbers => {
      await inTransaction(db, async tx => {
        await work.hold(tx)
        await deletePieces(tx, importId, numbers)
      })
      for (const dropped of numbers) kept.delete(dropped)
    },
  })
  if (staged === 'not-in-pieces') return null
  if ('unkeepable' in staged) return refusedWhole(staged.unkeepable)
  if ('refusal' in staged) {
    const { refusal, values } = staged
    return refusedWhole([wholeFile(context, { code: `workbook.${refusal}`, values })])
  }
  const misfit = misfitOf(sheet, staged.mark, await schoolOfFile(db, context, staged.mark))
  if (misfit !== null) return refusedWhole([wholeFile(context, misfit)])
  const counts = countsOfPieces([...kept.values()], staged)
  const problems = [...otherVersion(context, staged.mark), ...staged.problems]
  return { status: 'preview', counts, said: { ...staged, problems }, rows: null }
}

async function readAtOnce(
  db: Db,
  sheet: SheetName,
  bytes: Uint8Array,
  context: ImportContext,
): Promise<Read> {
  const { corrections, ...others } = context
  const file = await stageFile(db, sheet, bytes, others, { isLong: true, corrections })
  if (!file.ok) return refusedWhole(file.problems)
  const { rows, ...said } = file.staged
  return { status: 'preview', counts: file.counts, said, rows }
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
  return { status: 'refused', counts: nothingRead, said, rows: [] }
}
