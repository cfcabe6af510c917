import { cellAddress, rawOf } from '#app/spreadsheet/grid.ts'
import type { Problem } from '#app/spreadsheet/problem.ts'
import type { IgnoredRow, RejectedRow } from '../activity-entry.ts'
import type { ActivityProblemCode } from '../activity-problem.ts'
import type { LogColumns } from './log-header.ts'
import type { LogSheet, Row } from './one-line.ts'
import type { Said, SchoolLog, SchoolNaming } from './school-log.ts'

/** Lines of schools that are not among those told are refused one by one; each code, and each name, is told once. */
export function strangerPage(sheet: LogSheet, columns: LogColumns) {
  const problems: Problem[] = []
  const rejected: RejectedRow[] = []
  const ignored: IgnoredRow[] = []
  const told = new Set<string>()
  return {
    add(index: number, row: Row, said: Said, naming?: ReturnType<SchoolNaming>): void {
      const column = said.column ?? columns.minutes ?? 0
      const raw = rawOf(said.cell)
      rejected.push({ sheet: sheet.name, row: index + 1, cell: cellAddress(index, columns.minutes ?? 0) })
      if (told.has(raw)) return
      told.add(raw)
      const strange = naming === undefined ? 'activity.line-of-other-school' : 'activity.line-of-unknown-name'
      const code: ActivityProblemCode = raw === '' ? 'activity.line-of-no-school' : strange
      const schools = naming !== undefined && 'candidates' in naming ? naming.candidates.join('、') : ''
      problems.push({
        sheet: sheet.name,
        cell: cellAddress(index, column),
        header: rawOf(sheet.header[column]),
        raw: raw === '' ? rawOf(row[column]) : raw,
        reading: 'reject',
        code,
        ...(schools !== '' && { values: { schools } }),
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
