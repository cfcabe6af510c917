import type { Scope } from '#app/auth/scope.ts'
import { type Day, schoolYearOf } from '#app/calendar-day.ts'
import { className, gradeName, gradeOfClass } from '#app/features/schools/class-name.rule.ts'
import type { Cell } from '#app/spreadsheet/grid.ts'
import type { Db } from '#db/tables.ts'
import type { ExemptionReason } from './exemption.rule.ts'
import { type ExemptionRow, listExemptions } from './exemptions.queries.server.ts'
import type { ExemptionRecord } from './exemptions.sheet.ts'

/** More than a city ever writes. */
const all = 1_000_000

/**
 * Exemptions of the schools as rows of their sheet. A school gets what it asked for and what was approved; everybody
 * else only what was approved, because importing what still waits would approve it.
 */
export async function exemptionRecords(
  db: Db,
  scope: Scope,
  schoolIds: ReadonlySet<string>,
  range: { from: Day; to: Day; asOf: Day },
): Promise<ExemptionRecord[]> {
  const rows = await listExemptions(db, scope, { ...range, limit: all })
  const isWritten = ({ status }: ExemptionRow) =>
    status === 'approved' || (status === 'requested' && scope.kind === 'school')
  return rows.filter(row => schoolIds.has(row.schoolId) && isWritten(row)).map(recordOf)
}

function recordOf(row: ExemptionRow): ExemptionRecord {
  const { rosterClass, schoolCode, firstDay, lastDay, note } = row
  const year = schoolYearOf(firstDay)
  const grade =
    rosterClass === null ? row.grade : gradeOfClass(rosterClass.stage, rosterClass.entryYear, year)
  return {
    code: schoolCode,
    grade: grade === null || grade === 0 ? null : text(gradeName(grade)),
    className: rosterClass === null ? null : text(className(rosterClass, year)),
    firstDay,
    lastDay,
    // Only requests and this sheet write reasons.
    reason: row.reason as ExemptionReason,
    note: note || null,
  }
}

function text(words: string): Cell {
  return { type: 'text', text: words }
}
