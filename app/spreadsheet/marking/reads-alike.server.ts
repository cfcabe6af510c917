import type { Grid, Merge } from '../grid.ts'
import { readInParts } from '../reading/read-in-parts.server.ts'
import type { WorkbookInParts, WorkbookLimits } from '../workbook.ts'
import { sameRow } from './same-cells.ts'

/** Whether our own reader reads both files alike, our own sheets apart; both are read side by side, a few rows at a time. */
export async function readsAlike(one: Buffer, other: Buffer, limits: WorkbookLimits): Promise<boolean> {
  const [before, after] = [await readInParts(one, limits), await readInParts(other, limits)]
  if (!before.ok || !after.ok || !sameHeads(before, after)) return false
  const [rows, others] = [linesOf(before.parts), linesOf(after.parts)]
  for (;;) {
    const [next, same] = [await rows.next(), await others.next()]
    if (next.done === true || same.done === true)
      return next.done === true && same.done === true && next.value && same.value
    if (!sameLine(next.value, same.value)) return false
  }
}

function sameHeads(one: WorkbookInParts, other: WorkbookInParts): boolean {
  const headOf = ({ sheets, mark }: WorkbookInParts) => JSON.stringify([sheets, mark ?? null])
  return headOf(one) === headOf(other)
}

type Line = { sheet: number; merges: Merge[] } | { sheet: number; row: Grid['rows'][number]; index: number }

/** Line by line; answers at the end whether the end of the file was reached. */
async function* linesOf(parts: WorkbookInParts['parts']): AsyncGenerator<Line, boolean> {
  for await (const part of parts) {
    if (part.part === 'refused') return false
    if (part.part === 'sheet') yield { sheet: part.sheet, merges: part.merges }
    if (part.part === 'rows')
      for (const [at, row] of part.rows.entries()) yield { sheet: part.sheet, row, index: part.from + at }
  }
  return true
}

function sameLine(one: Line, other: Line): boolean {
  if (one.sheet !== other.sheet) return false
  if ('row' in one) return 'row' in other && one.index === other.index && sameRow(one.row, other.row)
  return 'merges' in other && JSON.stringify(one.merges) === JSON.stringify(other.merges)
}
