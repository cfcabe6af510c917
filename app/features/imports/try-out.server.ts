import type { Problem } from '#app/spreadsheet/problem.ts'
import type { Db } from '#db/tables.ts'
import { countsOf, type ImportCounts } from './import-counts.rule.ts'
import type { BareRow, ImportContext, StagedRow } from './sheet-import.ts'
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
  const counts = { new: 0, changed: 0, unchanged: 0 }
  const rows: StagedRow[] = []
  const staged = await inPieces.stage(db, bytes, context, {
    tell: async () => undefined,
    keep: async piece => {
      for (const verdict of ['new', 'changed', 'unchanged'] as const) counts[verdict] += piece.counts[verdict]
      if (withRows)
        for (const row of await inPieces.show(db, JSON.parse(piece.rows) as BareRow[])) rows.push(row)
    },
  })
  if (staged === 'not-in-pieces') return stageFile(db, sheet, bytes, context, { isLong: true })
  if ('refusal' in staged) {
    const { refusal, values } = staged
    return { ok: false as const, problems: [wholeFile(context, { code: `workbook.${refusal}`, values })] }
  }
  const { rejected, ignored } = staged
  const apart = { rejected: rejected.length, ignored: ignored.length }
  const read = counts.new + counts.changed + counts.unchanged + apart.rejected + apart.ignored
  return { ok: true as const, counts: { read, ...counts, ...apart }, problems: staged.problems, rows }
}
