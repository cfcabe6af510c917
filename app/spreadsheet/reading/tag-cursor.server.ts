/**
 * A place in the bytes of an XML document in UTF-8 and the tag read last. Numbers, not strings: a large sheet has
 * millions of tags.
 */
export interface TagCursor {
  bytes: Buffer
  /** Where to go on. */
  at: number
  /** Where '<' of the tag stands; while no whole tag is there, the first byte that is still needed. */
  start: number
  nameFrom: number
  nameTo: number
  /** Length of the namespace prefix with its colon, 0 for none. */
  prefix: number
  /** Local name of at most four letters as a number, see `codeOf`; 0 for a longer one. */
  code: number
  closes: boolean
  /** Ends in '/>': has nothing inside. */
  isEmpty: boolean
  /** Where the values of the attributes r, s and t stand; from 0 when there is none. */
  r: Span
  s: Span
  t: Span
}

export interface Span {
  from: number
  to: number
}

/**
 * 'more': the bytes end within the tag. 'foreign': XML that this reader does not take, such as a DOCTYPE. 'broken': no
 * XML, or no workbook's: a tag inside a tag, text where only elements may stand. Readers that guess are not asked then.
 */
export type Step = 'found' | NotFound
export type NotFound = 'more' | 'foreign' | 'broken'

const lessThan = 0x3c
const greaterThan = 0x3e
const slash = 0x2f
const colon = 0x3a
const blank = 0x20
const longestCode = 4

/** A local name of at most four letters as a number. */
export function codeOf(name: string): number {
  return [...name].reduce((code, letter) => (code << 8) | letter.charCodeAt(0), 0)
}

export function tagCursor(bytes: Buffer): TagCursor {
  const none = () => ({ from: 0, to: 0 })
  return {
    bytes,
    at: 0,
    start: 0,
    nameFrom: 0,
    nameTo: 0,
    prefix: 0,
    code: 0,
    closes: false,
    isEmpty: false,
    r: none(),
    s: none(),
    t: none(),
  }
}

/** The local name of the tag read last. */
export function nameOf({ bytes, nameFrom, nameTo }: TagCursor): string {
  return bytes.toString('latin1', nameFrom, nameTo)
}

/**
 * Reads the next tag, past comments and processing instructions. Between `isStrict` elements nothing but blanks may
 * stand; elsewhere text and CDATA are passed over.
 */
export function readTag(cursor: TagCursor, isStrict: boolean): Step {
  const { bytes } = cursor
  const end = bytes.length
  let at = cursor.at
  for (;;) {
    while (at < end && bytes[at] !== lessThan) {
      if (isStrict && (bytes[at] ?? 0) > blank) return 'broken'
      at += 1
    }
    cursor.start = at
    cursor.at = at
    if (at + 1 >= end) return 'more'
    const sign = bytes[at + 1]
    if (sign !== 0x21 && sign !== 0x3f) return readName(cursor)
    const past = pastDeclaration(bytes, at, isStrict)
    if (typeof past === 'string') return past
    at = past
  }
}

/** Behind a comment, a processing instruction or CDATA; a DOCTYPE is foreign. */
function pastDeclaration(bytes: Buffer, at: number, isStrict: boolean): number | 'more' | 'foreign' {
  if (bytes[at + 1] === 0x3f) return pastSign(bytes, '?>', at + 2)
  const opening = bytes.toString('latin1', at, at + 9)
  if (opening.startsWith('<!--')) return pastSign(bytes, '-->', at + 4)
  if (!isStrict && opening === '<![CDATA[') return pastSign(bytes, ']]>', at + 9)
  return '<!--'.startsWith(opening) || (!isStrict && '<![CDATA['.startsWith(opening)) ? 'more' : 'foreign'
}

export function pastSign(bytes: Buffer, sign: string, from: number): number | 'more' {
  const at = bytes.indexOf(sign, from, 'latin1')
  return at < 0 ? 'more' : at + sign.length
}

function readName(cursor: TagCursor): Step {
  const { bytes, start } = cursor
  const end = bytes.length
  cursor.closes = bytes[start + 1] === slash
  let at = cursor.closes ? start + 2 : start + 1
  const first = at
  cursor.nameFrom = at
  let code = 0
  for (; at < end; at += 1) {
    const byte = bytes[at] ?? 0
    if (byte <= blank || byte === slash || byte === greaterThan) break
    if (byte === lessThan) return 'broken'
    code = (code << 8) | byte
    if (byte !== colon) continue
    cursor.nameFrom = at + 1
    code = 0
  }
  if (at === cursor.nameFrom && at < end) return 'broken'
  cursor.nameTo = at
  cursor.prefix = cursor.nameFrom - first
  cursor.code = at - cursor.nameFrom > longestCode ? 0 : code
  return readAttributes(cursor, at)
}

function readAttributes(cursor: TagCursor, from: number): Step {
  const { bytes, r, s, t } = cursor
  const end = bytes.length
  r.from = 0
  s.from = 0
  t.from = 0
  for (let at = from; at < end; at += 1) {
    const byte = bytes[at]
    if (byte === greaterThan) {
      cursor.isEmpty = bytes[at - 1] === slash
      cursor.at = at + 1
      return 'found'
    }
    if (byte === lessThan) return 'broken'
    if (byte !== 0x22 && byte !== 0x27) continue
    const to = closingQuote(bytes, at + 1, byte)
    if (to < 0) return to === -1 ? 'more' : 'broken'
    const span = spanOf(cursor, at)
    if (span !== undefined) {
      span.from = at + 1
      span.to = to
    }
    at = to
  }
  return 'more'
}

/** -1 when it is not there yet, -2 when '<' stands before it. */
function closingQuote(bytes: Buffer, from: number, quote: number): number {
  for (let at = from; at < bytes.length; at += 1) {
    if (bytes[at] === quote) return at
    if (bytes[at] === lessThan) return -2
  }
  return -1
}

/** The span for the attribute whose value begins at the quote, when it is r, s or t without a prefix. */
function spanOf({ bytes, r, s, t }: TagCursor, quote: number): Span | undefined {
  let at = quote - 1
  while ((bytes[at] ?? 0) <= blank) at -= 1
  at -= 1
  while ((bytes[at] ?? 0) <= blank) at -= 1
  if ((bytes[at - 1] ?? 0) > blank) return undefined
  const letter = bytes[at]
  if (letter === 0x72) return r
  if (letter === 0x73) return s
  return letter === 0x74 ? t : undefined
}

/** Goes behind the end of the element whose start tag was read last, whatever it holds. */
export function skipElement(cursor: TagCursor): Step {
  for (let depth = cursor.isEmpty ? 0 : 1; depth > 0; ) {
    const step = readTag(cursor, false)
    if (step !== 'found') return step
    if (cursor.closes) depth -= 1
    else if (!cursor.isEmpty) depth += 1
  }
  return 'found'
}
