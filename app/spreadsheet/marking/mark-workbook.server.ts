import type { Cell, Grid } from '../grid.ts'
import { readInThread } from '../reader-thread.server.ts'
import { isReportGrid } from '../template-mark.ts'
import { workbookLimits } from '../workbook.ts'
import { markPackage } from './mark-package.server.ts'
import type { WorkbookMarks } from './marks.ts'
import { writePlainWorkbook } from './plain-workbook.server.ts'

export type MarkedWorkbook =
  | {
      ok: true
      bytes: Uint8Array
      /** The file was no .xlsx that could be marked as it stands: its cells were written into a new one. */
      isRebuilt: boolean
    }
  /** It does not open, or what was made of it would not read as the file itself does. */
  | { ok: false }

/**
 * The uploaded file with its bad cells coloured and commented, the fate of every row shown and a list of problems
 * behind its sheets. Of an .xlsx only styles of marked cells, comments and that list change; every other format comes
 * back as an .xlsx with the same sheets, cells and merged areas. Nothing is answered that our own reader would not
 * read exactly as it reads the original.
 */
export async function markWorkbook(bytes: Uint8Array, marks: WorkbookMarks): Promise<MarkedWorkbook> {
  const read = await readInThread(bytes, workbookLimits)
  if (!read.ok) return { ok: false }
  if (read.format === 'xlsx') {
    const patched = await checked(
      await markPackage(bytes, read.grids, marks, { isRebuilt: false }),
      read.grids,
    )
    if (patched !== undefined) return { ok: true, bytes: patched, isRebuilt: false }
  }
  const grids = read.grids.filter(grid => !isReportGrid(grid))
  const plain = await writePlainWorkbook(grids)
  const rebuilt = await checked(await markPackage(plain, grids, marks, { isRebuilt: true }), grids)
  return rebuilt === undefined ? { ok: false } : { ok: true, bytes: rebuilt, isRebuilt: true }
}

/** The bytes, if they read as the grids do. */
async function checked(
  bytes: Uint8Array | undefined,
  grids: readonly Grid[],
): Promise<Uint8Array | undefined> {
  if (bytes === undefined || bytes.length > workbookLimits.bytes) return undefined
  const again = await readInThread(bytes, workbookLimits)
  return again.ok && sameGrids(grids, again.grids) ? bytes : undefined
}

/** Whether both hold the same sheets with the same cells, but for our own list of problems. */
function sameGrids(before: readonly Grid[], after: readonly Grid[]): boolean {
  const [one, other] = [before, after].map(grids => grids.filter(grid => !isReportGrid(grid)))
  return one?.length === other?.length && (one ?? []).every((grid, index) => sameGrid(grid, other?.[index]))
}

function sameGrid(one: Grid, other: Grid | undefined): boolean {
  return (
    other !== undefined &&
    one.name === other.name &&
    one.hidden === other.hidden &&
    one.date1904 === other.date1904 &&
    JSON.stringify(one.merges) === JSON.stringify(other.merges) &&
    one.rows.length === other.rows.length &&
    one.rows.every((row, index) => sameRow(row, other.rows[index] ?? []))
  )
}

function sameRow(one: readonly (Cell | undefined)[], other: readonly (Cell | undefined)[]): boolean {
  return one.length === other.length && one.every((cell, column) => sameCell(cell, other[column]))
}

function sameCell(one: Cell | undefined, other: Cell | undefined): boolean {
  if (one?.type === 'text' && other?.type === 'text') return lines(one.text) === lines(other.text)
  if (one?.type === 'error') return other?.type === 'error'
  if (one?.type === 'number' && other?.type === 'number' && one.format !== other.format) return false
  return one?.type === other?.type && heldBy(one) === heldBy(other)
}

function heldBy(cell: Cell | undefined): unknown {
  return cell !== undefined && 'value' in cell ? cell.value : undefined
}

/** CSV keeps line breaks as they come; a workbook has one kind. */
function lines(text: string): string {
  return text.replace(/\r\n?/g, '\n')
}
