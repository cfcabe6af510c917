import type { Problem } from '#app/spreadsheet/problem.ts'
import type { Db } from '#db/tables.ts'
import { countsOf, countsOfPieces, type ImportCounts } from './import-counts.rule.ts'
import type { ImportContext, StagedPiece, StagedRow } from './sheet-import.ts'
import type { SheetName } from './sheet-name.ts'
import { sheetImportOf } from './sheets.server.ts'
import { stageFile, wholeFile } from './stage-file.server.ts'

export type TriedOut =
  | { ok: true; counts: ImportCounts; problems: Problem[]; rows: StagedRow[] }
  | { ok: false; problems: Problem[] }

/** What an import of the file would do; nothing is kept of it. `rows` are those of a long file only if asked for. */
export async function tryOut(
  db: Db,
  sheet: SheetName,
  bytes: Uint8Array,
  context: ImportContext,
  withRows: boolean,
): Promise<TriedOut> {
  const short = await stageFile(db, sheet, bytes, context)
  const file = !short.ok && short.isLong ? await stageLong(db, sheet, bytes, context, withRows) : short
  if (!file.ok) return { ok: false, problems: file.problems }
  if (!('staged' in file)) return file
  const { rows, problems } = file.staged
  return { ok: true, counts: countsOf(file.staged), problems, rows }
}

async function stageLong(
  db: Db,
  sheet: SheetName,
  bytes: Uint8Array,
  context: ImportContext,
  withRows: boolean,
) {
  const { inPieces } = sheetImportOf(sheet)
  if (inPieces === undefined) return stageFile(db, sheet, bytes, context, { isLong: true })
  const kept: StagedPiece[] = []
  const staged = await inPieces.stage(db, async () => new Uint8Array(bytes), context, {
    tell: async () => undefined,
    keep: async pieces => pieces.map(piece => kept.push(piece) - 1),
    drop: async numbers => {
      for (const number of numbers) delete kept[number]
    },
  })
  if (staged === 'not-in-pieces') return stageFile(db, sheet, bytes, context, { isLong: true })
  if ('unkeepable' in staged) return { ok: false as const, problems: staged.unkeepable }
  if ('refusal' in staged) {
    const { refusal, values } = staged
    return { ok: false as const, problems: [wholeFile(context, { code: `workbook.${refusal}`, values })] }
  }
  const rows: StagedRow[] = []
  const pieces = Object.values(kept)
  if (withRows)
    for (const { content } of pieces)
      for (const row of await inPieces.show(db, inPieces.rowsOf(content))) rows.push(row)
  const counts = countsOfPieces(
    pieces.map(piece => piece.counts),
    staged,
  )
  return { ok: true as const, counts, problems: staged.problems, rows }
}
