import type { ReadWorkbook, Refused, WorkbookLimits } from '../workbook.ts'
import { refuse, workbookLimits } from '../workbook.ts'
import { readBySheetJs, sheetJs } from './by-sheetjs.server.ts'
import { inflateWhole, listZipEntries } from './zip.server.ts'

/** What SheetJS may get of a workbook, inflated: its memory is many times that. */
const mostForSheetJs = 24 * 1024 * 1024

/** Parts of a workbook that hold values, or say which do. */
const needed =
  /^(\[Content_Types\]\.xml|_rels\/\.rels|xl\/[^/]+\.xml|xl\/_rels\/[^/]+|xl\/worksheets\/[^/]+\.xml)$/i

/**
 * Reads a zipped workbook that our own reader does not take through SheetJS, which sees only the parts with values,
 * inflated under our counter and stored anew: on its own it would inflate everything that a file holds.
 */
export async function xlsxBySheetJs(bytes: Buffer, limits: WorkbookLimits): Promise<ReadWorkbook | Refused> {
  const listed = listZipEntries(bytes, limits)
  if (!listed.ok) return listed
  const budget = { bytes: Math.min(mostForSheetJs, limits.unzippedBytes) }
  const { CFB } = sheetJs()
  const container = CFB.utils.cfb_new()
  for (const entry of listed.entries.filter(({ name }) => needed.test(name))) {
    const inflated = await inflateWhole(bytes, entry, budget)
    if (!inflated.ok) return inflated
    CFB.utils.cfb_add(container, `/${entry.name}`, inflated.content)
  }
  const stored = Buffer.from(CFB.write(container, { type: 'buffer', fileType: 'zip' }))
  const read = readBySheetJs(stored, 'xlsx', {
    ...limits,
    rows: Math.min(limits.rows, workbookLimits.rows),
    cells: Math.min(limits.cells, workbookLimits.cells),
  })
  // SheetJS passes over what it cannot make out and answers an empty sheet.
  return read.ok && read.grids.some(({ rows }) => rows.length === 0) ? refuse('damaged') : read
}
