import { isUtf8 } from 'node:buffer'

/** Bytes from the first that is no ASCII on, by which UTF-8 with wrong bytes is told. */
const lookedAt = 64 * 1024

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030'

/** The text of a file in `encodingOf` it, U+FFFD for what could not be decoded; undefined when it is no text at all. */
export function decodeText(bytes: Buffer): string | undefined {
  const encoding = encodingOf(bytes)
  return encoding === undefined ? undefined : new TextDecoder(encoding).decode(bytes)
}

/**
 * In which encoding a file is text: UTF-8, UTF-16 or GB18030 (which holds GBK and GB2312), by byte order mark, else by
 * what its bytes can be; undefined when it is no text at all.
 */
export function encodingOf(bytes: Buffer): TextEncoding | undefined {
  const encoding = utf16Of(bytes) ?? eightBitOf(bytes)
  if (encoding === undefined) return undefined
  const head = new TextDecoder(encoding).decode(bytes.subarray(0, 400_000), { stream: true })
  return isReadable(head.slice(0, 100_000)) ? encoding : undefined
}

function eightBitOf(bytes: Buffer): 'utf-8' | 'gb18030' | undefined {
  if (bytes.includes(0)) return undefined
  // What Excel and WPS write on a Chinese Windows is GB18030.
  return isUtf8(bytes) || isBrokenUtf8(bytes) ? 'utf-8' : 'gb18030'
}

/**
 * Whether bytes that are not UTF-8 were meant to be: Chinese in GB18030 gives more wrong bytes than signs of three bytes.
 * Read as GB18030, what is whole in such a file would be garbled as well.
 */
function isBrokenUtf8(bytes: Buffer): boolean {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return true
  const first = bytes.findIndex(byte => byte >= 0x80)
  const told = new TextDecoder('utf-8').decode(bytes.subarray(first, first + lookedAt), { stream: true })
  const whole = told.match(/[\u0800-\uFFFC]/g)?.length ?? 0
  const wrong = told.match(/\uFFFD/g)?.length ?? 0
  return whole > 0 && wrong <= whole
}

function utf16Of(bytes: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const head = bytes.subarray(0, 1_000)
  const zeros = [0, 0]
  head.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1
  })
  const [even = 0, odd = 0] = zeros
  if (odd > head.length / 8 && even === 0) return 'utf-16le'
  return even > head.length / 8 && odd === 0 ? 'utf-16be' : undefined
}

/** Text of a table holds no control signs, and few that could not be decoded: their cells are refused one by one. */
function isReadable(head: string): boolean {
  const strange = head.match(/[\u0000-\u0008\u000E-\u001A\u001C-\u001F]/g)?.length ?? 0
  const wrong = head.match(/\uFFFD/g)?.length ?? 0
  return strange <= head.length / 200 && wrong <= head.length / 10
}
