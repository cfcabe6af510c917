import type { Scope } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import { type Locale, say } from '#app/i18n/text.ts'
import { writeTable } from '#app/spreadsheet/write-table.server.ts'
import type { Db } from '#db/tables.ts'
import { coverageRecords, coverageSheet } from './coverage.sheet.ts'
import { coverageText } from './coverage.text.ts'
import { readCoverage } from './read-coverage.server.ts'

/** The coverage of the scope, or of one unit, as the bytes of an .xlsx; null before the plan began or for no unit. */
export async function exportCoverage(
  db: Db,
  scope: Scope,
  asked: { asOf: Day; unitCode?: string; locale: Locale },
): Promise<Uint8Array | null> {
  const { asOf, locale } = asked
  const report = await readCoverage(db, scope, asked)
  if (report === null || (asked.unitCode !== undefined && report.units.length === 0)) return null
  const words = {
    total: say(locale, coverageText.total),
    met: say(locale, coverageText.met),
    short: say(locale, coverageText.notMet),
  }
  const note = [
    say(locale, coverageText.reportTitle),
    say(locale, coverageText.asOf, { asOf }),
    say(locale, coverageText.rule, report.rule),
  ].join(say(locale, coverageText.semicolon))
  return writeTable(coverageSheet, coverageRecords(report, locale, words), { locale, note })
}
