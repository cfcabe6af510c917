import type { Scope } from '#app/auth/scope.ts'
import { type Day, secondsBetween } from '#app/calendar-day.ts'
import { kindNames } from '#app/features/activity/activity.text.ts'
import { listSportNames } from '#app/features/sports/sports.queries.server.ts'
import { type Locale, type Message, say } from '#app/i18n/text.ts'
import type { Problem } from '#app/spreadsheet/problem.ts'
import { ignoredReasons } from '#app/spreadsheet/sheet.text.ts'
import type { Db } from '#db/tables.ts'
import { correctionsOf, type KeptCorrection } from './corrections.queries.server.ts'
import { placeKey, standingCorrections } from './corrections.rule.ts'
import type { ImportCounts } from './import-counts.rule.ts'
import { isBlocked } from './import-counts.rule.ts'
import { findWork } from './import-work.queries.server.ts'
import { committedBefore, findImport, type ImportRun } from './imports.queries.server.ts'
import { importsText } from './imports.text.ts'
import { isFileKept } from './kept-file.queries.server.ts'
import { readPart } from './parts.queries.server.ts'
import { readPieces } from './pieces.queries.server.ts'
import type { BareRow, StagedRow } from './sheet-import.ts'
import { isActivitySheet } from './sheet-name.ts'
import { sheetImportOf } from './sheets.server.ts'
import { type ShownCorrection, shownCorrections } from './shown-corrections.ts'
import { problemsOnPage, type ShownProblem } from './shown-problems.ts'
import { progressOf, type WorkProgress } from './work-progress.rule.ts'

export type Verdict = Exclude<keyof ImportCounts, 'read'>

export interface ShownImport {
  run: ImportRun
  /** False once file and rows were removed, since they name people. */
  isKept: boolean
  isBlocked: boolean
  problems: ShownProblem[]
  problemCount: number
  /** The page of problems that is shown, from 1. */
  problemPage: number
  corrections: ShownCorrection[]
  correctionCount: number
  /** The work on a long file, while it goes on or when it failed. */
  work: WorkProgress | null
  /** It was a preview, and is read again with what was answered. */
  isReadAgain: boolean
  /** The same file was committed before and not undone since. */
  earlier: { id: string; actor: string; committedAt: string } | null
  verdict: Verdict
  columns: { key: string; header: string }[]
  rows: ShownRow[]
  /** Rows of the verdict, on all pages together. */
  total: number
}

interface ShownRow {
  sheet: string
  row: number
  shown: Record<string, string | number | null>
  before?: Record<string, string | number | null>
  why?: string
}

export const pageSize = 50
const order: Verdict[] = ['new', 'changed', 'unchanged', 'rejected', 'ignored']

/** One page of an import's preview, in the words of the reader; undefined when it is not the reader's to see. */
export async function showImport(
  db: Db,
  scope: Scope,
  id: string,
  asked: {
    today: Day
    /** UTC text. */
    now: string
    verdict?: Verdict | undefined
    page: number
    problemPage?: number
    locale: Locale
  },
): Promise<ShownImport | undefined> {
  const run = await findImport(db, scope, id, asked.today)
  if (run === undefined) return undefined
  const { locale, page } = asked
  const verdict = asked.verdict ?? order.find(each => run.counts[each] > 0) ?? 'new'
  const problems = await readPart<Problem>(db, id, 'problems')
  const [head] = await readPart<{ columns: { key: string; header: Message }[] }>(db, id, 'ignored', 0, 1)
  const total = run.counts[verdict]
  const rows = await rowsOnPage(db, run, verdict, page, locale)
  const given = await correctionsOf(db, id)
  const isReadAgain = run.status === 'reading' && run.isInPieces
  const open = isReadAgain ? unanswered(problems, given) : problems
  return {
    run,
    isKept: await isFileKept(db, id),
    isBlocked: isBlocked(problems, run.counts),
    ...problemsOnPage(run.sheet, open, asked.problemPage ?? 1, locale),
    ...shownCorrections(given),
    work: await workOf(db, id, asked.now),
    isReadAgain,
    earlier: await earlierOf(db, scope, run, asked.today),
    verdict,
    columns: (head?.columns ?? [])
      .filter(column => !(isActivitySheet(run.sheet) && column.key === 'class'))
      .map(({ key, header }) => ({ key, header: say(locale, header) })),
    rows,
    total,
  }
}

/** The problems without those of places to which something was answered: what comes of it is not known yet. */
function unanswered(problems: readonly Problem[], given: readonly KeptCorrection[]): Problem[] {
  const places = new Set(standingCorrections(given).map(placeKey))
  return problems.filter(
    ({ sheet, cell }) =>
      !places.has(placeKey({ sheet, place: cell })) &&
      !places.has(placeKey({ sheet, place: cell.replace(/^[A-Z]+/, '') })),
  )
}

