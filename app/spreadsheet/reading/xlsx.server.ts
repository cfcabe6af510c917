import type { Grid, Merge } from '../grid.ts'
import type { PartsOrder, ReadWorkbook, Refused, SheetPart, WorkbookLimits } from '../workbook.ts'
import { refuse } from '../workbook.ts'
import { mergesFitLimits, mergesScanner } from './merges.server.ts'
import type { OpenedXlsx, XlsxSheet } from './open-xlsx.server.ts'
import { openXlsx } from './open-xlsx.server.ts'
import { cellsInPiece, piecesOf } from './pieces.server.ts'
import type { Stop } from './scan.server.ts'
import { asUtf8, feed, feedAll } from './scan.server.ts'
import { sheetScanner } from './sheet-scan.server.ts'
import { xlsxBySheetJs } from './xlsx-by-sheetjs.server.ts'
import type { Budget } from './zip.server.ts'
import { inflateEntry } from './zip.server.ts'

/** Reads a zipped workbook whole; what our own reader does not take goes to SheetJS. */
export async function readXlsx(bytes: Buffer, limits: WorkbookLimits): Promise<ReadWorkbook | Refused> {
  const opened = await openXlsx(bytes, limits)
  const read = opened === 'foreign' || !opened.ok ? opened : await readSheets(opened)
  return read === 'foreign' ? xlsxBySheetJs(bytes, limits) : read
}

async function readSheets(opened: OpenedXlsx): Promise<ReadWorkbook | Stop> {
  const grids: Grid[] = []
  for (const sheet of opened.sheets) {
    const scanner = sheetScanner(sheet.head.name, opened.sources)
    const stop = await feedAll(xmlOf(opened, sheet, opened.budget), scanner)
    if (stop !== undefined) return stop
    grids.push({ ...sheet.head, rows: scanner.takeRows().rows, merges: scanner.merges })
  }
  return { ok: true, format: 'xlsx', grids }
}

/** One sheet piece by piece. */
export async function* sheetInParts(
  opened: OpenedXlsx,
  sheet: number,
  order: PartsOrder,
): AsyncGenerator<SheetPart, Stop | undefined> {
  const own = opened.sheets[sheet]
  if (own === undefined) return refuse('damaged')
  const { sources, budget } = opened
  const { name } = own.head
  const { limits } = sources
  let looked: Merge[] | undefined
  if (order === 'merges-first') {
    const { merges, ...look } = mergesScanner({ sheet: name, limits })
    const unfit = await feedAll(xmlOf(opened, own, budget), look)
    if (unfit !== undefined) return unfit
    if (!mergesFitLimits(merges, limits)) return refuse('damaged')
    looked = merges
    yield { part: 'sheet', sheet, merges }
  }
  const scanner = sheetScanner(name, sources)
  const counted = looked === undefined ? budget : { bytes: own.entry.size }
  const feeding = feed(xmlOf(opened, own, counted), scanner)
  for (;;) {
    const next = await feeding.next()
    if (next.done === true && next.value !== undefined) return next.value
    if (next.done === true || scanner.waiting() >= cellsInPiece) yield* piecesOf(sheet, scanner.takeRows())
    if (next.done === true) break
  }
  const { merges } = scanner
  // The two ways of finding them must agree, or one of them was misled.
  if (looked !== undefined) return JSON.stringify(merges) === JSON.stringify(looked) ? undefined : 'foreign'
  if (!mergesFitLimits(merges, limits)) return refuse('damaged')
  yield { part: 'sheet', sheet, merges }
  return undefined
}

/** The first row of a sheet, as far as it can be read. */
export async function firstRowOf(opened: OpenedXlsx, sheet: XlsxSheet): Promise<Grid['rows']> {
  const { limits, room } = opened.sources
  const scanner = sheetScanner(sheet.head.name, { ...opened.sources, limits, room: { ...room } })
  const feeding = feed(xmlOf(opened, sheet, { bytes: sheet.entry.size }), scanner)
  const { done } = await feeding.next()
  if (done !== true) await feeding.return(undefined)
  return scanner.takeRows().rows.slice(0, 1)
}

function xmlOf({ bytes }: OpenedXlsx, { entry }: XlsxSheet, budget: Budget) {
  return asUtf8(inflateEntry(bytes, entry, budget))
}
