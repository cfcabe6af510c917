import type { ActivityKind } from '#app/spreadsheet/cells/kind.ts'
import type { Column } from './columns.ts'
import type { Table } from './line.ts'
import { note } from './problem-log.ts'

/** One column's minutes since the last 小计 and since the table began; `unsure` when any of them was not taken. */
interface Sum {
  part: number
  whole: number
  partUnsure: boolean
  wholeUnsure: boolean
}

export interface Totals {
  /** What one line said, by column: minutes taken, or null when they were refused. */
  addLine: (row: number, minutes: Map<Column, number | null>) => void
  checkRow: (row: number, kind: 'subtotal' | 'total') => void
}

/** Adds up what is read and holds it against 小计, 合计 and the 合计 column; a difference is only shown. */
export function totalsOf(table: Table): Totals {
  const sums = new Map<number, Sum>()
  const minuteColumns = table.block.columns.filter(column => column.holdsMinutes)
  const sumOf = (column: number) => {
    const known = sums.get(column)
    if (known) return known
    const fresh = { part: 0, whole: 0, partUnsure: false, wholeUnsure: false }
    sums.set(column, fresh)
    return fresh
  }
  return {
    addLine(row, minutes) {
      for (const [column, value] of minutes) {
        const sum = sumOf(column.column)
        sum.part += value ?? 0
        sum.whole += value ?? 0
        sum.partUnsure ||= value === null
        sum.wholeUnsure ||= value === null
      }
      checkLine(table, row, minutes)
    },
    checkRow(row, kind) {
      for (const column of minuteColumns) {
        const sum = sumOf(column.column)
        const unsure = kind === 'subtotal' ? sum.partUnsure : sum.wholeUnsure
        const expected = kind === 'subtotal' ? [sum.part] : [sum.whole, sum.part]
        if (!unsure) compare(table, row, column, expected)
        sum.part = 0
        sum.partUnsure = false
      }
    },
  }
}

/** The 合计 of a line may leave out what does not count, the eye exercises. */
function checkLine(table: Table, row: number, minutes: Map<Column, number | null>): void {
  for (const column of table.block.columns) {
    if (column.role !== 'total') continue
    const summed = [...minutes].filter(([other]) => column.group === '' || other.group === column.group)
    if (summed.length === 0 || summed.some(([, value]) => value === null)) continue
    const sumWithout = (left: ActivityKind | null) =>
      summed.reduce(
        (sum, [other, value]) => sum + (left !== null && other.kind === left ? 0 : (value ?? 0)),
        0,
      )
    if (summed.length > 0) compare(table, row, column, [sumWithout(null), sumWithout('EYE_EXERCISE')])
  }
}

function compare(table: Table, row: number, column: Column, expected: number[]): void {
  const { board, log } = table
  const text = board.textAt(row, column.column)
  const found = /^(\d+(?:\.\d+)?)(分钟?|min)?$/.exec(text)
  if (!found || expected.includes(Number(found[1]))) return
  const values = { written: Number(found[1]), sum: expected[0] ?? 0 }
  note(
    log,
    board,
    { row, column: column.column },
    {
      reading: 'warn',
      code: 'activity.total-differs',
      header: column.header,
      values,
    },
  )
}
