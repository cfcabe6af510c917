import { type OnlyDays, outsideDays } from '#app/features/imports/only-days.rule.ts'
import type { Problem } from '#app/spreadsheet/problem.ts'
import type { ActivityEntry, ActivityReading, RejectedRow } from './activity-entry.ts'

/** A reading without the rows of days that are not wanted: each of them is rejected, with the reason at its cell. */
export function keepDays(reading: ActivityReading, only: OnlyDays | undefined): ActivityReading {
  const { within, problems, rejected } = outsideOf(reading.rows, only)
  if (rejected.length === 0) return reading
  const counts = {
    ...reading.counts,
    accepted: reading.counts.accepted - rejected.length,
    rejected: reading.counts.rejected + rejected.length,
  }
  return {
    ...reading,
    rows: within,
    problems: [...reading.problems, ...problems],
    rejectedRows: [...reading.rejectedRows, ...rejected],
    counts,
  }
}

/** The entries of the days that are wanted, and what is said of the others. */
export function outsideOf(
  entries: ActivityEntry[],
  only: OnlyDays | undefined,
): { within: ActivityEntry[]; problems: Problem[]; rejected: RejectedRow[] } {
  if (only === undefined) return { within: entries, problems: [], rejected: [] }
  const outside = entries.filter(({ day }) => outsideDays(day, only) !== null)
  return {
    within: entries.filter(({ day }) => outsideDays(day, only) === null),
    problems: outside.flatMap(entry => problemOf(entry, only)),
    rejected: outside.map(({ sheet, row, cell }) => ({ sheet, row, cell })),
  }
}

function problemOf(
  { sheet, cell, header, day, minutes }: ActivityEntry,
  only: OnlyDays | undefined,
): Problem[] {
  const found = outsideDays(day, only)
  return found === null ? [] : [{ sheet, cell, header, raw: String(minutes), reading: 'reject', ...found }]
}
