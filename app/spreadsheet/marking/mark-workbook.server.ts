import type { Grid } from '../grid.ts'
import { type OpenedWorkbook, openWorkbook } from '../open-workbook.server.ts'
import { markPackage } from './mark-package.server.ts'
import { markSheet } from './mark-sheet.ts'
import type { WorkbookMarks } from './marks.ts'
import { writePlainWorkbook } from './plain-workbook.server.ts'
import { sameRow } from './same-cells.ts'

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
  const opened = await openWorkbook(bytes)
  if (!opened.ok) return { ok: false }
  if (opened.format === 'xlsx') {
    const patched = await checked(await markPackage(bytes, opened, marks, { isRebuilt: false }), opened)
    if (patched !== undefined) return { ok: true, bytes: patched, isRebuilt: false }
  }
  const { grids, mark } = opened
  const plain = await writePlainWorkbook(mark === undefined ? grids : [...grids, markSheet(mark)])
  const rebuilt = await checked(await markPackage(plain, { grids }, marks, { isRebuilt: true }), opened)
  return rebuilt === undefined ? { ok: false } : { ok: true, bytes: rebuilt, isRebuilt: true }
}

/** The bytes, if they read as the file itself does. */
async function checked(
  bytes: Uint8Array | undefined,
  before: OpenedWorkbook,
): Promise<Uint8Array | undefined> {
  const after = bytes === undefined ? undefined : await openWorkbook(bytes)
  return after?.ok === true && isSame(before, after) ? bytes : undefined
}

/** Whether both hold the same sheets with the same cells; our own sheets are not among them. */
function isSame(before: OpenedWorkbook, after: OpenedWorkbook): boolean {
  return (
    JSON.stringify(before.mark) === JSON.stringify(after.mark) &&
    before.grids.length === after.grids.length &&
    before.grids.every((grid, index) => sameGrid(grid, after.grids[index]))
  )
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
