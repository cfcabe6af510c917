import type { Refused } from '../workbook.ts'
import { refuse } from '../workbook.ts'
import { decodeText, encodingOf, type TextEncoding } from './decode-text.server.ts'

/** What a file is: a zip, a compound file (.xls, .et), a text with markup, or lines of text. */
export type FileKind =
  | { ok: true; kind: 'zip' | 'compound' | 'markup' }
  | { ok: true; kind: 'lines'; encoding: TextEncoding }

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

/** Tells a file by its bytes, never by its name. */
export function kindOf(bytes: Buffer): FileKind | Refused {
  if (bytes.length === 0) return refuse('empty')
  const head = bytes.toString('hex', 0, 8)
  if (head.startsWith('504b0304') || head.startsWith('504b0506')) return { ok: true, kind: 'zip' }
  if (head === 'd0cf11e0a1b11ae1') return { ok: true, kind: 'compound' }
  const other = otherFiles.find(([signature]) => head.startsWith(signature))
  // A table may begin with the two letters BM; a picture is no readable text.
  if (other !== undefined && (other[0] !== '424d' || encodingOf(bytes) === undefined)) return other[1]
  const encoding = encodingOf(bytes)
  return encoding === undefined ? refuse('not-a-workbook', { kind: 'other' }) : textKindOf(bytes, encoding)
}

function textKindOf(bytes: Buffer, encoding: TextEncoding): FileKind | Refused {
  const head = withoutBlanksBefore(new TextDecoder(encoding).decode(bytes.subarray(0, 10_000)))
  const text = head === '' ? withoutBlanksBefore(decodeText(bytes) ?? '') : head
  if (text === '') return refuse('empty')
  const isMarkup = text.startsWith('<') || /^MIME-Version:/i.test(text)
  return isMarkup ? { ok: true, kind: 'markup' } : { ok: true, kind: 'lines', encoding }
}

export function withoutBlanksBefore(text: string): string {
  return text.replace(/^[\uFEFF\s]+/, '')
}
