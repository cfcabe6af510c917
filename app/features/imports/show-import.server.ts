import type { Scope } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import { kindNames } from '#app/features/activity/activity.text.ts'
import { listSportNames } from '#app/features/sports/sports.queries.server.ts'
import { type Locale, type Message, say } from '#app/i18n/text.ts'
import type { Problem } from '#app/spreadsheet/problem.ts'
import { ignoredReasons } from '#app/spreadsheet/sheet.text.ts'
import type { Db } from '#db/tables.ts'
import type { ImportCounts } from './import-counts.rule.ts'
import { isBlocked } from './import-counts.rule.ts'
import { findImport, type ImportRun, isFileKept, readPart } from './imports.queries.server.ts'
import { importsText } from './imports.text.ts'
import { problemMessage } from './problem-message.ts'
import type { StagedRow } from './sheet-import.ts'
import { isActivitySheet } from './sheet-name.ts'

export type Verdict = Exclude<keyof ImportCounts, 'read'>

export interface ShownImport {
  run: ImportRun
  /** False once file and rows were removed, since they name people. */
  isKept: boolean
  isBlocked: boolean
  problems: (Pick<Problem, 'sheet' | 'cell' | 'header' | 'raw' | 'reading' | 'candidates'> & {
    message: string
  })[]
  problemCount: number
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
const mostProblems = 200
const order: Verdict[] = ['new', 'changed', 'unchanged', 'rejected', 'ignored']

/** One page of an import's preview, in the words of the reader; undefined when it is not the reader's to see. */
export async function showImport(
  db: Db,
  scope: Scope,
  id: string,
  asked: { today: Day; verdict?: Verdict | undefined; page: number; locale: Locale },
): Promise<ShownImport | undefined> {
  const run = await findImport(db, scope, id, asked.today)
  if (run === undefined) return undefined
  const { locale, page } = asked
  const verdict = asked.verdict ?? order.find(each => run.counts[each] > 0) ?? 'new'
  const problems = await readPart<Problem>(db, id, 'problems')
  const [head] = await readPart<{ columns: { key: string; header: Message }[] }>(db, id, 'ignored', 0, 1)
  const total = run.counts[verdict]
  const from = startOf(run.counts, verdict) + (page - 1) * pageSize
  const to = Math.min(from + pageSize, startOf(run.counts, verdict) + total)
  const isSetAside = verdict === 'rejected' || verdict === 'ignored'
  const rows =
    to <= from
      ? []
      : isSetAside
        ? await setAside(db, id, from, to, locale)
        : await stagedRows(db, run, from, to, locale)
  return {
    run,
    isKept: await isFileKept(db, id),
    isBlocked: isBlocked(problems, run.counts),
    problems: problems.slice(0, mostProblems).map(({ values, code, ...problem }) => ({
      ...problem,
      message: problemMessage(locale, { code, ...(values !== undefined && { values }) }),
    })),
    problemCount: problems.length,
    verdict,
    columns: (head?.columns ?? [])
      .filter(column => !(isActivitySheet(run.sheet) && column.key === 'class'))
      .map(({ key, header }) => ({ key, header: say(locale, header) })),
    rows,
    total,
  }
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
  run: Pick<ImportRun, 'id' | 'sheet'>,
  from: number,
  to: number,
  locale: Locale,
): Promise<ShownRow[]> {
  const rows = await readPart<StagedRow>(db, run.id, 'rows', from, to)
  const plain = rows.map(({ sheet, row, shown, before }) => ({
    sheet,
    row,
    shown,
    ...(before && { before }),
  }))
  if (!isActivitySheet(run.sheet)) return plain
  const sports = new Map((await listSportNames(db)).map(sport => [sport.code, sport.name]))
  const kinds: Record<string, Message> = kindNames
  const worded = (values: ShownRow['shown']): ShownRow['shown'] => {
    const kind = kinds[String(values.kind)]
    return {
      ...values,
      kind: kind === undefined ? (values.kind ?? null) : say(locale, kind),
      sport: sports.get(String(values.sport)) ?? values.sport ?? null,
    }
  }
  return plain.map(row => ({
    ...row,
    shown: worded(row.shown),
    ...(row.before && { before: worded(row.before) }),
  }))
}
