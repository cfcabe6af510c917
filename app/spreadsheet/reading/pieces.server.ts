import type { Grid } from '../grid.ts'
import type { SheetPart } from '../workbook.ts'

/** Cells and rows of a piece: one large message would block the thread that receives it. */
export const cellsInPiece = 4_000

/** Rows as pieces of about that many cells. */
export function* piecesOf(
  sheet: number,
  { from, rows }: { from: number; rows: Grid['rows'] },
): Generator<Extract<SheetPart, { part: 'rows' }>, undefined> {
  let first = 0
  let cells = 0
  for (const [index, row] of rows.entries()) {
    cells += row.length + 1
    if (cells < cellsInPiece) continue
    yield { part: 'rows', sheet, from: from + first, rows: rows.slice(first, index + 1) }
    first = index + 1
    cells = 0
  }
  if (first < rows.length) yield { part: 'rows', sheet, from: from + first, rows: rows.slice(first) }
}
