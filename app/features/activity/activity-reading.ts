import type { Grid } from '#app/spreadsheet/grid.ts'
import { isBlankCell } from '#app/spreadsheet/plain-text.ts'
import type { ActivityContext, ActivityReading, IgnoredWhy } from './activity-entry.ts'
import type { ActivityProblemCode } from './activity-problem.ts'
import { type ProblemLog, problemLog } from './reading/problem-log.ts'
import { readSheet, type SheetReading } from './reading/read-sheet.ts'
import { settleDuplicates, tellLongDays } from './reading/whole-reading.ts'
import { guardSheet, isRefusedWhole } from './reading/workbook-guard.ts'

/** Sheets that explain and hold no data, whatever stands in them. */
const instructions =
  /^(填表|填报|填写)?说明$|^How to fill in$|^(数据)?字典$|^示例$|^样例$|^样表$|^目录$|^封面$|^范例$/

/**
 * Reads a school's activity workbook of any sane layout: long lists, wide lists, week matrices, tables below or
 * beside each other, a sheet for each class or week. Cells that are ambiguous or wrong yield no row but a problem;
 * nothing is taken or left out in silence.
 */
export function readActivityGrids(grids: readonly Grid[], context: ActivityContext): ActivityReading {
  const log = problemLog()
  const ignored: ActivityReading['ignored'] = []
  const read: SheetReading[] = []
  const untabled: Grid[] = []
  for (const grid of grids) {
    const why = leftOutFor(grid)
    if (why === 'empty') continue
    guardSheet(grid, context, log)
    if (why !== null) {
      ignored.push({ sheet: grid.name, row: 1, why })
      if (why === 'hidden-sheet' && !instructions.test(grid.name.trim())) tellHidden(grid, log)
      continue
    }
    const reading = readSheet(grid, context, log)
    if (reading.hasTable) read.push(reading)
    else untabled.push(grid)
  }
  for (const grid of untabled) {
    ignored.push({ sheet: grid.name, row: 1, why: 'no-table' })
    tellOfSheet(grid, log, read.length === 0 ? 'reject' : 'warn', 'activity.no-table')
  }
  if (read.length === 0 && untabled.length === 0) {
    tellOfSheet(grids[0], log, 'reject', 'activity.no-table')
  }
  return finished(read, ignored, log)
}

function finished(
  read: SheetReading[],
  ignored: ActivityReading['ignored'],
  log: ProblemLog,
): ActivityReading {
  const outcome = settleDuplicates(
    {
      entries: read.flatMap(sheet => sheet.entries),
      ignored: [...ignored, ...read.flatMap(sheet => sheet.ignored)],
      rejected: read.flatMap(sheet => sheet.rejected),
    },
    log,
  )
  const isRefused = isRefusedWhole(log.list)
  const rows = isRefused ? [] : outcome.entries
  const refused = isRefused ? outcome.entries.map(({ sheet, row, cell }) => ({ sheet, row, cell })) : []
  const rejectedRows = [...outcome.rejected, ...refused]
  tellLongDays(rows, log)
  const counts = { accepted: rows.length, rejected: rejectedRows.length, ignored: outcome.ignored.length }
  return {
    sheet: read.some(sheet => sheet.isMatrix) ? 'activity-week' : 'activity-log',
    rows,
    problems: log.list,
    ignored: outcome.ignored,
    rejectedRows,
    counts: { read: counts.accepted + counts.rejected + counts.ignored, ...counts },
  }
}

/** Why a sheet is not looked for tables. */
export function leftOutFor(grid: Grid): IgnoredWhy | 'empty' | null {
  if (grid.rows.every(row => row.every(isBlankCell))) return 'empty'
  if (grid.hidden) return 'hidden-sheet'
  return instructions.test(grid.name.trim()) ? 'instructions' : null
}

function tellHidden(grid: Grid, log: ProblemLog): void {
  tellOfSheet(grid, log, 'warn', 'activity.hidden-sheet')
}

function tellOfSheet(
  grid: Grid | undefined,
  log: ProblemLog,
  reading: 'warn' | 'reject',
  code: ActivityProblemCode,
): void {
  log.add({ sheet: grid?.name ?? '', cell: 'A1', header: '', raw: '', reading, code })
}
