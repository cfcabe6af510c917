import type { Scope } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import { withoutPersonalNumbers } from '#app/features/coaching/personal-number.rule.ts'
import { type Locale, say } from '#app/i18n/text.ts'
import type { Problem } from '#app/spreadsheet/problem.ts'
import { shownText } from '#app/spreadsheet/shown-text.ts'
import type { Mistake } from '#app/spreadsheet/writing/guide.server.ts'
import type { Db } from '#db/tables.ts'
import { columnHeaded } from './allowed-values.ts'
import { correctionsOf } from './corrections.queries.server.ts'
import { latestImportsOf } from './imports.queries.server.ts'
import { mistakesText as text } from './mistakes.text.ts'
import { readPart } from './parts.queries.server.ts'
import { problemMessage } from './problem-message.ts'
import { isActivitySheet, type SheetName } from './sheet-name.ts'

/** Imports looked back on, problems read of each, kinds of mistakes told and signs shown of a cell. */
const most = { imports: 5, problems: 500, told: 8, signs: 60 }

type Found = Pick<Mistake, 'column' | 'stood' | 'message' | 'right'>

/**
 * What was got wrong most often in the latest imports of a sheet: a school's own, and without a school those that
 * belong to none. A cell that was put right in the preview shows how; no ID or phone number is among them.
 */
export async function lastMistakes(
  db: Db,
  scope: Scope,
  sheet: SheetName,
  asked: { locale: Locale; schoolId: string | null; asOf: Day },
): Promise<Mistake[]> {
  const sheets = isActivitySheet(sheet) ? (['activity-log', 'activity-week'] as const) : [sheet]
  const runs = await latestImportsOf(db, scope, { ...asked, sheets, limit: most.imports })
  const counted = new Map<string, Mistake>()
  for (const { id } of runs) {
    const problems = await readPart<Problem>(db, id, 'problems', 0, most.problems)
    const standing = problems.filter(({ reading }) => reading !== 'warn')
    for (const one of standing) count(counted, one.code, problemFound(sheet, one, asked.locale))
    const answered = (await correctionsOf(db, id)).filter(({ action }) => action === 'set')
    for (const one of answered) count(counted, 'answered', answerFound(one, asked.locale))
  }
  return [...counted.values()].sort((one, other) => other.times - one.times).slice(0, most.told)
}

/** The latest import comes first: its cell is the example. */
function count(counted: Map<string, Mistake>, code: string, found: Found): void {
  const key = `${code} ${found.column}`
  const { column, stood, message, right } = counted.get(key) ?? found
  counted.set(key, { column, stood, message, right, times: (counted.get(key)?.times ?? 0) + 1 })
}

function problemFound(sheet: SheetName, problem: Problem, locale: Locale): Found {
  const column = columnHeaded(sheet, problem.header)
  return {
    column: shortOf(problem.header),
    stood: shownOf(problem.raw, locale),
    message: withoutPersonalNumbers(problemMessage(locale, problem)),
    right: column === undefined ? '' : shownText(column.write(column.example as never)),
  }
}

function answerFound(answer: { header: string; raw: string; value: string }, locale: Locale): Found {
  return {
    column: shortOf(answer.header),
    stood: shownOf(answer.raw, locale),
    message: say(locale, text.answered),
    right: shownOf(answer.value, locale),
  }
}

function shownOf(raw: string, locale: Locale): string {
  return raw.trim() === '' ? say(locale, text.empty) : shortOf(raw)
}

function shortOf(raw: string): string {
  const signs = Array.from(withoutPersonalNumbers(raw))
  return signs.length > most.signs ? `${signs.slice(0, most.signs).join('')}…` : signs.join('')
}
