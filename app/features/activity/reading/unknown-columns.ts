import type { Column } from './columns.ts'
import { repeatsBand } from './header-band.ts'
import type { Table } from './line.ts'
import { note } from './problem-log.ts'
import { rowKindOf } from './row-kind.ts'

/** Lines that stand for several days write them as 9月8日-9月12日 in one cell. */
const lastDays = /^(活动)?(结束|截止|终止|截至)日期$/

/** Columns that no wording knows are left out, but never in silence when they seem to hold minutes or names. */
export function tellUnknownColumns(table: Table, end: number): void {
  for (const column of table.block.columns) {
    if (column.role === 'pupil') {
      const header = column.header
      note(table.log, table.board, column.spot, { reading: 'reject', code: 'activity.personal-data', header })
    }
    if (column.role === null && !column.holdsMinutes) tellMinutesLike(table, column, end)
    if (lastDays.test(column.header) && !column.holdsMinutes) {
      const header = column.header
      note(table.log, table.board, column.spot, { reading: 'ask', code: 'activity.column-unknown', header })
    }
  }
}

function tellMinutesLike(table: Table, column: Column, end: number): void {
  const { board, block, log } = table
  let filled = 0
  const likely: number[] = []
  for (let row = block.band.bottom + 1; row < end; row += 1) {
    if (rowKindOf(board, block, row) !== 'data' || repeatsBand(board, block.band, row)) continue
    if (board.ownTextAt(row, column.column) === '') continue
    filled += 1
    if (isMinutesLike(table, row, column.column)) likely.push(row)
  }
  const first = likely[0]
  if (first === undefined || likely.length * 2 < filled) return
  if (likely.length < 2 && column.header === '') return
  const spot = column.header === '' ? { row: first, column: column.column } : column.spot
  note(log, board, spot, { reading: 'ask', code: 'activity.column-unknown', header: column.header })
}

function isMinutesLike({ board }: Table, row: number, column: number): boolean {
  const cell = board.cellAt(row, column)
  if (cell?.type === 'number') {
    if (/h/i.test(cell.format)) return cell.value > 0 && cell.value < 0.2
    return Number.isInteger(cell.value) && cell.value >= 5 && cell.value <= 240
  }
  const text = board.textAt(row, column)
  const bare = /^(\d{1,3})(分钟?|min(ute)?s?\.?|′|')?$/i.exec(text)
  if (bare) return Number(bare[1]) >= 5 && Number(bare[1]) <= 240
  return /^\d+[+*×x]\d+(分钟?)?$|^\d(\.5)?小时$/i.test(text)
}
