import { withoutPersonalNumbers } from '#app/features/coaching/personal-number.rule.ts'
import type { ImportContext, StagedImport, StagedRow } from '#app/features/imports/sheet-import.ts'
import type { Grid } from '#app/spreadsheet/grid.ts'
import type { Problem } from '#app/spreadsheet/problem.ts'
import type { Db } from '#db/tables.ts'
import { activityContextOf } from './activity-context.server.ts'
import { dataOf } from './activity-data.ts'
import { readActivityGrids } from './activity-reading.ts'
import { showingOf, shownColumns } from './activity-shown.ts'
import { compareUpload } from './compare-upload.ts'
import { keepDays } from './keep-days.ts'
import { ledgerRowsOn } from './ledger.queries.server.ts'
import { personalDataIn } from './reading/personal-cells.ts'
import { schoolOfUpload } from './school-of-upload.server.ts'

/** Reads an activity workbook of one school, of any layout, and compares it with what stands; changes nothing. */
export async function stageActivity(db: Db, grids: Grid[], context: ImportContext): Promise<StagedImport> {
  const found = await schoolOfUpload(db, grids, context)
  if (!found.ok) return nothingBut([wholeSheet(grids[0]?.name ?? '', found.refusal)])
  const { school } = found
  const told = await activityContextOf(db, school, {
    today: context.dateContext ?? context.today,
    fileName: context.fileName,
  })
  const read = readActivityGrids(grids, told)
  const personal = personalDataIn(read.problems)
  if (personal !== null) return nothingBut(personal)
  const reading = keepDays(read, context.onlyDays)
  const given = reading.rows.map(entry => ({ ...entry, values: entry }))
  const days = [...new Set(given.map(row => row.day))].sort()
  const standing = days.length === 0 ? [] : await ledgerRowsOn(db, school.id, days)
  const { compared, problems } = compareUpload(given, standing)
  const shown = showingOf(told.classes)

  const rows = reading.rows.map((entry, at): StagedRow => {
    const { verdict, before } = compared[at]!
    return {
      sheet: entry.sheet,
      row: entry.row,
      verdict,
      data: dataOf(school.id, entry),
      shown: shown(entry.classKey, entry),
      ...(verdict === 'changed' && before !== null && { before: shown(entry.classKey, before) }),
    }
  })
  return {
    rows,
    problems: [...reading.problems, ...problems],
    rejected: reading.rejectedRows.map(({ sheet, row }) => ({ sheet, row })),
    ignored: reading.ignored,
    columns: shownColumns,
    firstDay: days[0] ?? null,
    lastDay: days[days.length - 1] ?? null,
    schoolId: school.id,
  }
}

function wholeSheet(sheet: string, code: string): Problem {
  return { sheet: withoutPersonalNumbers(sheet), cell: 'A1', header: '', raw: '', reading: 'reject', code }
}

/** A file that is refused as a whole: nothing of it is kept. */
function nothingBut(problems: Problem[]): StagedImport {
  return {
    rows: [],
    problems,
    rejected: [],
    ignored: [],
    columns: shownColumns,
    firstDay: null,
    lastDay: null,
    schoolId: null,
  }
}
