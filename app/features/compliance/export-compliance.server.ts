import { type Locale, say } from '#app/i18n/text.ts'
import { numberCell, shareCell, textCell } from '#app/spreadsheet/cells-to-write.ts'
import { type Report, writeReport } from '#app/spreadsheet/write-report.server.ts'
import type { Compliance } from './compliance.rule.ts'
import { complianceText } from './compliance.text.ts'
import type { Overview } from './compliance-overview.server.ts'

/** Compliance as a workbook for print: a sheet of units (for the city) and one of schools, each with its 合计 row. */
export async function exportCompliance(
  overview: Overview,
  place: string,
  locale: Locale,
): Promise<Uint8Array> {
  const name = (unit: Overview['units'][number]) => (locale === 'en' ? unit.nameEn : unit.name)
  const unitNames = new Map(overview.units.map(unit => [unit.code, name(unit)] as const))
  const schools = reportOf(
    overview.schools.map(one => [`${unitNames.get(one.unitCode) ?? one.unitCode} ${one.name}`, one]),
    'schools',
    'school',
  )
  if (overview.units.length < 2) return writeReport(schools)
  return writeReport(
    reportOf(
      overview.units.map(one => [name(one), one]),
      'units',
      'unit',
    ),
    schools,
  )

  function reportOf(
    rows: [string, Compliance][],
    sheetName: 'units' | 'schools',
    of: 'unit' | 'school',
  ): Report {
    return {
      title: say(locale, complianceText.exportTitle, { place }),
      subtitle: say(locale, complianceText.asOf, { from: overview.from, to: overview.to }),
      sheetName: say(locale, complianceText[sheetName]),
      columns: [
        { levels: [say(locale, complianceText[of])], width: 32 },
        ...columns.map(key => ({ levels: [say(locale, complianceText[key])], width: 14 })),
      ],
      rows: rows.map(([label, one]) => [textCell(label), ...cellsOf(one)]),
      totals: [textCell(say(locale, complianceText.total)), ...cellsOf(overview.total)],
      footer: [say(locale, complianceText.signatures)],
    }
  }
}

const columns = [
  'expected',
  'exempt',
  'reported',
  'missing',
  'floorMet',
  'targetMet',
  'floorRate',
  'targetRate',
  'reportingRate',
] as const

function cellsOf({ classDays, rate }: Compliance) {
  return [
    numberCell(classDays.expected),
    numberCell(classDays.exempt),
    numberCell(classDays.reported),
    numberCell(classDays.missing),
    numberCell(classDays.floorMet),
    numberCell(classDays.targetMet),
    shareCell(rate.floor),
    shareCell(rate.target),
    shareCell(rate.reporting),
  ]
}
