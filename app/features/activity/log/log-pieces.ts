import type { Day } from '#app/calendar-day.ts'
import { type ActivityData, dataOf } from '../activity-data.ts'
import type { ActivityEntry } from '../activity-entry.ts'
import type { SchoolLog } from './read-log.ts'

/** Activities of one school on some days, all that the log says of these days. */
export interface LogPiece {
  schoolId: string
  days: Day[]
  count: number
  /** Letters of the column of minutes. */
  column: string
  /** Its header. */
  header: string
  /** JSON of `LoggedRow[]`: a text is handed over between threads, and into the database, faster than its rows. */
  rows: string
}

/** A row as if nothing stood yet. */
export interface LoggedRow {
  sheet: string
  /** As the sheet numbers it, from 1. */
  row: number
  verdict: 'new'
  data: ActivityData
}

/** Rows from which a piece is full; the day that fills it belongs to it whole. */
const enough = 1_000

/** What logs say in pieces: school by school, day by day, and within a day as the file has it. */
export function* piecesOf(logs: readonly SchoolLog[]): Generator<LogPiece> {
  for (const { school, entries } of logs) {
    if (school === null || entries.length === 0) continue
    entries.sort((one, other) => (one.day === other.day ? one.row - other.row : one.day < other.day ? -1 : 1))
    let from = 0
    for (let at = 1; at <= entries.length; at += 1) {
      const isDayOver = entries[at]?.day !== entries[at - 1]?.day
      if (at < entries.length && !(isDayOver && at - from >= enough)) continue
      yield pieceOf(school.id, entries.slice(from, at))
      from = at
    }
  }
}

function pieceOf(schoolId: string, entries: readonly ActivityEntry[]): LogPiece {
  const rows = entries.map(
    (entry): LoggedRow => ({
      sheet: entry.sheet,
      row: entry.row,
      verdict: 'new',
      data: dataOf(schoolId, entry),
    }),
  )
  return {
    schoolId,
    days: [...new Set(entries.map(({ day }) => day))],
    count: rows.length,
    column: entries[0]?.cell.replace(/\d+$/, '') ?? '',
    header: entries[0]?.header ?? '',
    rows: JSON.stringify(rows),
  }
}
