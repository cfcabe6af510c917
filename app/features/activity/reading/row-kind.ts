import type { Cell } from '#app/spreadsheet/grid.ts'
import {
  isBlankRow,
  isExampleRow,
  isFooterRow,
  isSubtotalRow,
  isTotalRow,
} from '#app/spreadsheet/special-rows.ts'
import { axisOf } from './axis-words.ts'
import type { Block } from './blocks.ts'
import type { Board } from './board.ts'

export type RowKind = 'blank' | 'data' | 'subtotal' | 'total' | 'footer' | 'example' | 'heading'

/** What a row is within one table, told by the cells that stand there themselves. */
export function rowKindOf(board: Board, block: Block, row: number): RowKind {
  const cells = ownCells(board, block, row)
  if (isBlankRow(cells)) return inheritsMinutes(board, block, row) ? 'data' : 'blank'
  if (isExampleRow(cells)) return 'example'
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

/** A row may be wholly covered by cells merged from above. */
function inheritsMinutes(board: Board, block: Block, row: number): boolean {
  return block.columns.some(({ column, holdsMinutes }) => {
    const origin = board.originOf(row, column)
    const isBelowHeader = origin.row > block.band.bottom && origin.row < row
    return holdsMinutes && isBelowHeader && origin.column >= block.left && board.textAt(row, column) !== ''
  })
}

/** A single statement that stands in no column of its own: '三年级', '第3周', '以上为9月8日'. */
function isHeading(board: Board, block: Block, row: number, cells: (Cell | undefined)[]): boolean {
  const filled = cells.flatMap((cell, index) => (cell === undefined ? [] : [block.left + index]))
  if (filled.length !== 1 || filled[0] === undefined) return false
  const at = filled[0]
  const column = block.columns.find(other => other.column === at)
  if (column?.holdsMinutes && !isWide(board, row, at)) return false
  if (isWide(board, row, at)) return true
  const axis = axisOf(board.textAt(row, at), board.cellAt(row, at))
  const isOwn =
    column?.role === 'seq' ||
    (column?.role === 'class' && (axis === 'class' || axis === 'grade')) ||
    (column?.role === 'grade' && axis === 'grade') ||
    (column?.role === 'date' && axis === 'date')
  return !isOwn
}

function isWide(board: Board, row: number, column: number): boolean {
  const next = board.originOf(row, column + 1)
  return column + 1 < board.width && next.row === row && next.column === column
}
