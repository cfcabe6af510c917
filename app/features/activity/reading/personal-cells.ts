import { withoutPersonalNumbers } from '#app/features/coaching/personal-number.rule.ts'
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
/** What people put between the digits of a number, and what phone books paste along with it. */
const between = /(?<=\d)[\s\u200b-\u200f\u202a-\u202e\u2060\ufeff·-]+(?=[\dXx])/g
/** A province, its place, a date of birth (GB 11643-1999: 18 signs; 15 before), so that no list of minutes or dates is one. */
const residentId =
  /(?<!\d)(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[12]|91)\d{4}(?:(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx]|\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3})(?!\d)/
/** In one piece or 3-4-4, as people write it. */
const mobile = /(?<!\d)1[3-9]\d([ -]?)\d{4}\1\d{4}(?!\d)/
/** Whoever signs a sheet may say how to reach them. */
const contact = /电话|手机|联系/

const holdsNumber = rememberingTexts(given => {
  if (decimal.test(given)) return 'none'
  const text = given.normalize('NFKC')
  if (residentId.test(text.replaceAll(between, ''))) return 'id'
  return mobile.test(text) ? 'mobile' : 'none'
})

function numberIn(cell: Cell | undefined): 'id' | 'mobile' | 'none' {
  if (cell === undefined || cell.type === 'boolean') return 'none'
  if (cell.type === 'number') return cell.value >= 1e10 ? holdsNumber(String(cell.value)) : 'none'
  return cell.text.length >= leastSigns ? holdsNumber(cell.text) : 'none'
}

/**
 * Whether somebody's ID or mobile number stands in the cell; the many digits of a part of a day are none, nor is the
 * number of whoever signs, which says so in its cell or in the one on its left.
 */
export function isPersonalCell(cell: Cell | undefined, left?: Cell): boolean {
  const found = numberIn(cell)
  if (found !== 'mobile') return found === 'id'
  return ![cell, left].some(one => one?.type === 'text' && contact.test(one.text))
}

/** The problem of each cell of some rows that holds such a number, the rows counted from `first`; it is not repeated. */
export function personalCells(
  sheet: string,
  rows: readonly (readonly (Cell | undefined)[])[],
  first = 0,
): Problem[] {
  const isNamed = first === 0 && isPersonalCell({ type: 'text', text: sheet })
  const found = isNamed ? [personalProblem(sheet, 'A1')] : []
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at]!
    for (let column = 0; column < row.length; column += 1)
      if (isPersonalCell(row[column], row[column - 1]))
        found.push(personalProblem(sheet, cellAddress(first + at, column)))
  }
  return found
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
