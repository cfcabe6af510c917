import { createRequire } from 'node:module'
import officeCrypto from 'officecrypto-tool'
import type { ReadWorkbook, Refused, WorkbookLimits } from '../workbook.ts'
import { refuse } from '../workbook.ts'
import { readBySheetJs } from './by-sheetjs.server.ts'
import { decodeText } from './decode-text.server.ts'
import { readDelimitedText } from './delimited-text.server.ts'
import { mergesFit } from './limited-rows.server.ts'
import { htmlOfMhtml } from './mhtml.server.ts'
import { readXlsx } from './xlsx.server.ts'
import { tagsOf } from './xml.server.ts'

const CFB: typeof import('xlsx').CFB = createRequire(import.meta.url)('xlsx').CFB

/** First bytes (hexadecimal) of files that people upload by mistake. */
const otherFiles: [string, Refused][] = [
  ['25504446', refuse('not-a-workbook', { kind: 'pdf' })],
  ['89504e47', refuse('not-a-workbook', { kind: 'image' })],
  ['ffd8ff', refuse('not-a-workbook', { kind: 'image' })],
  ['47494638', refuse('not-a-workbook', { kind: 'image' })],
  ['424d', refuse('not-a-workbook', { kind: 'image' })],
  ['52494646', refuse('not-a-workbook', { kind: 'image' })],
  ['7b5c727466', refuse('not-a-workbook', { kind: 'word' })],
  ['526172211a', refuse('archive')],
  ['377abcaf271c', refuse('archive')],
  ['1f8b', refuse('archive')],
]

/**
 * Reads a workbook's values whatever its format, told by its bytes and never by its name. Blocks while it reads:
 * called in the reader thread only.
 */
export function readWorkbook(bytes: Buffer, limits: WorkbookLimits): ReadWorkbook | Refused {
  const read = readByBytes(bytes, limits)
  if (!read.ok) return read
  if (!read.grids.every(mergesFit)) return refuse('damaged')
  return read.grids.some(grid => grid.rows.length > 0) ? read : refuse('no-values')
}

function readByBytes(bytes: Buffer, limits: WorkbookLimits): ReadWorkbook | Refused {
  if (bytes.length === 0) return refuse('empty')
  const head = bytes.toString('hex', 0, 8)
  if (head.startsWith('504b0304') || head.startsWith('504b0506')) return readXlsx(bytes, limits)
  if (head === 'd0cf11e0a1b11ae1') return readCompound(bytes, limits)
  const other = otherFiles.find(([signature]) => head.startsWith(signature))
  // A table may begin with the two letters BM; a picture is no readable text.
  if (other !== undefined && (other[0] !== '424d' || decodeText(bytes) === undefined)) return other[1]
  return readText(bytes, limits)
}

/** A compound file: .xls, .et, an encrypted workbook, or a document of another kind. */
function readCompound(bytes: Buffer, limits: WorkbookLimits): ReadWorkbook | Refused {
  let paths: string[]
  try {
    paths = CFB.read(bytes, { type: 'buffer' }).FullPaths
    const has = (pattern: RegExp) => paths.some(path => pattern.test(path))
    if (has(/\/(Encrypted(Package|Info)|EncryptionInfo)$/i)) return refuse('encrypted')
    if (has(/\/WordDocument$/i)) return refuse('not-a-workbook', { kind: 'word' })
    if (has(/\/PowerPoint Document$/i)) return refuse('not-a-workbook', { kind: 'slides' })
    if (!has(/\/(Workbook|Book)$/i)) return refuse('not-a-workbook', { kind: 'other' })
    if (officeCrypto.isEncrypted(bytes)) return refuse('encrypted')
  } catch {
    // A directory that cannot be walked: the file is cut or was never whole.
    return refuse('damaged')
  }
  return readBySheetJs(bytes, 'xls', limits)
}

function readText(bytes: Buffer, limits: WorkbookLimits): ReadWorkbook | Refused {
  const decoded = decodeText(bytes)
  if (decoded === undefined) return refuse('not-a-workbook', { kind: 'other' })
  const text = decoded.replace(/^[\uFEFF\s]+/, '')
  if (text === '') return refuse('empty')
  if (/^MIME-Version:/i.test(text)) return readMarkup(htmlOfMhtml(bytes) ?? '', limits)
  if (text.startsWith('<')) return readMarkup(text, limits)
  return readDelimitedText(decoded, limits)
}

/** Tables that old office systems save with the ending .xls. */
function readMarkup(text: string, limits: WorkbookLimits): ReadWorkbook | Refused {
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
