import type { StagedImport, StagedRow } from '#app/features/imports/sheet-import.ts'
import type { Problem } from '#app/spreadsheet/problem.ts'
import type { ReadTable, TableRow } from '#app/spreadsheet/read-table.ts'
import type { ProblemValues } from '#app/spreadsheet/reading.ts'
import type { Columns, Sheet } from '#app/spreadsheet/sheet.ts'
import { shownText } from '#app/spreadsheet/shown-text.ts'

/** A record as people see it, column by column; an open end and a missing value are null. */
export function shownRecord(
  sheet: Sheet,
  record: Readonly<Record<string, unknown>>,
): Record<string, string | number | null> {
  return Object.fromEntries(
    Object.entries(sheet.columns).map(([key, column]) => {
      const value = record[key]
      const cell = value === null || value === undefined ? undefined : column.write(value as never)
      if (cell?.type === 'number' && cell.format === 'General') return [key, cell.value]
      return [key, cell === undefined ? null : shownText(cell)]
    }),
  )
}

export function shownColumns(sheet: Sheet) {
  return Object.entries(sheet.columns).map(([key, column]) => ({ key, header: column.header }))
}

/** A problem of a whole record, put at the cell of the column that it is about. */
export function problemAt<C extends Columns>(
  sheet: Sheet<C>,
  row: TableRow<Sheet<C>>,
  key: Extract<keyof C, string>,
  found: { reading?: Problem['reading']; code: string; values?: ProblemValues },
): Problem {
  const column = sheet.columns[key]
  const shown = shownRecord(sheet, { [key]: (row.values as Record<string, unknown>)[key] })[key]
  const cells: Partial<Record<string, string>> = row.cells
  return {
    sheet: row.sheet,
    cell: cells[key] ?? `A${row.row}`,
    header: column?.header['zh-CN'] ?? '',
    raw: shown === null || shown === undefined ? '' : String(shown),
    reading: found.reading ?? 'reject',
    code: found.code,
    ...(found.values !== undefined && { values: found.values }),
  }
}

/** Other rows of which a problem speaks: the first few, and how many there are. */
export interface OtherRows {
  first: readonly number[]
  count: number
}

/** Every row of a long file may be in the way of every other: each names no more of them than these. */
const mostNamed = 5

/** Rows of a group but the one at `own`. */
export function otherRows(rows: readonly number[], own = -1): OtherRows {
  const first = rows.slice(0, mostNamed + 1).filter((_, at) => at !== own)
  return { first: first.slice(0, mostNamed), count: own < 0 ? rows.length : rows.length - 1 }
}

export function bothRows(some: OtherRows, more: OtherRows): OtherRows {
  return { first: [...some.first, ...more.first].slice(0, mostNamed), count: some.count + more.count }
}

/** Each row with those of all groups but its own. */
export function rowsOfOtherGroups<Row extends { row: number }>(
  groups: readonly (readonly Row[])[],
): [Row, OtherRows][] {
  const count = groups.reduce((sum, group) => sum + group.length, 0)
  const some = groups.slice(0, mostNamed + 1)
  return groups.flatMap(own => {
    const first = some.flatMap(group => (group === own ? [] : group.slice(0, mostNamed)))
    const others = { first: first.slice(0, mostNamed).map(({ row }) => row), count: count - own.length }
    return own.map((row): [Row, OtherRows] => [row, others])
  })
}

/** What a message names of them. */
export function rowsTold({ first, count }: OtherRows): ProblemValues {
  return { rows: first.join('、'), ...(count > first.length && { rowsNamed: first.length, rowCount: count }) }
}

/** Rows with a key that stands more than once: those equal in everything but the first, and those that contradict. */
export function duplicatesOf<S extends Sheet>(
  rows: readonly TableRow<S>[],
  keyOf: (record: NonNullable<TableRow<S>['record']>) => string,
): { repeated: Set<TableRow<S>>; contradicting: Map<TableRow<S>, OtherRows> } {
  const groups = new Map<string, TableRow<S>[]>()
  for (const row of rows) {
    if (row.record === null) continue
    const key = keyOf(row.record)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [row])
    else group.push(row)
  }
  const repeated = new Set<TableRow<S>>()
  const contradicting = new Map<TableRow<S>, OtherRows>()
  for (const group of groups.values()) {
    if (group.length < 2) continue
    if (new Set(group.map(row => JSON.stringify(row.record))).size === 1) {
      for (const row of group.slice(1)) repeated.add(row)
    } else {
      const numbers = group.map(({ row }) => row)
      for (const [at, row] of group.entries()) contradicting.set(row, otherRows(numbers, at))
    }
  }
  return { repeated, contradicting }
}

/** What `readTable` set aside, and the rows that say again what another says, in the words of an import. */
export function setAside<S extends Sheet>(
  table: ReadTable<S>,
  repeated: Iterable<{ sheet: string; row: number }> = [],
): { sheet: string; row: number; why: string }[] {
  return [
    ...table.ignored.map(({ sheet, row, why }) => ({ sheet, row, why })),
    ...Array.from(repeated, ({ sheet, row }) => ({ sheet, row, why: 'repeated' })),
  ]
}

/** What an import stages of a table: the rows that stand, every problem, and all other rows accounted for. */
export function stagedTable<S extends Sheet>(
  sheet: S,
  table: ReadTable<S>,
  judged: {
    rows: StagedRow[]
    problems: ReadonlyMap<TableRow<S>, Problem>
    repeated: Iterable<{ sheet: string; row: number }>
  },
  schoolId: string | null = null,
): StagedImport {
  const isRejected = (row: TableRow<S>) => row.record === null || judged.problems.has(row)
  return {
    rows: judged.rows,
    problems: [...table.problems, ...judged.problems.values()],
    rejected: table.rows.filter(isRejected).map(({ sheet: name, row }) => ({ sheet: name, row })),
    ignored: setAside(table, judged.repeated),
    columns: shownColumns(sheet),
    firstDay: null,
    lastDay: null,
    schoolId,
  }
}