async function workOf(db: Db, id: string, now: string): Promise<WorkProgress | null> {
  const work = await findWork(db, id)
  if (work === undefined) return null
  return progressOf(work, secondsBetween(work.startedAt ?? now, now))
}

async function rowsOnPage(
  db: Db,
  run: ImportRun,
  verdict: Verdict,
  page: number,
  locale: Locale,
): Promise<ShownRow[]> {
  const first = (page - 1) * pageSize
  const last = Math.min(first + pageSize, run.counts[verdict])
  if (last <= first || run.status === 'reading') return []
  const start = startOf(run.counts, verdict)
  if (verdict === 'rejected' || verdict === 'ignored')
    return setAside(db, run.id, start + first, start + last, locale)
  const { inPieces } = sheetImportOf(run.sheet)
  const rows =
    run.isInPieces && inPieces !== undefined
      ? await inPieces.show(
          db,
          await readPieces(db, run.id, inPieces.rowsOf, { verdict, from: first, to: last }),
        )
      : await readPart<StagedRow>(db, run.id, 'rows', start + first, start + last)
  return worded(db, run, rows, locale)
}

async function earlierOf(db: Db, scope: Scope, run: ImportRun, asOf: Day): Promise<ShownImport['earlier']> {
  if (run.status !== 'preview') return null
  const before = await committedBefore(db, scope, run, asOf)
  if (before === undefined) return null
  return { id: before.id, actor: before.actor, committedAt: before.committedAt ?? before.createdAt }
}

/** Where the rows of a verdict begin: rows stand by verdict, what was set aside behind the line of columns. */
function startOf(counts: ImportCounts, verdict: Verdict): number {
  if (verdict === 'ignored') return 1
  if (verdict === 'rejected') return 1 + counts.ignored
  if (verdict === 'new') return 0
  return verdict === 'changed' ? counts.new : counts.new + counts.changed
}

async function setAside(db: Db, id: string, from: number, to: number, locale: Locale): Promise<ShownRow[]> {
  const entries = await readPart<{ sheet: string; row: number; why: string }>(db, id, 'ignored', from, to)
  return entries.map(({ sheet, row, why }) => ({ sheet, row, shown: {}, why: reasonOf(why, locale) }))
}

function reasonOf(why: string, locale: Locale): string {
  if (why === 'rejected') return say(locale, importsText.rejectedRow)
  if (why === 'repeated') return say(locale, importsText.repeated)
  const known: Record<string, Message> = ignoredReasons
  const message = known[why]
  return message === undefined ? say(locale, importsText.notARecord) : say(locale, message)
}

/** Accepted rows `from` (0-based) to before `to` of an import, new ones first, in the words of the reader. */
export async function stagedRows(
  db: Db,
  run: Pick<ImportRun, 'id' | 'sheet' | 'counts' | 'isInPieces'>,
  from: number,
  to: number,
  locale: Locale,
): Promise<ShownRow[]> {
  const { inPieces } = sheetImportOf(run.sheet)
  if (!run.isInPieces || inPieces === undefined)
    return worded(db, run, await readPart<StagedRow>(db, run.id, 'rows', from, to), locale)
  const bare: BareRow[] = []
  let start = 0
  for (const verdict of ['new', 'changed', 'unchanged'] as const) {
    const part = { from: Math.max(0, from - start), to: Math.min(run.counts[verdict], to - start) }
    if (part.to > part.from)
      bare.push(...(await readPieces(db, run.id, inPieces.rowsOf, { verdict, ...part })))
    start += run.counts[verdict]
  }
  return worded(db, run, await inPieces.show(db, bare), locale)
}

async function worded(
  db: Db,
  run: Pick<ImportRun, 'sheet'>,
  rows: readonly StagedRow[],
  locale: Locale,
): Promise<ShownRow[]> {
  const plain = rows.map(({ sheet, row, shown, before }) => ({
    sheet,
    row,
    shown,
    ...(before && { before }),
  }))
  if (!isActivitySheet(run.sheet)) return plain
  const sports = new Map((await listSportNames(db)).map(sport => [sport.code, sport.name]))
  const kinds: Record<string, Message> = kindNames
  const inWords = (values: ShownRow['shown']): ShownRow['shown'] => {
    const kind = kinds[String(values.kind)]
    return {
      ...values,
      kind: kind === undefined ? (values.kind ?? null) : say(locale, kind),
      sport: sports.get(String(values.sport)) ?? values.sport ?? null,
    }
  }
  return plain.map(row => ({
    ...row,
    shown: inWords(row.shown),
    ...(row.before && { before: inWords(row.before) }),
  }))
}
