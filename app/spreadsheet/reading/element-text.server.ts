import type { NotFound, Step, TagCursor } from './tag-cursor.server.ts'
import { codeOf, nameOf, pastSign, readTag, skipElement } from './tag-cursor.server.ts'
import { cellText } from './xml.server.ts'

/** An element's text as it stands between two tags, or put together where comments or CDATA part it. */
export type RawText = { from: number; to: number; whole?: string }

const lessThan = 0x3c
const slash = 0x2f
const [si, is, t, r, rPr, rPh] = ['si', 'is', 't', 'r', 'rPr', 'rPh'].map(codeOf)

/** What stands from behind a start tag up to the end tag, at which the cursor is left. */
export function readText(cursor: TagCursor, text: RawText): Step {
  const { bytes } = cursor
  const end = bytes.length
  let at = cursor.at
  text.from = at
  text.whole = undefined
  while (at < end && bytes[at] !== lessThan) at += 1
  if (at + 1 >= end) return 'more'
  text.to = at
  cursor.at = at
  return bytes[at + 1] === slash ? 'found' : readPartedText(cursor, text)
}

function readPartedText(cursor: TagCursor, text: RawText): Step {
  const { bytes } = cursor
  let whole = bytes.toString('utf8', text.from, text.to)
  for (;;) {
    const opening = bytes.toString('latin1', cursor.at, cursor.at + 9)
    if (opening.length < 9) return 'more'
    const isCdata = opening === '<![CDATA['
    if (!isCdata && !opening.startsWith('<!--') && !opening.startsWith('<?')) return 'broken'
    const sign = isCdata ? ']]>' : opening.startsWith('<?') ? '?>' : '-->'
    const past = pastSign(bytes, sign, cursor.at + (isCdata ? 9 : opening.startsWith('<?') ? 2 : 4))
    if (past === 'more') return 'more'
    // CDATA is text as it stands; escaped here, it comes through the reading of entities unharmed.
    if (isCdata) whole += bytes.toString('utf8', cursor.at + 9, past - 3).replaceAll('&', '&amp;')
    const next = bytes.indexOf(lessThan, past)
    if (next < 0 || next + 1 >= bytes.length) return 'more'
    whole += bytes.toString('utf8', past, next)
    cursor.at = next
    if (bytes[next + 1] !== slash) continue
    text.whole = whole
    return 'found'
  }
}

export function textOf({ bytes }: TagCursor, { from, to, whole }: RawText): string {
  return whole ?? bytes.toString('utf8', from, to)
}

/**
 * The text of a shared string <si> or an inline string <is> (ECMA-376 part 1, 18.4.8 and 18.3.1.53), from behind its
 * start tag: of <t> and of the runs <r><t>. Phonetic readings (18.4.6) are no part of it.
 */
export function readRichText(cursor: TagCursor, element: 'si' | 'is'): { text: string } | NotFound {
  if (cursor.isEmpty) return { text: '' }
  const raw: RawText = { from: 0, to: 0 }
  let text = ''
  for (;;) {
    const step = readTag(cursor, true)
    if (step !== 'found') return step
    if (cursor.closes) {
      if (cursor.code === (element === 'si' ? si : is)) return { text }
      if (cursor.code !== r) return 'broken'
    } else if (cursor.code === t) {
      if (cursor.isEmpty) continue
      const read = readText(cursor, raw)
      if (read !== 'found') return read
      text += cellText(textOf(cursor, raw))
      const closing = readTag(cursor, true)
      if (closing !== 'found') return closing
      if (cursor.code !== t || !cursor.closes) return 'broken'
    } else if (cursor.code === rPr || cursor.code === rPh || nameOf(cursor) === 'phoneticPr') {
      const skipped = skipElement(cursor)
      if (skipped !== 'found') return skipped
    } else if (cursor.code !== r) return 'foreign'
  }
}
