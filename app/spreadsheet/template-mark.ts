import { locales } from '../i18n/text.ts'
import type { Grid } from './grid.ts'
import { rawOf } from './grid.ts'
import { marksText } from './marking/marks.text.ts'

/** Which template a workbook was made from, kept in a hidden sheet of it. */
export interface TemplateMark {
  /** Name of the sheet declaration, such as 'placements'. */
  sheet: string
  version: number
  /** Code of the school for which it was made; '' when for no school. */
  school: string
}

/** The hidden sheet with the template's lists and, in its first row, its mark. */
export const markSheetName = '_字典'
const markSign = 'sports-5621'

/** The cells of the first row of the hidden sheet. */
export function markCells(mark: TemplateMark): string[] {
  return [markSign, mark.sheet, String(mark.version), mark.school]
}

export function isMarkGrid(grid: Grid): boolean {
  return rawOf(grid.rows[0]?.[0]) === markSign
}

/** Whether the sheet is the list of problems in a file that we handed back: it says so itself in its first cell. */
export function isReportGrid(grid: Grid): boolean {
  const title = rawOf(grid.rows[0]?.[0])
  return locales.some(locale => title === marksText.reportTitle[locale])
}

export function readMark(grids: readonly Grid[]): TemplateMark | undefined {
  const first = grids.find(isMarkGrid)?.rows[0]
  if (first === undefined) return undefined
  return { sheet: rawOf(first[1]), version: Number(rawOf(first[2])), school: rawOf(first[3]) }
}
