import {
  bothRows,
  duplicatesOf,
  type OtherRows,
  otherRows,
  rowsOfOtherGroups,
  rowsTold,
} from '#app/features/schools/sheet-rows.ts'
import type { TableRow } from '#app/spreadsheet/read-table.ts'
import type { FoundInRow } from './judge-title-row.ts'
import type { TitleApplicationRecord, titleApplicationsSheet } from './title-applications.sheet.ts'

type Row = TableRow<typeof titleApplicationsSheet>

/** Rows of one indicator, and words of one application, that say different things; and rows that say all again. */
export function contradictingTitleRows(rows: readonly Row[]): {
  repeated: Set<Row>
  contradicting: Map<Row, FoundInRow[]>
} {
  const { repeated, contradicting: twice } = duplicatesOf(rows, indicatorKey)
  const unread = unreadRowsOf(rows)
  const contradicting = new Map<Row, FoundInRow[]>()
  const say = (row: Row, column: FoundInRow['column'], code: string, others: OtherRows) => {
    if (others.count === 0) return
    const found = { column, code: `title-application.${code}`, values: rowsTold(others) }
    contradicting.set(row, [...(contradicting.get(row) ?? []), found])
  }
  for (const row of rows) {
    if (row.record === null || repeated.has(row)) continue
    const unreadOnes = otherRows(unread.get(indicatorKey(row.record)) ?? [])
    say(row, 'indicator', 'twice', bothRows(twice.get(row) ?? otherRows([]), unreadOnes))
  }
  for (const column of ['sports', 'statement'] as const)
    for (const [row, others] of differingIn(rows, column)) say(row, column, `other-${column}`, others)
  return { repeated, contradicting }
}

type Key = Pick<TitleApplicationRecord, 'batch' | 'code' | 'indicator'>

function indicatorKey({ batch, code, indicator }: Key): string {
  return [batch.id, code, indicator].join(' ')
}

/** Rows of an indicator that cannot be read: one of them may be the right one. */
function unreadRowsOf(rows: readonly Row[]): Map<string, number[]> {
  const unread = new Map<string, number[]>()
  for (const { record, values, row } of rows) {
    const { batch, code, indicator } = values
    if (record !== null || batch === undefined || code === undefined || indicator === undefined) continue
    const key = indicatorKey({ batch, code, indicator })
    unread.set(key, [...(unread.get(key) ?? []), row])
  }
  return unread
}

/** The rows of an application that say something else in the column than others, with those others. */
function differingIn(rows: readonly Row[], column: 'sports' | 'statement'): Map<Row, OtherRows> {
  const saying = new Map<string, Map<string, Row[]>>()
  for (const row of rows) {
    if (row.record === null || row.record[column] === null) continue
    const key = [row.record.batch.id, row.record.code].join(' ')
    const said = JSON.stringify(row.record[column])
    const byWords = saying.get(key) ?? new Map<string, Row[]>()
    const same = byWords.get(said)
    if (same === undefined) byWords.set(said, [row])
    else same.push(row)
    saying.set(key, byWords)
  }
  const differing = new Map<Row, OtherRows>()
  for (const byWords of saying.values()) {
    if (byWords.size < 2) continue
    const groups = [...byWords.values()]
    for (const [row, others] of rowsOfOtherGroups(groups)) differing.set(row, others)
  }
  return differing
}
