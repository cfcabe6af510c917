import type { Scope } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import { type Locale, locales, say } from '#app/i18n/text.ts'
import type { MarkedWorkbook } from '#app/spreadsheet/marking/mark-workbook.server.ts'
import type { Problem } from '#app/spreadsheet/problem.ts'
import { workbookLimits } from '#app/spreadsheet/workbook.ts'
import type { Db } from '#db/tables.ts'
import { correctionsOf } from './corrections.queries.server.ts'
import { standingCorrections } from './corrections.rule.ts'
import { findImport, type ImportRun } from './imports.queries.server.ts'
import { fileOfImport } from './kept-file.queries.server.ts'
import { type Findings, markFile, markFileInPieces } from './mark-file.server.ts'
import { markedFileText } from './marked-file.text.ts'
import { readPart } from './parts.queries.server.ts'
import { contentsOf } from './pieces.queries.server.ts'
import type { CommitRow } from './sheet-import.ts'
import { sheetImportOf } from './sheets.server.ts'

export type MarkedFile =
  | { ok: true; bytes: Uint8Array; fileName: string }
  /** No such import in the scope, or its file was removed since it named people. */
  | { ok: false; refusal: 'not-found' | 'cannot-mark' }

/**
 * The uploaded workbook of an import as it came in, with what its preview says of it marked. Uploading it again without
 * a change previews as it did the first time. A file that was read in pieces is marked in a thread of its own: a city's
 * month of 200,000 rows takes some seconds, every row of it and every bad cell coloured, and as many cells commented as
 * of any file (`mostNotes`).
 */
export async function markedFile(
  db: Db,
  scope: Scope,
  id: string,
  asked: { today: Day; locale: Locale },
): Promise<MarkedFile> {
  const run = await findImport(db, scope, id, asked.today)
  const bytes = run === undefined ? undefined : await fileOfImport(db, id)
  if (run === undefined || bytes === undefined) return { ok: false, refusal: 'not-found' }
  if (run.status === 'reading') return { ok: false, refusal: 'cannot-mark' }
  const marked = run.isInPieces
    ? await markedInPieces(db, run, bytes, asked.locale)
    : await markFile(bytes, await findingsOf(db, run), asked.locale)
  if (!marked.ok) return { ok: false, refusal: 'cannot-mark' }
  return { ok: true, bytes: marked.bytes, fileName: markedName(run.fileName, marked.isRebuilt, asked.locale) }
}

/** What an import found in its file, as it was kept for its preview. */
async function findingsOf(db: Db, run: Pick<ImportRun, 'id' | 'counts' | 'isInPieces'>): Promise<Findings> {
  const [, ...setAside] = await readPart<{ sheet: string; row: number; why: string }>(db, run.id, 'ignored')
  return {
    counts: run.counts,
    answered: standingCorrections(await correctionsOf(db, run.id)).flatMap(
      ({ sheet, place, action, raw, value }) =>
        action === 'set' ? [{ sheet, cell: place, raw, text: value }] : [],
    ),
    problems: await readPart<Problem>(db, run.id, 'problems'),
    accepted: run.isInPieces ? [] : await readPart<CommitRow>(db, run.id, 'rows'),
    rejected: setAside.filter(({ why }) => why === 'rejected'),
    ignored: setAside.filter(({ why }) => why !== 'rejected'),
  }
}

/** Marks a log; where the thread cannot and it is short enough to be held, as any other file. */
async function markedInPieces(
  db: Db,
  run: ImportRun,
  bytes: Uint8Array,
  locale: Locale,
): Promise<MarkedWorkbook> {
  const found = await findingsOf(db, run)
  const rows = await acceptedRows(db, run)
  const marked = await markFileInPieces(bytes, found, rows, locale)
  if (marked.ok || run.counts.read > workbookLimits.rows) return marked
  const accepted = Array.from(rows.numbers, row => ({ sheet: rows.sheet, row }))
  return markFile(bytes, { ...found, accepted }, locale)
}

/** The accepted rows of a log, all of one sheet, piece by piece. */
async function acceptedRows(db: Db, run: ImportRun): Promise<{ sheet: string; numbers: Uint32Array }> {
  const { new: added, changed, unchanged } = run.counts
  const numbers = new Uint32Array(added + changed + unchanged)
  const { inPieces } = sheetImportOf(run.sheet)
  let sheet = ''
  let at = 0
  for await (const content of inPieces === undefined ? [] : contentsOf(db, run.id)) {
    for (const row of inPieces?.rowsOf(content) ?? []) {
      sheet = row.sheet
      numbers[at] = row.row
      at += 1
    }
  }
  return { sheet, numbers: numbers.subarray(0, at) }
}

/** The file's own name with a mark that it gets only once; readers of dates and classes in names are not disturbed. */
export function markedName(fileName: string, isRebuilt: boolean, locale: Locale): string {
  const dot = fileName.lastIndexOf('.')
  const [name, ending] = dot > 0 ? [fileName.slice(0, dot), fileName.slice(dot)] : [fileName, '.xlsx']
  const suffixes = locales.map(each => say(each, markedFileText.suffix))
  const bare = suffixes.reduce((made, suffix) => made.replace(suffix, ''), name)
  return `${bare}${say(locale, markedFileText.suffix)}${isRebuilt ? '.xlsx' : ending}`
}
