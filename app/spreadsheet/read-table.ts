import { type Totals, totalsOf } from './check-totals.ts'
import { fillMerges } from './fill-merges.ts'
import type { FoundTable, SkippedSheet } from './find-table.ts'
import { findTables } from './find-table.ts'
import type { Cell, Grid } from './grid.ts'
import { cellAddress } from './grid.ts'
import type { FoundHeader } from './headers.ts'
import { repeatsHeader } from './headers.ts'
import { isBlankCell } from './plain-text.ts'
import type { Problem } from './problem.ts'
import { type Place, readRow, type TableRow, where } from './read-row.ts'
import { type ContextOf, columnKey, type Sheet, wordsKey } from './sheet.ts'
import {
  isBlankRow,
  isExampleRow,
  isFooterRow,
  isSubtotalRow,
  isTotalRow,
  meansSameAsAbove,
} from './special-rows.ts'
import type { TemplateMark } from './template-mark.ts'

export type { TableRow } from './read-row.ts'

/** A row that is no record: said, so that every row of the sheet is accounted for. */
export interface IgnoredRow {
  sheet: string
  row: number
  why:
    | 'repeated-header'
    | 'example'
    | 'subtotal'
    | 'total'
    | 'footer'
    | 'after-end'
    | 'not-filled-in'
    /** A person left it out. */
    | 'skipped'
}

export interface ReadTable<S extends Sheet> {
  rows: TableRow<S>[]
  ignored: IgnoredRow[]
  /** Of the sheets first, then of the cells in order. */
  problems: Problem[]
  skippedSheets: SkippedSheet[]
}

/**
 * Reads a record list, one record a row, from every visible grid that holds its table: header found by its
 * wordings in any order, merged cells filled down, 同上 taken from above, totals, notes and examples set apart. A
 * total that is not the sum of its rows is told, and so is a column that the sheet does not know. All problems at once.
 * `contextOf` tells the cell readers what they need to know of a grid.
 */
export function readTable<S extends Sheet>(
  grids: readonly Grid[],
  sheet: S,
  contextOf: (grid: Grid) => ContextOf<S>,
  options: { known?: readonly Sheet[]; mark?: TemplateMark } = {},
): ReadTable<S> {
  const found = findTables(grids, sheet, options.known ?? [], options.mark)
  const read = found.tables.map(table => readRows<S>(table, sheet, contextOf(table.grid)))
  return {
    rows: read.flatMap(({ rows }) => rows),
    ignored: read.flatMap(({ ignored }) => ignored),
    problems: [
      ...found.problems,
      ...found.tables.flatMap(headingProblems),
      ...read.flatMap(({ problems }) => problems),
    ],
    skippedSheets: found.skipped,
  }
}

function readRows<S extends Sheet>({ grid, header }: FoundTable, sheet: S, context: ContextOf<S>) {
  const filled = fillMerges(grid, 'down')
  const rows: TableRow<S>[] = []
  const ignored: IgnoredRow[] = []
  const problems: Problem[] = []
  const totals = totalsOf(summedColumns(sheet, header))
  let hasEnded = false
  let above: Record<string, Cell | undefined> = {}
  for (let index = header.bottom + 1; index < grid.rows.length; index += 1) {
    const own = grid.rows[index] ?? []
    if (isBlankRow(own)) continue
    const whole = filled.rows[index] ?? []
    const why = whyIgnored(own, whole, header, sheet, hasEnded)
    if (why !== undefined) {
      ignored.push({ sheet: grid.name, row: index + 1, why })
      hasEnded ||= why === 'total' || why === 'footer'
      if (why === 'total' || why === 'subtotal')
        problems.push(...totalProblems({ grid, header, index, own }, totals, why))
      continue
    }
    above = rowCells(whole, header, above)
    if (grid.skipped?.has(index)) {
      ignored.push({ sheet: grid.name, row: index + 1, why: 'skipped' })
      totals.addRow(null, own)
      continue
    }
    const row = readRow({ grid, header, index, sheet, context, own }, above)
    totals.addRow(row.values, own)
    rows.push(row)
    problems.push(...row.problems)
  }
  return { rows, ignored, problems }
}

function summedColumns(sheet: Sheet, header: FoundHeader): Map<string, number> {
  return new Map([...header.columns].filter(([key]) => sheet.columns[key]?.isSummed))
}

function totalProblems(
  place: Omit<Place<Sheet>, 'sheet' | 'context'>,
  totals: Totals,
  kind: 'subtotal' | 'total',
): Problem[] {
  return totals.check(place.own, kind).map(({ key, written, sum }) => {
    const column = place.header.columns.get(key) ?? 0
    return {
      ...where(place, column, place.own[column]),
      ...{ reading: 'warn', code: 'sheet.total-differs', values: { written, sum } },
    }
  })
}

/** `whole` is the row with what merged cells say of it. */
function whyIgnored(
  row: readonly (Cell | undefined)[],
  whole: readonly (Cell | undefined)[],
  header: FoundHeader,
  sheet: Sheet,
  hasEnded: boolean,
): IgnoredRow['why'] | undefined {
  const keys = [...new Set([...header.columns.keys()].map(columnKey))]
  const saysIn = (cells: readonly (Cell | undefined)[]) => (key: string) =>
    [key, wordsKey(key)].some(one => !isBlankCell(cells[header.columns.get(one) ?? -1]))
  if (repeatsHeader(row, header)) return 'repeated-header'
  if (isExampleRow(row)) return 'example'
  const needed = keys.filter(key => sheet.columns[key]?.required)
  const isComplete = needed.every(saysIn(row))
  if (!isComplete && isSubtotalRow(row)) return 'subtotal'
  if (!isComplete && isTotalRow(row)) return 'total'
  if (!isComplete && isFooterRow(row)) return 'footer'
  const isSaid = saysIn(whole)
  // A sum between two groups ends nothing: merged cells say of the rows below what they do not hold themselves.
  if (hasEnded && needed.filter(isSaid).length * 2 < needed.length) return 'after-end'
  const prefilled = sheet.prefilled ?? []
  return keys.some(key => isSaid(key) && !prefilled.includes(key)) ? undefined : 'not-filled-in'
}

function rowCells(
  row: readonly (Cell | undefined)[],
  header: FoundHeader,
  above: Record<string, Cell | undefined>,
): Record<string, Cell | undefined> {
  const cells: Record<string, Cell | undefined> = {}
  for (const [key, column] of header.columns) {
    const cell = row[column]
    cells[key] = meansSameAsAbove(cell) && above[key] !== undefined ? above[key] : cell
  }
  return cells
}

/** Two columns of one wording cannot both be right, and one that the sheet does not know is not read: neither in silence. */
function headingProblems({ grid, header }: FoundTable): Problem[] {
  const at = (column: number) => ({
    sheet: grid.name,
    cell: cellAddress(header.bottom, column),
    header: header.labels[column] ?? '',
    raw: header.labels[column] ?? '',
  })
  const twice = header.duplicates.map(({ key, column }): Problem => {
    const first = cellAddress(header.bottom, header.columns.get(key) ?? 0)
    return { ...at(column), reading: 'reject', code: 'sheet.duplicate-column', values: { first } }
  })
  const unknown = header.unknown.map(
    (column): Problem => ({ ...at(column), reading: 'warn', code: 'sheet.unknown-column' }),
  )
  return [...twice, ...unknown]
}
