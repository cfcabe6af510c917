import type { Grid } from '../grid.ts'
import { isMarkGrid, isReportGrid, readMark } from '../template-mark.ts'
import type {
  PartsOrder,
  ReadWorkbook,
  Refused,
  SheetPart,
  WorkbookInParts,
  WorkbookLimits,
} from '../workbook.ts'
import { refuse, workbookLimits } from '../workbook.ts'
import type { DelimitedText } from './delimited-text.server.ts'
import { delimitedRows, delimitedSheet, openDelimitedText } from './delimited-text.server.ts'
import { kindOf } from './file-kind.server.ts'
import type { OpenedXlsx } from './open-xlsx.server.ts'
import { openXlsx } from './open-xlsx.server.ts'
import { piecesOf } from './pieces.server.ts'
import { readWorkbook } from './read-workbook.server.ts'
import type { Stop } from './scan.server.ts'
import { firstRowOf, sheetInParts } from './xlsx.server.ts'

/** Sheets that unpack to no more than that are read whole before a row is handed out, so that SheetJS can take over. */
const smallSheets = 8 * 1024 * 1024

/** Reads a file whole, then hands out what it holds; blocks while it reads. */
export async function readWholeInParts(
  bytes: Buffer,
  limits: WorkbookLimits,
): Promise<WorkbookInParts | Refused> {
  const read = await readWorkbook(bytes, limits)
  return read.ok ? wholeInParts(read) : read
}

/**
 * Hands out a file's rows while it is read: large .xlsx, CSV and TSV. Every other file, and a small .xlsx, is read
 * whole before. In a large .xlsx what only SheetJS could make out is refused as 'damaged' when it is met. `order`
 * is that of a large .xlsx; of any other file the merged areas come first.
 */
export async function readInParts(
  bytes: Buffer,
  limits: WorkbookLimits,
  order: PartsOrder = 'merges-first',
): Promise<WorkbookInParts | Refused> {
  const told = kindOf(bytes)
  if (!told.ok) return told
  if (told.kind === 'zip') return xlsxInParts(bytes, limits, order)
  if (told.kind !== 'lines') return bySheetJsInParts(bytes, limits)
  const opened = openDelimitedText(bytes, told.encoding)
  if (!opened.ok) return opened
  return { ok: true, format: 'csv', sheets: [delimitedSheet], parts: ended(linesInParts(opened, limits)) }
}

/** SheetJS holds many times the size of a file: its limits are not raised. */
async function bySheetJsInParts(bytes: Buffer, limits: WorkbookLimits): Promise<WorkbookInParts | Refused> {
  if (bytes.length > workbookLimits.bytes) {
    return refuse('too-large', { megabytes: Math.floor(workbookLimits.bytes / 1024 / 1024) })
  }
  const { rows, cells, characters } = workbookLimits
  return readWholeInParts(bytes, {
    ...limits,
    rows: Math.min(limits.rows, rows),
    cells: Math.min(limits.cells, cells),
    characters: Math.min(limits.characters, characters),
  })
}

async function xlsxInParts(
  bytes: Buffer,
  limits: WorkbookLimits,
  order: PartsOrder,
): Promise<WorkbookInParts | Refused> {
  const opened = await openXlsx(bytes, limits)
  if (opened === 'foreign') return readWholeInParts(bytes, limits)
  if (!opened.ok) return opened
  const size = opened.sheets.reduce((sum, { entry }) => sum + entry.size, 0)
  if (size <= smallSheets) return readWholeInParts(bytes, limits)
  const heads = await Promise.all(
    opened.sheets.map(async sheet => ({
      ...sheet.head,
      rows: await firstRowOf(opened, sheet),
      merges: [],
    })),
  )
  return {
    ok: true,
    format: 'xlsx',
    ...headsOf(heads),
    parts: ended(sheetsInParts(opened, dataSheets(heads), order, readMark(heads) !== undefined)),
  }
}

async function* sheetsInParts(
  opened: OpenedXlsx,
  sheets: number[],
  order: PartsOrder,
  hasMark: boolean,
): AsyncGenerator<SheetPart, Stop | undefined> {
  let isEmpty = !hasMark
  for (const [place, sheet] of sheets.entries()) {
    const reading = sheetInParts(opened, sheet, order)
    for (;;) {
      const next = await reading.next()
      if (next.done === true) {
        if (next.value !== undefined) return next.value
        break
      }
      if (next.value.part === 'rows') isEmpty = false
      yield next.value.part === 'rows' || next.value.part === 'sheet'
        ? { ...next.value, sheet: place }
        : next.value
    }
  }
  return isEmpty ? refuse('no-values') : undefined
}

async function* linesInParts(
  opened: DelimitedText,
  limits: WorkbookLimits,
): AsyncGenerator<SheetPart, Refused | undefined> {
  let isEmpty = true
  yield { part: 'sheet', sheet: 0, merges: [] }
  const reading = delimitedRows(opened, limits)
  for (;;) {
    const next = reading.next()
    if (next.done === true) return next.value ?? (isEmpty ? refuse('no-values') : undefined)
    if (next.value.rows.length > 0) isEmpty = false
    yield* piecesOf(0, next.value)
  }
}

function wholeInParts({ format, grids }: ReadWorkbook): WorkbookInParts {
  async function* parts(): AsyncGenerator<SheetPart, undefined> {
    for (const [sheet, grid] of dataSheets(grids).entries()) {
      yield { part: 'sheet', sheet, merges: grids[grid]?.merges ?? [] }
      yield* piecesOf(sheet, { from: 0, rows: grids[grid]?.rows ?? [] })
    }
  }
  return { ok: true, format, ...headsOf(grids), parts: ended(parts()) }
}

/** Sheets but those that are ours: the template's own lists, with what they say, and the problems of a file handed back. */
function headsOf(grids: readonly Grid[]) {
  const mark = readMark(grids)
  const sheets = dataSheets(grids).flatMap(index => {
    const grid = grids[index]
    return grid === undefined ? [] : [{ name: grid.name, hidden: grid.hidden, date1904: grid.date1904 }]
  })
  const report = grids.find(isReportGrid)?.name
  return { sheets, ...(mark !== undefined && { mark }), ...(report !== undefined && { report }) }
}

function dataSheets(grids: readonly Grid[]): number[] {
  return grids.flatMap((grid, index) => (isMarkGrid(grid) || isReportGrid(grid) ? [] : [index]))
}

/** The parts with their last one: that the end was reached, or why not. */
async function* ended(parts: AsyncGenerator<SheetPart, Stop | undefined>): AsyncGenerator<SheetPart, void> {
  for (;;) {
    const next = await parts.next()
    if (next.done !== true) yield next.value
    else {
      const stop = next.value
      yield stop === undefined
        ? { part: 'end' }
        : { part: 'refused', refused: stop === 'foreign' ? refuse('damaged') : stop }
      return
    }
  }
}
