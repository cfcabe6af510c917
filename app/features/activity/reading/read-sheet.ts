import type { Grid } from '#app/spreadsheet/grid.ts'
import type { Problem } from '#app/spreadsheet/problem.ts'
import type { ActivityContext, ActivityEntry, IgnoredRow, RejectedRow } from '../activity-entry.ts'
import { type Block, blocksOf } from './blocks.ts'
import { addressOf, type Board, boardOf, filledColumns, type Spot } from './board.ts'
import { knownClasses } from './class-register.ts'
import { type Band, bandFrom, beginsHeader, isValueAt, repeatsBand } from './header-band.ts'
import type { Table } from './line.ts'
import { emptyMemory } from './memory.ts'
import { contextIn, isOfEarlierTerms, statedTerm, tellEarlier } from './other-terms.ts'
import { note, type ProblemLog } from './problem-log.ts'
import { readTable } from './read-table.ts'
import { rowKindOf } from './row-kind.ts'
import { afterHeader, contextOfLines, type SheetContext, sheetContextOf } from './sheet-context.ts'
import { type TitleLine, titleLines } from './title-lines.ts'
import { tellUnknownColumns } from './unknown-columns.ts'

export interface SheetReading {
  /** Whether the sheet has a table with minutes. */
  hasTable: boolean
  /** Whether days stand side by side. */
  isMatrix: boolean
  entries: ActivityEntry[]
  ignored: IgnoredRow[]
  rejected: RejectedRow[]
}

/** Reads all tables of one sheet, those below each other and those side by side. */
export function readSheet(grid: Grid, given: ActivityContext, log: ProblemLog): SheetReading {
  const board = boardOf(grid)
  const bands = bandsOf(board)
  const context = inStatedTerm(board, bands, given, log)
  const classes = knownClasses(context)
  const reading: SheetReading = { hasTable: false, isMatrix: false, entries: [], ignored: [], rejected: [] }
  const memory = emptyMemory()
  let before: SheetContext[] = []
  bands.forEach((band, index) => {
    const end = bands[index + 1]?.top ?? board.height
    const titles = titleLines(board, rowsAbove(board, bands, index))
    const blocks = blocksOf(board, band, end)
    before = blocks.map((block, at) => {
      const lines = linesOver(titles, blocks, at)
      const own = sheetContextOf(lines, grid.name, context)
      const above = before[at] ?? before[0]
      const sheet = above ? { ...afterHeader(lines, contextOfLines(lines, context), above), ...own } : own
      readBlock(
        { board, block, context, classes, log, memory, leading: new Set(), isOfEarlierTerms: false },
        sheet,
        end,
        reading,
      )
      return sheet
    })
  })
  return reading
}

/** A title that names an earlier term is believed, and said to be. */
function inStatedTerm(
  board: Board,
  bands: Band[],
  context: ActivityContext,
  log: ProblemLog,
): ActivityContext {
  const lines = titleLines(board, rowsAbove(board, bands, 0))
  const stated = statedTerm(lines, [board.name, context.fileName ?? ''], context)
  if (stated === null || bands.length === 0) return context
  tellEarlier({ log, board }, stated.term, stated.spot)
  return contextIn(context, stated.term)
}

/** Of titles that stand side by side, each table has the one above it. */
function linesOver(lines: TitleLine[], blocks: Block[], at: number): TitleLine[] {
  const blockOf = ({ spot }: TitleLine) =>
    Math.max(
      0,
      blocks.findLastIndex(block => block.left <= spot.column),
    )
  return lines.filter(line => {
    const beside = lines.filter(other => other.spot.row === line.spot.row)
    return blockOf(line) === at || beside.every(other => blockOf(other) === blockOf(line))
  })
}

function readBlock(given: Table, sheet: SheetContext, end: number, reading: SheetReading): void {
  const table = { ...given, log: withHeaders(given, end) }
  const { board, block, log } = table
  tellUnknownColumns(table, end)
  if (!block.columns.some(column => column.holdsMinutes)) {
    note(
      log,
      board,
      { row: block.band.bottom, column: block.left },
      { reading: 'warn', code: 'activity.no-minutes' },
    )
    return
  }
  reading.hasTable = true
  reading.isMatrix ||= block.columns.some(column => column.labels.weekday || column.labels.date)
  const read = readTable(
    {
      ...table,
      leading: leadingColumns(board, block, end),
      isOfEarlierTerms: isOfEarlierTerms(table, end),
    },
    sheet,
    end,
  )
  reading.entries.push(...read.entries)
  reading.ignored.push(...read.ignored)
  reading.rejected.push(...read.rejected)
}

/** Notes beside a problem in the table what its column is called, where the reader of the cell did not say. */
function withHeaders({ board, block, log }: Table, end: number): ProblemLog {
  const headers = new Map(block.columns.map(({ column, header }) => [lettersOf({ row: 0, column }), header]))
  const headerOf = ({ sheet, cell }: Problem) => {
    const row = Number(/\d+$/.exec(cell)?.[0]) - 1
    const isInside = sheet === board.name && row >= block.band.top && row < end
    return isInside ? (headers.get(cell.replace(/\d+$/, '')) ?? '') : ''
  }
  return {
    list: log.list,
    add: problem => log.add({ ...problem, header: problem.header || headerOf(problem) }),
  }
}

function lettersOf(spot: Spot): string {
  return addressOf(spot).replace(/\d+$/, '')
}

/** The headers of a sheet from top to bottom; a header repeated on each printed page counts once. */
function bandsOf(board: Board): Band[] {
  const bands: Band[] = []
  for (let row = 0; row < board.height; row += 1) {
    const last = bands.at(-1)
    if (last && repeatsBand(board, last, row)) continue
    if (!beginsHeader(board, row)) continue
    const band = bandFrom(board, row)
    bands.push(band)
    row = band.bottom
  }
  return bands
}

/** The rows of titles above a header: all of them above the first, those right above a later one. */
function rowsAbove(board: Board, bands: Band[], index: number): number[] {
  const top = bands[index]?.top ?? 0
  if (index === 0) return Array.from({ length: top }, (_, row) => row)
  const rows: number[] = []
  for (let row = top - 1; row > (bands[index - 1]?.bottom ?? 0) && rows.length < 3; row -= 1) {
    const filled = filledColumns(board, row)
    const isData = filled.length > 1 && filled.some(column => isValueAt(board, row, column))
    if (filled.length > 6 || isData) break
    if (filled.length > 0) rows.unshift(row)
    else if (rows.length > 0) break
  }
  return rows
}

/** Columns that are filled in only on the first line of each group, without being merged. */
function leadingColumns(board: Board, block: Block, end: number): Set<number> {
  const rows: number[] = []
  for (let row = block.band.bottom + 1; row < end; row += 1) {
    if (rowKindOf(board, block, row) === 'data' && !repeatsBand(board, block.band, row)) rows.push(row)
  }
  const filled = rows.filter(row => hasMinutes(board, block, row))
  const leading = new Set<number>()
  for (const role of ['class', 'grade', 'date', 'year', 'month', 'week', 'kind', 'weekday'] as const) {
    const column = block.heads[role]?.column
    const first = rows[0]
    if (column === undefined || first === undefined || board.textAt(first, column) === '') continue
    const blanks = filled.filter(row => board.textAt(row, column) === '').length
    if (blanks >= 2 && blanks >= filled.length * 0.4) leading.add(column)
  }
  return leading
}

function hasMinutes(board: Board, block: Block, row: number): boolean {
  return block.columns.some(column => column.holdsMinutes && board.textAt(row, column.column) !== '')
}
