import type { Grid } from './grid.ts'
import type { FoundHeader } from './headers.ts'
import { findHeader } from './headers.ts'
import type { Problem } from './problem.ts'
import type { Sheet } from './sheet.ts'
import { hasColumn, wordingsOf } from './sheet.ts'
import { blocksOf } from './side-by-side.ts'
import { isBlankRow } from './special-rows.ts'
import type { TemplateMark } from './template-mark.ts'

/** A grid that holds the table that was looked for, with its header. */
export interface FoundTable {
  grid: Grid
  header: FoundHeader
}

/** A sheet of the workbook that was not read. */
export interface SkippedSheet {
  sheet: string
  why: 'hidden' | 'empty' | 'no-table' | 'another-table'
}

export interface FoundTables {
  tables: FoundTable[]
  skipped: SkippedSheet[]
  problems: Problem[]
}

/**
 * Which of the workbook's grids hold the sheet's table. When none does there is exactly one problem: the template
 * of another of the `known` sheets, required columns that are missing, or no table at all.
 */
export function findTables(
  grids: readonly Grid[],
  sheet: Sheet,
  known: readonly Sheet[],
  mark?: TemplateMark,
): FoundTables {
  const looked = grids.map(grid => lookAt(grid, sheet, known))
  const tables = looked.flatMap(found => found.tables ?? [])
  const skipped = looked.flatMap(({ skip }) => skip ?? [])
  const marked = known.find(({ name }) => name === mark?.sheet && name !== sheet.name)
  if (marked !== undefined) {
    return { tables: [], skipped, problems: [wrongTemplate(grids[0]?.name ?? '', sheet, marked)] }
  }
  const problems = looked.flatMap(({ problem }) => problem ?? [])
  if (tables.length > 0) return { tables, skipped, problems: problems.filter(isNotOfAnother) }
  return { tables, skipped, problems: [problems[0] ?? noTable(grids, sheet)] }
}

interface Looked {
  tables?: FoundTable[]
  skip?: SkippedSheet
  problem?: Problem
}

function lookAt(grid: Grid, sheet: Sheet, known: readonly Sheet[]): Looked {
  if (grid.rows.every(isBlankRow)) return { skip: { sheet: grid.name, why: 'empty' } }
  if (grid.hidden) return { skip: { sheet: grid.name, why: 'hidden' } }
  const header = findHeader(grid, wordingsOf(sheet))
  const missing = header === undefined ? [] : missingColumns(header, sheet)
  if (header !== undefined && missing.length === 0) return { tables: blocksOf(grid, header, sheet) }
  const other = known.find(candidate => candidate.name !== sheet.name && fits(grid, candidate))
  if (other !== undefined) {
    return {
      skip: { sheet: grid.name, why: 'another-table' },
      problem: wrongTemplate(grid.name, sheet, other),
    }
  }
  if (header === undefined) return { skip: { sheet: grid.name, why: 'no-table' } }
  return { problem: missingProblem(grid, header, sheet, missing) }
}

function fits(grid: Grid, sheet: Sheet): boolean {
  const header = findHeader(grid, wordingsOf(sheet))
  return header !== undefined && missingColumns(header, sheet).length === 0
}

function missingColumns(header: FoundHeader, sheet: Sheet): string[] {
  return Object.entries(sheet.columns).flatMap(([key, column]) =>
    column.required && !hasColumn(header.columns, key) ? [key] : [],
  )
}

function missingProblem(grid: Grid, header: FoundHeader, sheet: Sheet, missing: string[]): Problem {
  const headers = missing.flatMap(key => sheet.columns[key]?.header ?? [])
  return {
    ...problemOf(grid.name, 'sheet.missing-columns'),
    cell: `A${header.bottom + 1}`,
    values: {
      columns: headers.map(message => message['zh-CN']).join('、'),
      columnsEn: headers.map(message => message.en).join(', '),
    },
  }
}

function wrongTemplate(name: string, wanted: Sheet, found: Sheet): Problem {
  return {
    ...problemOf(name, 'sheet.wrong-template'),
    values: {
      wanted: wanted.title['zh-CN'],
      wantedEn: wanted.title.en,
      found: found.title['zh-CN'],
      foundEn: found.title.en,
    },
  }
}

function noTable(grids: readonly Grid[], sheet: Sheet): Problem {
  const shown = grids.find(grid => !grid.hidden)
  return {
    ...problemOf(shown?.name ?? grids[0]?.name ?? '', 'sheet.no-table'),
    values: { wanted: sheet.title['zh-CN'], wantedEn: sheet.title.en },
  }
}

function problemOf(sheet: string, code: string): Problem {
  return { sheet, cell: 'A1', header: '', raw: '', reading: 'reject', code }
}

/** Beside the table that was asked for, the table of another sheet is no mistake. */
function isNotOfAnother(problem: Problem): boolean {
  return problem.code !== 'sheet.wrong-template'
}
