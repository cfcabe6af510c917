import { type Totals, totalsOf } from './check-totals.ts'
import { fillMerges } from './fill-merges.ts'
import type { FoundTable, SkippedSheet } from './find-table.ts'
import { findTables } from './find-table.ts'
import type { Cell, Grid } from './grid.ts'
import { cellAddress, rawOf } from './grid.ts'
import type { FoundHeader } from './headers.ts'
import { repeatsHeader } from './headers.ts'
import { hasLostSigns, isBlankCell } from './plain-text.ts'
import type { Problem } from './problem.ts'
import { type Reading, reject } from './reading.ts'
import { type AnyColumn, type ContextOf, columnKey, type RowOf, type Sheet, wordsKey } from './sheet.ts'
import { shownText } from './shown-text.ts'
import {
  isBlankRow,
  isExampleRow,
  isFooterRow,
  isSubtotalRow,
  isTotalRow,
  meansSameAsAbove,
} from './special-rows.ts'
import type { TemplateMark } from './template-mark.ts'

type KeyOf<S extends Sheet> = Extract<keyof S['columns'], string>

/** One row of a table; `row` is its number as the workbook shows it. */
export interface TableRow<S extends Sheet> {
  sheet: string
  row: number
  /** The whole record, or null when a cell of the row must be settled first. */
  record: RowOf<S> | null
  /** Every value that was accepted, with or without a warning. */
  values: Partial<RowOf<S>>
  /** Addresses such as 'C17' of the columns that the sheet has. */
  cells: Partial<Record<KeyOf<S>, string>>
  problems: Problem[]
}

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
      ...found.tables.flatMap(duplicateProblems),
      ...found.tables.flatMap(unknownProblems),
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
  const keys = [...header.columns.keys()]
  const isFilled = (key: string) => !isBlankCell(row[header.columns.get(key) ?? -1])
  if (repeatsHeader(row, header)) return 'repeated-header'
  if (isExampleRow(row)) return 'example'
  const needed = keys.filter(key => sheet.columns[columnKey(key)]?.required)
  const isComplete = needed.every(key => isFilled(key) || isFilled(wordsKey(key)) || isFilled(columnKey(key)))
  if (!isComplete && isSubtotalRow(row)) return 'subtotal'
  if (!isComplete && isTotalRow(row)) return 'total'
  if (!isComplete && isFooterRow(row)) return 'footer'
  const isSaid = (key: string) => !isBlankCell(whole[header.columns.get(key) ?? -1])
  // A sum between two groups ends nothing: merged cells say of the rows below what they do not hold themselves.
  if (hasEnded && needed.filter(isSaid).length * 2 < needed.length) return 'after-end'
  const prefilled = sheet.prefilled ?? []
  return keys.some(key => isSaid(key) && !prefilled.includes(columnKey(key))) ? undefined : 'not-filled-in'
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

interface Place<S extends Sheet> {
  grid: Grid
  /** The cells of the row itself, without what is filled in from above. */
  own: readonly (Cell | undefined)[]
  header: FoundHeader
  index: number
  sheet: S
  context: ContextOf<S>
}

function readRow<S extends Sheet>(place: Place<S>, cells: Record<string, Cell | undefined>): TableRow<S> {
  const values: Record<string, unknown> = {}
  const addresses: Record<string, string> = {}
  const problems: Problem[] = []
  for (const [key, column] of Object.entries<AnyColumn>(place.sheet.columns)) {
    const at = whereSaid(key, place.header, cells)
    const index = at === undefined ? undefined : place.header.columns.get(at)
    if (at === undefined || index === undefined) {
      values[key] = null
      continue
    }
    addresses[key] = cellAddress(place.index, index)
    const reading =
      whyNotRead(column, place, index, cells[at]) ?? column.cell(cells[at], place.context as never, cells)
    if (reading.reading === 'accept' || reading.reading === 'warn') values[key] = reading.value
    else if (reading.reading === 'blank' && !column.required) values[key] = null
    const problem = problemOf(reading, column, place.context)
    if (problem !== undefined) problems.push({ ...problem, ...where(place, index, cells[at]) })
    if (at === key) problems.push(...otherWords(key, column, reading, place, cells))
  }
  const isWhole = problems.every(({ reading }) => reading === 'warn')
  // The keys and values are those of the sheet's own columns: the one place where the types meet the workbook.
  return {
    sheet: place.grid.name,
    row: place.index + 1,
    record: isWhole ? (values as RowOf<S>) : null,
    values: values as Partial<RowOf<S>>,
    cells: addresses as Partial<Record<KeyOf<S>, string>>,
    problems,
  }
}

