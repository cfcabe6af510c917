import type { Refused } from '../workbook.ts'
import { refuse } from '../workbook.ts'

/** Why a reader of our own stopped: the file is refused, or holds what only SheetJS may make out. */
export type Stop = Refused | 'foreign'

/** Scans a document piece by piece. */
export interface Scanner {
  /** Takes what it can and tells how many bytes that was; the rest comes again with what follows it. */
  scan: (bytes: Buffer) => number | Stop
  /** At the end of the document: whether it may end here. */
  finish: () => Stop | undefined
}

/** What a step that found no tag means when it is not for want of bytes. */
export function stopOf(step: 'foreign' | 'broken'): Stop {
  return step === 'foreign' ? step : refuse('damaged')
}

/** The longest unit (a cell, a shared string, a tag) that is waited for; Excel's longest cell is 32,767 signs. */
const longestUnit = 2 * 1024 * 1024

/** Feeds a document to its scanner, giving way after each piece. */
export async function* feed(
  pieces: AsyncGenerator<Buffer, Stop | undefined>,
  scanner: Scanner,
): AsyncGenerator<undefined, Stop | undefined> {
  let rest: Buffer = Buffer.alloc(0)
  try {
    for (;;) {
      const next = await pieces.next()
      if (next.done === true) return next.value ?? (isBlank(rest) ? scanner.finish() : refuse('damaged'))
      const bytes = rest.length === 0 ? next.value : Buffer.concat([rest, next.value])
      const used = scanner.scan(bytes)
      if (typeof used !== 'number') return used
      rest = bytes.subarray(used)
      if (rest.length > longestUnit) return refuse('zip-bomb')
      yield
    }
  } finally {
    await pieces.return(undefined)
  }
}

/** The same in one go. */
export async function feedAll(
  pieces: AsyncGenerator<Buffer, Stop | undefined>,
  scanner: Scanner,
): Promise<Stop | undefined> {
  const feeding = feed(pieces, scanner)
  for (;;) {
    const next = await feeding.next()
    if (next.done === true) return next.value
  }
}

const beginning = 200

/**
 * A document in UTF-8 without its byte order mark. UTF-16 (told by its mark) is put into UTF-8; another encoding is
 * foreign.
 */
export async function* asUtf8(
  pieces: AsyncGenerator<Buffer, Refused | undefined>,
): AsyncGenerator<Buffer, Stop | undefined> {
  let decoder: TextDecoder | undefined
  let isFirst = true
  try {
    for (;;) {
      const next = await pieces.next()
      if (next.done === true) return next.value
      let piece = next.value
      if (isFirst) {
        isFirst = false
        if (piece[0] === 0xff && piece[1] === 0xfe) decoder = new TextDecoder('utf-16le')
        else if (piece[0] === 0xfe && piece[1] === 0xff) decoder = new TextDecoder('utf-16be')
        else if (piece[0] === 0xef && piece[1] === 0xbb && piece[2] === 0xbf) piece = piece.subarray(3)
        if (decoder === undefined && !isDeclaredUtf8(piece)) return 'foreign'
      }
      yield decoder === undefined ? piece : Buffer.from(decoder.decode(piece, { stream: true }))
    }
  } finally {
    await pieces.return(undefined)
  }
}

function isDeclaredUtf8(piece: Buffer): boolean {
  const declared = /^<\?xml[^>]*\sencoding\s*=\s*["']([^"']*)/.exec(piece.toString('latin1', 0, beginning))
  return declared === null || /^(utf-?8|us-ascii)$/i.test(declared[1] ?? '')
}

function isBlank(bytes: Buffer): boolean {
  return bytes.toString('latin1').trim() === ''
}
