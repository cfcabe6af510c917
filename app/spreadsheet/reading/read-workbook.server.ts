import type { Grid } from '../grid.ts'
import type { ReadWorkbook, Refused, WorkbookLimits } from '../workbook.ts'
import { refuse } from '../workbook.ts'
import { readBySheetJs, sheetJs } from './by-sheetjs.server.ts'
import type { TextEncoding } from './decode-text.server.ts'
import { decodeText } from './decode-text.server.ts'
import { delimitedRows, delimitedSheet, openDelimitedText } from './delimited-text.server.ts'
import { kindOf, withoutBlanksBefore } from './file-kind.server.ts'
import { mergesFit } from './limited-rows.server.ts'
import { htmlOfMhtml } from './mhtml.server.ts'
import { readXlsx } from './xlsx.server.ts'
import { tagsOf } from './xml.server.ts'

/**
 * Reads a workbook's values whatever its format, told by its bytes and never by its name. Blocks while it reads:
 * called in a reader thread only.
 */
export async function readWorkbook(bytes: Buffer, limits: WorkbookLimits): Promise<ReadWorkbook | Refused> {
  const read = await readByKind(bytes, limits)
  if (!read.ok) return read
  if (!read.grids.every(mergesFit)) return refuse('damaged')
  return read.grids.some(grid => grid.rows.length > 0) ? read : refuse('no-values')
}

async function readByKind(bytes: Buffer, limits: WorkbookLimits): Promise<ReadWorkbook | Refused> {
  const told = kindOf(bytes)
  if (!told.ok) return told
  if (told.kind === 'zip') return readXlsx(bytes, limits)
  if (told.kind === 'compound') return readCompound(bytes, limits)
  return told.kind === 'lines' ? readLines(bytes, told.encoding, limits) : readMarkup(bytes, limits)
}

/** A compound file: .xls, .et, an encrypted workbook, or a document of another kind. */
async function readCompound(bytes: Buffer, limits: WorkbookLimits): Promise<ReadWorkbook | Refused> {
  let paths: string[]
  try {
    paths = sheetJs().CFB.read(bytes, { type: 'buffer' }).FullPaths
    const has = (pattern: RegExp) => paths.some(path => pattern.test(path))
    if (has(/\/(Encrypted(Package|Info)|EncryptionInfo)$/i)) return refuse('encrypted')
    if (has(/\/WordDocument$/i)) return refuse('not-a-workbook', { kind: 'word' })
    if (has(/\/PowerPoint Document$/i)) return refuse('not-a-workbook', { kind: 'slides' })
    if (!has(/\/(Workbook|Book)$/i)) return refuse('not-a-workbook', { kind: 'other' })
    // Loaded for the files that need it alone, as SheetJS is.
    const { default: officeCrypto } = await import('officecrypto-tool')
    if (officeCrypto.isEncrypted(bytes)) return refuse('encrypted')
  } catch {
    // A directory that cannot be walked: the file is cut or was never whole.
    return refuse('damaged')
  }
  return readBySheetJs(bytes, 'xls', limits)
}

/** CSV or TSV, as the one sheet that it is. */
function readLines(bytes: Buffer, encoding: TextEncoding, limits: WorkbookLimits): ReadWorkbook | Refused {
  const opened = openDelimitedText(bytes, encoding)
  if (!opened.ok) return opened
  const rows: Grid['rows'] = []
  const reading = delimitedRows(opened, limits)
  for (;;) {
    const next = reading.next()
    if (next.done !== true) for (const row of next.value.rows) rows.push(row)
    else if (next.value !== undefined) return next.value
    else return { ok: true, format: 'csv', grids: [{ ...delimitedSheet, rows, merges: [] }] }
  }
}

/** Tables that old office systems save with the ending .xls. */
function readMarkup(bytes: Buffer, limits: WorkbookLimits): ReadWorkbook | Refused {
  const whole = withoutBlanksBefore(decodeText(bytes) ?? '')
  const text = /^MIME-Version:/i.test(whole) ? (htmlOfMhtml(bytes) ?? '') : whole
  const head = text.slice(0, 5_000)
  if (/urn:schemas-microsoft-com:office:spreadsheet/i.test(head) && /<(\w+:)?Workbook[\s>]/i.test(head)) {
    if (tagsOf(text, 'Cell').length > limits.cells * 2) {
      return refuse('too-many-cells', { sheet: '', allowed: limits.cells })
    }
    return readBySheetJs(text, 'xml-2003', limits)
  }
  if (!/<table[\s>]/i.test(text)) return refuse('not-a-workbook', { kind: 'other' })
  const cells = text.match(/<t[dh][\s>]/gi)?.length ?? 0
  if (cells > limits.cells) return refuse('too-many-cells', { sheet: '', allowed: limits.cells })
  return readBySheetJs(text, 'html', limits)
}
