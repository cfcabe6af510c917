/**
 * The text of a file in UTF-8, UTF-16 or GB18030 (which holds GBK and GB2312), by byte order mark, else by what its
 * bytes can be; undefined when it is no text at all.
 */
export function decodeText(bytes: Buffer): string | undefined {
  const encoding = utf16Of(bytes)
  if (encoding !== undefined) return readable(new TextDecoder(encoding).decode(bytes))
  if (bytes.includes(0)) return undefined
  try {
    return readable(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    // Not UTF-8: what Excel and WPS write on a Chinese Windows is GB18030.
    return readable(new TextDecoder('gb18030').decode(bytes))
  }
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
function readable(text: string): string | undefined {
  const head = text.slice(0, 100_000)
  const strange = head.match(/[\u0000-\u0008\u000E-\u001A\u001C-\u001F\uFFFD]/g)?.length ?? 0
  return strange > head.length / 200 ? undefined : text
}
