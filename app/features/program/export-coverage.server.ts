import type { Scope } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import { type Locale, say } from '#app/i18n/text.ts'
import { columnsOfSheet } from '#app/spreadsheet/list.ts'
import type { RowOf, Sheet } from '#app/spreadsheet/sheet.ts'
import { csvStream, tableStream } from '#app/spreadsheet/write-table.server.ts'
import type { Db } from '#db/tables.ts'
import { coverageRecords, coverageSheet } from './coverage.sheet.ts'
import { coverageText } from './coverage.text.ts'
import { coveragePlacementsSheet, placementRecords } from './coverage-placements.sheet.ts'
import { explainPlacements } from './explain-coverage.server.ts'
import { livingText } from './living.text.ts'
import { type CoverageReport, readCoverage } from './read-coverage.server.ts'

interface Asked {
  asOf: Day
  unitCode?: string
  sport?: string
  locale: Locale
  format: 'xlsx' | 'csv'
}

/** The coverage of the scope, or of one unit, as the bytes of a file; null before the plan began or for no unit. */
export async function exportCoverage(
  db: Db,
  scope: Scope,
  asked: Asked,
): Promise<AsyncIterable<Uint8Array> | null> {
  const { locale } = asked
  const report = await reportFor(db, scope, asked)
  if (report === null) return null
  const words = {
    total: say(locale, coverageText.total),
    met: say(locale, coverageText.met),
    short: say(locale, coverageText.notMet),
  }
  const name = asked.sport === undefined ? undefined : nameOfSport(report, asked.sport, locale)
  const records = coverageRecords(report, locale, words).filter(
    one => name === undefined || one.sport === name,
  )
  return written(coverageSheet, records, report, asked)
}

/** The placements behind it, each with whether it counts and lives, and why not. */
export async function exportPlacementsBehind(
  db: Db,
  scope: Scope,
  asked: Asked & { seesChecks: boolean },
): Promise<AsyncIterable<Uint8Array> | null> {
  const { asOf, locale, seesChecks } = asked
  const report = await reportFor(db, scope, asked)
  if (report === null) return null
  const rows = []
  for (const unit of [...report.units, ...report.others]) {
    const placements = await explainPlacements(db, scope, { asOf, unit, seesChecks })
    const ofSport = placements.filter(one => asked.sport === undefined || one.sport === asked.sport)
    const name = locale === 'en' ? unit.nameEn : unit.name
    rows.push(...placementRecords(locale, name, code => nameOfSport(report, code, locale), ofSport))
  }
  return written(coveragePlacementsSheet, rows, report, asked)
}

function nameOfSport(report: CoverageReport, code: string, locale: Locale): string {
  const sport = report.sports.get(code)
  return (locale === 'en' ? sport?.nameEn : sport?.name) ?? code
}

function written<S extends Sheet>(
  sheet: S,
  rows: readonly RowOf<S>[],
  report: CoverageReport,
  { locale, format }: Asked,
): AsyncIterable<Uint8Array> {
  const columns = columnsOfSheet(sheet, locale)
  if (format === 'csv') return csvStream(columns, rows)
  return tableStream(columns, rows, { name: say(locale, sheet.title), note: noteOf(report, locale) })
}

async function reportFor(db: Db, scope: Scope, asked: Asked): Promise<CoverageReport | null> {
  const report = await readCoverage(db, scope, asked)
  return report === null || (asked.unitCode !== undefined && report.units.length === 0) ? null : report
}

function noteOf(report: CoverageReport, locale: Locale): string {
  return [
    say(locale, coverageText.reportTitle),
    say(locale, coverageText.asOf, report),
    say(locale, coverageText.rule, report.rule),
    say(locale, livingText.means, report.rule),
  ].join(say(locale, coverageText.semicolon))
}
