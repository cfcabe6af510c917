import { meansSameAsAbove } from '#app/spreadsheet/special-rows.ts'
import type { ActivityContext } from '../activity-entry.ts'
import type { Block } from './blocks.ts'
import type { Board, Spot } from './board.ts'
import type { KnownClass } from './class-register.ts'
import type { Column } from './columns.ts'
import type { Role } from './header-words.ts'
import type { Memory } from './memory.ts'
import { note, type ProblemLog } from './problem-log.ts'
import type { SheetContext } from './sheet-context.ts'

/** What stays the same while one table is read. */
export interface Table {
  board: Board
  block: Block
  context: ActivityContext
  classes: readonly KnownClass[]
  log: ProblemLog
  memory: Memory
  /** Columns in which only the first line of a group is filled in, as in a CSV that has lost its merged cells. */
  leading: ReadonlySet<number>
  /** Its dates are mostly days of earlier terms. */
  isOfEarlierTerms: boolean
}

/** One line of data. */
export interface Line {
  table: Table
  row: number
  sheet: SheetContext
  /** Where the value of a column stands for this line; null when it is missing. */
  sourceOf: (column: Column | undefined) => Spot | null
}

/** A value with its place, `null` for the sheet's or the file's name; or why there is none. */
export type Known<T> = { value: T; spot: Spot | null } | 'missing' | 'bad'

export function isKnown<T>(known: Known<T>): known is { value: T; spot: Spot | null } {
  return known !== 'missing' && known !== 'bad'
}

/** Follows merged cells, 同上 and groups whose first line alone is filled in. */
export function lineAt(table: Table, row: number, sheet: SheetContext, above: Map<number, Spot>): Line {
  const { board } = table
  const found = new Map<number, Spot | null>()
  const find = (column: Column): Spot | null => {
    const cell = board.cellAt(row, column.column)
    if (cell === undefined) {
      return table.leading.has(column.column) ? (above.get(column.column) ?? null) : null
    }
    const origin = board.originOf(row, column.column)
    if (!meansSameAsAbove(cell)) return origin
    const source = above.get(column.column) ?? null
    if (source === null) {
      note(table.log, board, origin, {
        reading: 'ask',
        code: 'activity.nothing-above',
        header: column.header,
      })
    }
    return source
  }
  const sourceOf = (column: Column | undefined) => {
    if (column === undefined) return null
    const known = found.get(column.column)
    if (known !== undefined) return known
    const spot = find(column)
    found.set(column.column, spot)
    return spot
  }
  return { table, row, sheet, sourceOf }
}

/** Remembers what stands in a line, for the lines below that repeat it. */
export function rememberLine(line: Line, above: Map<number, Spot>): void {
  for (const column of line.table.block.columns) {
    const spot = line.sourceOf(column)
    if (spot !== null) above.set(column.column, spot)
  }
}

/** The column of a role that belongs to a column of minutes, or else to the whole line. */
export function besideOf(line: Line, minutes: Column, role: Role): Column | undefined {
  const { columns, heads } = line.table.block
  const beside = columns.filter(
    column =>
      column.role === role &&
      column.column !== minutes.column &&
      !column.holdsMinutes &&
      (column.kind === null || column.kind === minutes.kind),
  )
  const head = heads[role]
  return (
    beside.find(column => column.group === minutes.group && column.kind !== null) ??
    beside.find(column => column.group === minutes.group) ??
    (head && beside.includes(head) ? head : undefined) ??
    beside.find(column => column.group === '')
  )
}
