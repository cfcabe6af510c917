import { type Cell, cellAddress, rawOf } from '#app/spreadsheet/grid.ts'
import type { Problem } from '#app/spreadsheet/problem.ts'
import type { IgnoredRow, RejectedRow } from '../activity-entry.ts'
import type { ActivityProblemCode } from '../activity-problem.ts'
import type { LogColumns } from './log-header.ts'
import type { LogSheet, Row } from './one-line.ts'
import type { SchoolLog } from './school-log.ts'

/** Lines of schools that are not among those told are refused one by one; each code is told once. */
export function strangerPage(sheet: LogSheet, columns: LogColumns) {
  const problems: Problem[] = []
  const rejected: RejectedRow[] = []
  const ignored: IgnoredRow[] = []
  const told = new Set<string>()
  const column = columns['school-code'] ?? columns.minutes ?? 0
  return {
    add(index: number, row: Row, cell: Cell | undefined): void {
      const raw = rawOf(cell)
      rejected.push({ sheet: sheet.name, row: index + 1, cell: cellAddress(index, columns.minutes ?? 0) })
      if (told.has(raw)) return
      told.add(raw)
      const code: ActivityProblemCode =
        raw === '' ? 'activity.line-of-no-school' : 'activity.line-of-other-school'
      problems.push({
        sheet: sheet.name,
        cell: cellAddress(index, column),
        header: rawOf(sheet.header[column]),
        raw: raw === '' ? rawOf(row[column]) : raw,
        reading: 'reject',
        code,
      })
    },
    skip(index: number): void {
      ignored.push({ sheet: sheet.name, row: index + 1, why: 'skipped' })
    },
    finish(): SchoolLog | null {
      if (rejected.length + ignored.length === 0) return null
      return { school: null, entries: [], problems, ignored, rejected }
    },
  }
}
