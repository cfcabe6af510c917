import type { Day } from '#app/calendar-day.ts'
import { type ShownImport, showImport, stagedRows } from '#app/features/imports/show-import.server.ts'
import type { ShownProblem } from '#app/features/imports/shown-problems.ts'
import { type Locale, say } from '#app/i18n/text.ts'
import type { Db } from '#db/tables.ts'
import type { OpenedLink } from './open-link.server.ts'
import { handedInAt } from './upload-links.queries.server.ts'
import { reticentProblems } from './upload-links.text.ts'

/** What somebody with a link sees of a file: what stood in it and what is wrong with it, nothing of the school. */
export interface ShownUpload
  extends Pick<
    ShownImport,
    'isBlocked' | 'problems' | 'problemCount' | 'columns' | 'total' | 'work' | 'isReadAgain'
  > {
  fileName: string
  status: ShownImport['run']['status']
  counts: ShownImport['run']['counts']
  handedInAt: string | null
  /** The accepted rows by their place in the file. How each compares with what stands is told by the counts alone. */
  rows: { sheet: string; row: number; shown: Record<string, string | number | null> }[]
}

export const rowsShown = 50

/**
 * A file that came through the link; undefined for any other. Its rows are shown until it is handed in, or the link is
 * over: afterwards there is nothing left to check. Of a long file it is told how far the work on it is.
 */
export async function showUpload(
  db: Db,
  { link, scope, state }: OpenedLink,
  importId: string,
  asked: { today: Day; now: string; page: number; locale: Locale },
): Promise<ShownUpload | undefined> {
  const at = await handedInAt(db, link.id, importId)
  if (at === undefined || state === 'revoked') return undefined
  const shown = await showImport(db, scope, importId, { ...asked, page: 1 })
  if (shown === undefined) return undefined
  const { run, isBlocked, columns, work, isReadAgain } = shown
  const { status } = run
  const isOpen = at === null && state === 'open'
  const isToCheck = isOpen && status === 'preview' && work === null
  // A short file that is refused as a whole was never kept, and its problems were told at once.
  const isToTell = isToCheck || (isOpen && status === 'refused')
  const total = run.counts.new + run.counts.changed + run.counts.unchanged
  const from = (asked.page - 1) * rowsShown
  const staged = isToCheck ? await stagedRows(db, run, from, from + rowsShown, asked.locale) : []
  return {
    fileName: run.fileName,
    status,
    counts: run.counts,
    handedInAt: at,
    isBlocked,
    problems: isToTell ? shown.problems.map(one => reticent(one, asked.locale)) : [],
    problemCount: isToTell ? shown.problemCount : 0,
    columns,
    work,
    isReadAgain,
    rows: staged.map(({ sheet, row, shown: values }) => ({ sheet, row, shown: values })).sort(byPlace),
    total: isToCheck ? total : 0,
  }
}

/** Says what is wrong without the numbers that the school alone knows. */
function reticent(problem: ShownProblem, locale: Locale): ShownProblem {
  const message = reticentProblems[problem.code]
  return message === undefined ? problem : { ...problem, message: say(locale, message) }
}

function byPlace(one: { sheet: string; row: number }, other: { sheet: string; row: number }): number {
  return one.sheet.localeCompare(other.sheet) || one.row - other.row
}
