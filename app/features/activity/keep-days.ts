import { type OnlyDays, outsideDays } from '#app/features/imports/only-days.rule.ts'
import type { Problem } from '#app/spreadsheet/problem.ts'
import type { ActivityEntry, ActivityReading } from './activity-entry.ts'

/** A reading without the rows of days that are not wanted: each of them is rejected, with the reason at its cell. */
export function keepDays(reading: ActivityReading, only: OnlyDays | undefined): ActivityReading {
  const outside = reading.rows.filter(({ day }) => outsideDays(day, only) !== null)
  if (outside.length === 0) return reading
  const counts = {
    ...reading.counts,
    accepted: reading.counts.accepted - outside.length,
    rejected: reading.counts.rejected + outside.length,
  }
  return {
    ...reading,
    rows: reading.rows.filter(({ day }) => outsideDays(day, only) === null),
    problems: [...reading.problems, ...outside.flatMap(entry => problemOf(entry, only))],
    rejectedRows: [...reading.rejectedRows, ...outside.map(({ sheet, row, cell }) => ({ sheet, row, cell }))],
    counts,
  }
}

function problemOf(
  { sheet, cell, header, day, minutes }: ActivityEntry,
  only: OnlyDays | undefined,
): Problem[] {
  const found = outsideDays(day, only)
  return found === null ? [] : [{ sheet, cell, header, raw: String(minutes), reading: 'reject', ...found }]
}
