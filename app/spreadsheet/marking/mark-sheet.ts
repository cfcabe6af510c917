import type { Cell, Grid } from '../grid.ts'
import { markCells, markSheetName, type TemplateMark } from '../template-mark.ts'

/** What a template says of itself stays with its rows, whatever format it was saved in. */
export function markSheet(mark: TemplateMark): Grid {
  const cells = markCells(mark).map((text): Cell => ({ type: 'text', text }))
  return { name: markSheetName, hidden: true, date1904: false, rows: [cells], merges: [] }
}
