import { openEnd } from '#app/calendar-day.ts'
import type { TableRow } from '#app/spreadsheet/read-table.ts'
import type { SchoolEntry, StandingSchool } from './plan-school.rule.ts'
import { foundedLongAgo } from './plan-school.rule.ts'
import type { SchoolRecord, schoolsSheet } from './schools.sheet.ts'

/** What a row says of a school. A column that the file lacks says nothing; an empty 停办日期 says that it is open. */
export function schoolEntryOf(row: TableRow<typeof schoolsSheet>, record: SchoolRecord): SchoolEntry {
  return {
    code: record.code,
    name: record.name,
    formerNames: record.formerNames ?? [],
    type: record.type,
    unitCode: record.unit.code,
    ...(record.shortName !== null && { shortName: record.shortName }),
    ...countsUnit(row, record),
    ...(record.pupils !== null && { pupils: record.pupils }),
    ...(record.address !== null && { address: record.address }),
    ...(record.longitude !== null && { longitude: record.longitude }),
    ...(record.latitude !== null && { latitude: record.latitude }),
    ...(record.openedOn !== null && { openedOn: record.openedOn }),
    ...(row.cells.closedOn !== undefined && { closedOn: record.closedOn ?? openEnd }),
  }
}

/** A standing school as a row of the sheet, for exports and for what stood before a change. */
export function schoolRecordOf(
  school: StandingSchool & { code: string },
  unitNames: ReadonlyMap<string, string>,
): SchoolRecord {
  const unit = (code: string) => ({ code, name: unitNames.get(code) ?? code })
  return {
    code: school.code,
    name: school.name,
    shortName: school.shortName || null,
    formerNames: school.aliases.length > 0 ? school.aliases : null,
    type: school.type,
    unit: unit(school.unitCode),
    countsUnit: unit(school.countsUnitCode),
    pupils: school.pupils,
    address: school.address || null,
    longitude: school.longitude,
    latitude: school.latitude,
    openedOn: school.openedOn === foundedLongAgo ? null : school.openedOn,
    closedOn: school.closedOn === openEnd ? null : school.closedOn,
  }
}

function countsUnit(row: TableRow<typeof schoolsSheet>, record: SchoolRecord) {
  if (row.cells.countsUnit === undefined) return {}
  return { countsUnitCode: record.countsUnit?.code ?? record.unit.code }
}
