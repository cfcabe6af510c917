import { holdsPersonalNumber, withoutPersonalNumbers } from '#app/features/coaching/personal-number.rule.ts'
import { type Cell, cellAddress } from '#app/spreadsheet/grid.ts'
import type { Problem } from '#app/spreadsheet/problem.ts'
import type { ActivityProblemCode } from '../activity-problem.ts'
import { rememberingTexts } from './memory.ts'

const code: ActivityProblemCode = 'activity.personal-data'
/** Cells that are named of a file with personal data; how many more there are is said at the last of them. */
const mostNamed = 20
/** A text with fewer signs holds no such number. */
const leastSigns = 11
const decimal = /^\s*-?\d*\.\d+(e-?\d+)?\s*$/i

const holdsNumber = rememberingTexts(text => !decimal.test(text) && holdsPersonalNumber(text))

/** Whether somebody's ID or phone number stands in the cell; the many digits of a part of a day are none. */
export function isPersonalCell(cell: Cell | undefined): boolean {
  if (cell === undefined || cell.type === 'boolean') return false
  if (cell.type === 'number') return cell.value >= 1e10 && holdsPersonalNumber(String(cell.value))
  return cell.text.length >= leastSigns && holdsNumber(cell.text)
}

/** The problem of each cell of some rows that holds such a number, the rows counted from `first`; it is not repeated. */
export function personalCells(
  sheet: string,
  rows: readonly (readonly (Cell | undefined)[])[],
  first = 0,
): Problem[] {
  const named = holdsPersonalNumber(sheet) && first === 0 ? [personalProblem(sheet, 'A1')] : []
  const cells = rows.flatMap((row, at) =>
    row.flatMap((cell, column) =>
      isPersonalCell(cell) ? [personalProblem(sheet, cellAddress(first + at, column))] : [],
    ),
  )
  return [...named, ...cells]
}

function personalProblem(sheet: string, cell: string): Problem {
  return { sheet: withoutPersonalNumbers(sheet), cell, header: '', raw: '', reading: 'reject', code }
}

/** Of all problems of a file those for which it may not be kept, or null when it may. */
export function personalDataIn(problems: readonly Problem[]): Problem[] | null {
  const personal = problems.filter(problem => problem.code === code)
  if (personal.length === 0) return null
  const named = personal.slice(0, mostNamed)
  const more = personal.length - named.length
  return more === 0
    ? named
    : named.map((problem, at) => (at === mostNamed - 1 ? { ...problem, values: { more } } : problem))
}
