import type { Locale } from '#app/i18n/text.ts'
import type { Problem } from '#app/spreadsheet/problem.ts'
import { allowedIn } from './allowed-values.ts'
import { countAlike, isAnswerable, likeness } from './answerable.rule.ts'
import { problemMessage } from './problem-message.ts'
import { wordQuestionOf } from './word-question.ts'

/** A problem in the reader's words, with what may be done about it. */
export interface ShownProblem
  extends Pick<Problem, 'sheet' | 'cell' | 'header' | 'raw' | 'reading' | 'code' | 'candidates'> {
  message: string
  /** What the column takes, as its template says it. */
  allowed: string | null
  isAnswerable: boolean
  /** How many cells have the very same problem, this one included. */
  same: number
  isFirstOfSame: boolean
  /** The unknown word whose meaning is asked for. */
  word: string | null
}

export const problemPageSize = 50

/** One page of the problems: those that hold the rows up come before those that are only to be looked at. */
export function problemsOnPage(
  sheet: string,
  problems: readonly Problem[],
  page: number,
  locale: Locale,
): { problems: ShownProblem[]; problemCount: number; problemPage: number } {
  const inOrder = [
    ...problems.filter(one => one.reading !== 'warn'),
    ...problems.filter(one => one.reading === 'warn'),
  ]
  const problemPage = Math.max(1, Math.min(page, Math.ceil(inOrder.length / problemPageSize)))
  const alike = countAlike(problems)
  const seen = new Set<string>()
  const shown = inOrder.slice((problemPage - 1) * problemPageSize, problemPage * problemPageSize)
  return {
    problemCount: problems.length,
    problemPage,
    problems: shown.map(({ values, ...problem }) => {
      const question = wordQuestionOf(sheet, { ...problem, ...(values !== undefined && { values }) })
      const key = likeness(problem)
      const isFirstOfSame = !seen.has(key)
      seen.add(key)
      return {
        ...problem,
        message: problemMessage(locale, { code: problem.code, ...(values !== undefined && { values }) }),
        allowed: allowedIn(sheet, problem.header, locale),
        isAnswerable: isAnswerable(problem),
        same: alike.get(key) ?? 1,
        isFirstOfSame,
        word: question?.word ?? null,
      }
    }),
  }
}
