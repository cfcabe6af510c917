import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Grid } from '#app/spreadsheet/grid.ts'
import { openWorkbook } from '#app/spreadsheet/open-workbook.server.ts'

const folder = join(import.meta.dirname, '../../../../shared/fixtures/workbooks')

export interface ExpectedRow {
  class: string
  date: string
  kind: string
  minutes: number
}

export interface ExpectedWorkbook {
  school: string
  sheet: string
  rows: ExpectedRow[]
  optional?: ExpectedRow[]
  flagged?: { sheet: string; cell: string }[]
}

export const expectedWorkbooks: Record<string, ExpectedWorkbook> = JSON.parse(
  readFileSync(join(folder, 'expected.json'), 'utf8'),
)

export async function fixtureGrids(file: string): Promise<Grid[]> {
  const opened = await openWorkbook(readFileSync(join(folder, file)))
  if (!opened.ok) throw new Error(opened.refusal)
  return opened.grids
}
