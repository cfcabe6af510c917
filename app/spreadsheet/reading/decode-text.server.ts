import { isUtf8 } from 'node:buffer'

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030'

/** The text of a file in `encodingOf` it; undefined when it is no text at all. */
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
  return isUtf8(bytes) ? 'utf-8' : 'gb18030'
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

/** Text of a table holds no control signs and hardly a sign that could not be decoded. */
function isReadable(head: string): boolean {
  const strange = head.match(/[\u0000-\u0008\u000E-\u001A\u001C-\u001F\uFFFD]/g)?.length ?? 0
  return strange <= head.length / 200
}
