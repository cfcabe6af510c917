import type { Axis } from './axis-words.ts'
import { type Board, filledColumns } from './board.ts'

const leastNumbers = 5

/** What the cells of a row place minutes on that only the row as a whole can tell: 1, 2, 3 … 30 are days of a month. */
export function axisInRow(board: Board, row: number, column: number): Axis | null {
  const text = board.ownTextAt(row, column)
  if (/^([1-9]|[12]\d|3[01])$/.test(text)) return isRowOf(board, row, areRising) ? 'date' : null
  return /^[一二三四五六日天]$/.test(text) && isRowOf(board, row, areWeekdays) ? 'weekday' : null
}

/** 一 to 日 beside each other, below dates or numbers of days. */
export function isWeekdayRow(board: Board, row: number): boolean {
  return isRowOf(board, row, areWeekdays)
}

const known = new WeakMap<Board, Map<string, boolean>>()

function isRowOf(board: Board, row: number, test: (texts: string[]) => boolean): boolean {
  const answers = known.get(board) ?? new Map<string, boolean>()
  known.set(board, answers)
  const key = `${row} ${test.name}`
  const before = answers.get(key)
  if (before !== undefined) return before
  const answer = test(filledColumns(board, row).map(column => board.textAt(row, column)))
  answers.set(key, answer)
  return answer
}

/** Nothing but words before and behind numbers that rise from cell to cell. */
function areRising(texts: string[]): boolean {
  const numbers = texts.filter(text => /^\d+$/.test(text)).map(Number)
  const isRising = numbers.every(
    (number, at) => number <= 31 && (at === 0 || number > (numbers[at - 1] ?? 0)),
  )
  return isRising && numbers.length >= leastNumbers && texts.every(text => /^\d+$|\p{Script=Han}/u.test(text))
}

function areWeekdays(texts: string[]): boolean {
  const signs = texts.filter(text => /^[一二三四五六日天]$/.test(text))
  return signs.length >= leastNumbers && signs.length >= texts.length - 3
}