/** The key of the column in which a row says a value: its own, or the one in words where that is missing or empty. */
function whereSaid(
  key: string,
  { columns }: FoundHeader,
  cells: Record<string, Cell | undefined>,
): string | undefined {
  const inWords = wordsKey(key)
  if (!columns.has(inWords)) return columns.has(key) ? key : undefined
  return columns.has(key) && (isBlankCell(cells[inWords]) || !isBlankCell(cells[key])) ? key : inWords
}

/** A word where the column in words says something else than the column itself, which holds. */
function otherWords<S extends Sheet>(
  key: string,
  column: AnyColumn,
  reading: Reading<unknown>,
  place: Place<S>,
  cells: Record<string, Cell | undefined>,
): Problem[] {
  const index = place.header.columns.get(wordsKey(key))
  const cell = cells[wordsKey(key)]
  if (index === undefined || isBlankCell(cell)) return []
  if (reading.reading !== 'accept' && reading.reading !== 'warn') return []
  const said = column.cell(cell, place.context as never, cells)
  if (said.reading !== 'accept' && said.reading !== 'warn') return []
  if (JSON.stringify(said.value) === JSON.stringify(reading.value)) return []
  const taken = offered(reading.value, column, place.context)
  return [
    {
      ...where(place, index, cell),
      ...{ reading: 'warn', code: 'sheet.words-differ', values: { taken } },
    },
  ]
}

/** Why a cell is not even read: it is another row's, or its column says that it means something else. */
function whyNotRead<S extends Sheet>(
  column: AnyColumn,
  { header, own }: Place<S>,
  index: number,
  cell: Cell | undefined,
): Reading<unknown> | undefined {
  if (isBlankCell(cell)) return undefined
  if (hasLostSigns(cell)) return reject('cell.garbled')
  if (column.isEachOwn && own[index] !== cell) return reject('sheet.not-its-own')
  const label = header.labels[index] ?? ''
  return column.notHeaded?.test(label) ? reject('sheet.other-measure', { header: label }) : undefined
}

function where(
  place: Pick<Place<Sheet>, 'grid' | 'header' | 'index'>,
  column: number,
  cell: Cell | undefined,
) {
  return {
    sheet: place.grid.name,
    cell: cellAddress(place.index, column),
    header: place.header.labels[column] ?? '',
    raw: rawOf(cell),
  }
}

function problemOf(
  reading: Reading<unknown>,
  column: AnyColumn,
  context: unknown,
): Pick<Problem, 'reading' | 'code' | 'values' | 'candidates'> | undefined {
  if (reading.reading === 'accept') return undefined
  if (reading.reading === 'blank') {
    return column.required ? { reading: 'reject', code: 'sheet.required-empty' } : undefined
  }
  const { code, values } = reading
  if (reading.reading !== 'ask' || reading.candidates === undefined) {
    return { reading: reading.reading, code, values }
  }
  const candidates = reading.candidates.map(value => offered(value, column, context))
  return { reading: 'ask', code, values, candidates }
}

function offered(value: unknown, column: AnyColumn, context: unknown): string {
  return column.offer?.(value as never, context as never) ?? shownText(column.write(value as never))
}

/** A column that the sheet does not know is not read, and that is said. */
function unknownProblems({ grid, header }: FoundTable): Problem[] {
  return header.unknown.map(column => ({
    sheet: grid.name,
    cell: cellAddress(header.bottom, column),
    header: header.labels[column] ?? '',
    raw: header.labels[column] ?? '',
    reading: 'warn',
    code: 'sheet.unknown-column',
  }))
}

/** Two columns of one wording cannot both be right, and neither is dropped in silence. */
function duplicateProblems({ grid, header }: FoundTable): Problem[] {
  return header.duplicates.map(({ key, column }) => ({
    sheet: grid.name,
    cell: cellAddress(header.bottom, column),
    header: header.labels[column] ?? '',
    raw: header.labels[column] ?? '',
    reading: 'reject',
    code: 'sheet.duplicate-column',
    values: { first: cellAddress(header.bottom, header.columns.get(key) ?? 0) },
  }))
}
