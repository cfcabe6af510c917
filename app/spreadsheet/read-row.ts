import { type Cell, cellAddress, type Grid, rawOf } from './grid.ts'
import type { FoundHeader } from './headers.ts'
import { hasLostSigns, isBlankCell } from './plain-text.ts'
import type { Problem } from './problem.ts'
import { type Reading, reject } from './reading.ts'
import { type AnyColumn, type ContextOf, type RowOf, type Sheet, wordsKey } from './sheet.ts'
import { shownText } from './shown-text.ts'

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

/** Where a row stands, and by what its cells are read. */
export interface Place<S extends Sheet> {
  grid: Grid
  /** The cells of the row itself, without what is filled in from above. */
  own: readonly (Cell | undefined)[]
  header: FoundHeader
  index: number
  sheet: S
  context: ContextOf<S>
}

/**
 * The record of a row from its cells by the keys of the header, those of merged cells and of 同上 filled in. A value that
 * stands in two columns, once in words, is read from the first that is filled in, and held against the other.
 */
export function readRow<S extends Sheet>(
  place: Place<S>,
  cells: Record<string, Cell | undefined>,
): TableRow<S> {
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

/** A cell of the row as problems name it. */
export function where(
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
