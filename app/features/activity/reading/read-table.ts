import type { ActivityEntry, IgnoredRow, RejectedRow } from '../activity-entry.ts'
import { addressOf, type Spot } from './board.ts'
import { registeredClasses } from './class-days.ts'
import type { Column } from './columns.ts'
import { repeatsBand } from './header-band.ts'
import { type Line, lineAt, rememberLine, type Table } from './line.ts'
import { classesAt } from './line-classes.ts'
import { daysAt } from './line-days.ts'
import { entriesAt } from './line-entries.ts'
import { emptyMemory } from './memory.ts'
import { inItsTerm } from './other-terms.ts'
import { namesKind } from './phrases.ts'
import { note, problemLog } from './problem-log.ts'
import { rowKindOf } from './row-kind.ts'
import { afterHeader, contextOfLines, type SheetContext } from './sheet-context.ts'
import { type TitleLine, titleLines } from './title-lines.ts'
import { totalsOf } from './totals.ts'

export interface TableReading {
  entries: ActivityEntry[]
  ignored: IgnoredRow[]
  rejected: RejectedRow[]
}

/** Reads the lines of one table from below its header to `end`. */
export function readTable(table: Table, sheet: SheetContext, end: number): TableReading {
  const { board, block } = table
  const out: TableReading = { entries: [], ignored: [], rejected: [] }
  const totals = totalsOf(table)
  const above = new Map<number, Spot>()
  const ignore = (row: number, why: IgnoredRow['why']) =>
    out.ignored.push({ sheet: board.name, row: row + 1, why })
  let current = sheet
  let headings: TitleLine[] = []
  for (let row = block.band.bottom + 1; row < end; row += 1) {
    if (repeatsBand(board, block.band, row)) {
      current = afterHeader(headings, contextOfLines(headings, table.context), current)
      headings = []
      continue
    }
    const kind = rowKindOf(board, block, row)
    if (kind === 'subtotal' || kind === 'total') {
      if (!/平均|累计/.test(rowText(table, row))) totals.checkRow(row, kind)
      ignore(row, 'total')
    }
    if (kind === 'example') ignore(row, 'example')
    if (kind === 'heading') {
      const lines = titleLines(board, [row]).filter(
        ({ spot }) => spot.column >= block.left && spot.column <= block.right,
      )
      headings.push(...lines)
      const heading = contextOfLines(lines, table.context)
      current = under(heading, current)
      if (Object.keys(heading).length === 0) ignoreText(table, row, ignore)
    }
    if (kind === 'data') {
      headings = []
      if (board.isSkipped(row)) {
        // What is wrong with a line that is left out is of no interest.
        const unheard = { ...table, log: problemLog(), memory: emptyMemory() }
        const line = lineAt(unheard, row, current, above)
        totals.addLine(row, skipLine(line, out))
        rememberLine(line, above)
        continue
      }
      const line = lineAt(table, row, current, above)
      const { minutes, isMissing } = readLine(line, out)
      totals.addLine(row, minutes)
      if (isMissing && !isUnused(line)) ignore(row, 'missing')
      rememberLine(line, above)
    }
  }
  return out
}

/** A heading that names days or a week takes the place of the days and the week named before. */
function under(heading: SheetContext, before: SheetContext): SheetContext {
  if (!heading.days && !heading.week) return { ...before, ...heading }
  const { days: _days, week: _week, weekConflict: _conflict, ...others } = before
  return { ...others, ...heading }
}

/** All columns of minutes of one line, and what each counts towards its total. */
function readLine(
  line: Line,
  out: TableReading,
): { minutes: Map<Column, number | null>; isMissing: boolean } {
  const minutes = new Map<Column, number | null>()
  const columns = line.table.block.columns.filter(column => column.holdsMinutes)
  for (const column of columns) {
    const read = entriesAt(inItsTerm(line, column), column)
    if (read === 'missing') continue
    minutes.set(column, read === 'bad' ? null : read.minutes)
    if (read !== 'bad') out.entries.push(...read.entries)
    else {
      const cell = addressOf({ row: line.row, column: column.column })
      out.rejected.push({ sheet: line.table.board.name, row: line.row + 1, cell })
    }
  }
  const first = columns[0]
  if (minutes.size === 0 && first) tellUnreadable(inItsTerm(line, first), first)
  return { minutes, isMissing: minutes.size === 0 }
}

/** Counts a line that is left out as often as it would have counted; no total can be held against it. */
function skipLine(line: Line, out: TableReading): Map<Column, null> {
  const unread: TableReading = { entries: [], ignored: [], rejected: [] }
  const { minutes, isMissing } = readLine(line, unread)
  const count = isMissing ? Number(!isUnused(line)) : unread.entries.length + unread.rejected.length
  const left = { sheet: line.table.board.name, row: line.row + 1, why: 'skipped' } as const
  for (let at = 0; at < count; at += 1) out.ignored.push(left)
  return new Map([...minutes.keys()].map(column => [column, null]))
}

/** A date or class that cannot be read is told even when the line has no minutes yet. */
function tellUnreadable(line: Line, column: Column): void {
  const { heads } = line.table.block
  const isOwn = (head: Column | undefined) => line.sourceOf(head)?.row === line.row
  if (isOwn(heads.class) || isOwn(heads.grade)) registeredClasses(line, classesAt(line, column))
  if (isOwn(heads.date)) daysAt(line, column)
}

/** A line that is numbered in advance and nothing more. */
function isUnused(line: Line): boolean {
  return line.table.block.columns.every(column => {
    const isFiller = column.role === 'seq' || column.role === 'weekday' || column.role === 'enrolled'
    return isFiller || line.table.board.ownTextAt(line.row, column.column) === ''
  })
}

/** Words between the lines are left out; words that speak of minutes are shown, as they might have been meant. */
function ignoreText(table: Table, row: number, ignore: (row: number, why: 'text') => void): void {
  ignore(row, 'text')
  for (const line of titleLines(table.board, [row])) {
    if (!namesKind(line.text) || !/\d+(分钟|小时)/.test(line.text)) continue
    note(table.log, table.board, line.spot, { reading: 'warn', code: 'activity.text-not-read' })
  }
}

function rowText(table: Table, row: number): string {
  return table.block.columns.map(column => table.board.ownTextAt(row, column.column)).join('')
}
