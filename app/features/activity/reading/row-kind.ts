import type { Cell } from '#app/spreadsheet/grid.ts'
import {
  isBlankRow,
  isExampleRow,
  isFooterRow,
  isSubtotalRow,
  isTotalRow,
} from '#app/spreadsheet/special-rows.ts'
import { type Axis, axisOf } from './axis-words.ts'
import type { Block } from './blocks.ts'
import type { Board } from './board.ts'
import type { Column } from './columns.ts'
import type { Role } from './header-words.ts'

export type RowKind = 'blank' | 'data' | 'subtotal' | 'total' | 'footer' | 'example' | 'heading'

/** What a row is within one table, told by the cells that stand there themselves. */
export function rowKindOf(board: Board, block: Block, row: number): RowKind {
  const cells = ownCells(board, block, row)
  if (isBlankRow(cells)) return inheritsMinutes(board, block, row) ? 'data' : 'blank'
  if (isExampleRow(cells) || isStandard(cells) || isNumbering(board, block, row)) return 'example'
  if (isSubtotalRow(cells)) return 'subtotal'
  if (isTotalRow(cells)) return 'total'
  if (isFooterRow(cells)) return 'footer'
  return isHeading(board, block, row, cells) ? 'heading' : 'data'
}

function ownCells(board: Board, block: Block, row: number): (Cell | undefined)[] {
  return Array.from({ length: block.right - block.left + 1 }, (_, index) =>
    board.ownTextAt(row, block.left + index) === '' ? undefined : board.cellAt(row, block.left + index),
  )
}

/** What is asked of the classes, above what they did. */
function isStandard(cells: (Cell | undefined)[]): boolean {
  const first = cells.find(cell => cell !== undefined)
  return first?.type === 'text' && /^\s*(标准|要求|规定)(要求|时长|时间|分钟)?\s*$/.test(first.text)
}

/** Official forms number their columns right below the header: 甲, 乙, 1, 2, 3. */
function isNumbering(board: Board, block: Block, row: number): boolean {
  if (row !== block.band.bottom + 1) return false
  const texts = block.columns.map(({ column }) => board.ownTextAt(row, column)).filter(text => text !== '')
  const letters = texts.findIndex(text => !/^[甲乙丙丁戊己]$/.test(text))
  const numbers = texts.slice(Math.max(0, letters))
  return (
    texts.length >= 3 &&
    numbers.length > 0 &&
    numbers.every((text, at) => text.replace(/[()]/g, '') === String(at + 1))
  )
}

/** A row may be wholly covered by cells merged from above. */
function inheritsMinutes(board: Board, block: Block, row: number): boolean {
  return block.columns.some(({ column, holdsMinutes }) => {
    const origin = board.originOf(row, column)
    const isBelowHeader = origin.row > block.band.bottom && origin.row < row
    return holdsMinutes && isBelowHeader && origin.column >= block.left && board.textAt(row, column) !== ''
  })
}

/** Statements that stand in no column of their own: '三年级', '第3周', '班级：三(2)班' beside '班主任：王芳'. */
function isHeading(board: Board, block: Block, row: number, cells: (Cell | undefined)[]): boolean {
  const filled = cells.flatMap((cell, index) => (cell === undefined ? [] : [block.left + index]))
  const at = filled[0]
  if (at === undefined) return false
  if (filled.length > 1) return areStatements(board, block, row, filled)
  const column = block.columns.find(other => other.column === at)
  if (column?.holdsMinutes && !isWide(board, row, at)) return false
  if (isWide(board, row, at)) return true
  const axis = axisOf(board.textAt(row, at), board.cellAt(row, at))
  const isOwn =
    (column?.role === 'seq' && !isMisplaced(board.textAt(row, at), board.cellAt(row, at), column)) ||
    (column?.role === 'class' && (axis === 'class' || axis === 'grade')) ||
    (column?.role === 'grade' && axis === 'grade') ||
    (column?.role === 'date' && axis === 'date')
  return !isOwn
}

/** Several cells, at least half of which no line of data would hold where they stand. */
function areStatements(board: Board, block: Block, row: number, filled: number[]): boolean {
  let misplaced = 0
  for (const at of filled) {
    const cell = board.cellAt(row, at)
    const column = block.columns.find(other => other.column === at)
    if (cell?.type !== 'text') return false
    if (isMisplaced(board.textAt(row, at), cell, column)) misplaced += 1
    else if (column?.holdsMinutes) return false
  }
  return misplaced > 0 && misplaced * 2 >= filled.length
}

const label = /^[^:\d]{1,12}:(?!.*\d(分|小时|节|h|min))/
const spelledOut = /班$|中队$|月\d{1,2}[日号]|^(星期|周|礼拜).$|^第.{1,3}周$/
const ownAxes: Partial<Record<Role, Axis[]>> = {
  class: ['class', 'grade'],
  grade: ['grade', 'class'],
  date: ['date', 'weekday'],
  weekday: ['weekday', 'date'],
  week: ['week'],
}

function isMisplaced(text: string, cell: Cell | undefined, column: Column | undefined): boolean {
  if (label.test(text)) return true
  const axis = axisOf(text, cell)
  if (axis === null || !spelledOut.test(text)) return false
  if (column === undefined || column.holdsMinutes) return true
  const own = column.role === null ? undefined : ownAxes[column.role]
  return own !== undefined && !own.includes(axis)
}

function isWide(board: Board, row: number, column: number): boolean {
  const next = board.originOf(row, column + 1)
  return column + 1 < board.width && next.row === row && next.column === column
}
