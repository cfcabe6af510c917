import { type Paper, shown } from '../paper.ts'

export function textOf(papers: readonly Paper[], separator: string): string {
  const quoted = (text: string) =>
    /["\n\r]/.test(text) || text.includes(separator) ? `"${text.replaceAll('"', '""')}"` : text
  const rows = papers[0]?.rows ?? []
  return `${rows.map(cells => cells.map(content => quoted(shown(content))).join(separator)).join('\r\n')}\r\n`
}

/** Cells as they stand, whatever signs are in them. */
export function plainTextOf(papers: readonly Paper[], separator: string): string {
  const rows = papers[0]?.rows ?? []
  return `${rows.map(cells => cells.map(shown).join(separator)).join('\r\n')}\r\n`
}

/** The bytes without the last one of the last sign. */
export function cutBehind(bytes: Uint8Array): Uint8Array {
  const end = bytes.length - 3
  return Uint8Array.from([...bytes.slice(0, end), ...bytes.slice(end + 1)])
}

export const utf8 = (text: string) => new TextEncoder().encode(text)

/** With its byte order mark, as Excel's Unicode text has it. */
export function utf16(text: string, order: 'le' | 'be'): Uint8Array {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le')
  return new Uint8Array(order === 'le' ? bytes : bytes.swap16())
}

let pairs: Map<string, [number, number]> | undefined

export function gb18030(text: string): Uint8Array {
  return Uint8Array.from(
    [...text].flatMap(sign => {
      if (sign < '\u0080') return [sign.charCodeAt(0)]
      const bytes = pairOf(sign)
      if (bytes === undefined) throw new Error(`Not in two bytes of GB18030: ${sign}`)
      return bytes
    }),
  )
}

/** Node decodes GB18030 and does not encode it: all two-byte signs, decoded once. */
function pairOf(sign: string): [number, number] | undefined {
  if (pairs === undefined) {
    pairs = new Map()
    const decoder = new TextDecoder('gb18030')
    for (let lead = 0x81; lead <= 0xfe; lead += 1) {
      for (let trail = 0x40; trail <= 0xfe; trail += 1) {
        const decoded = decoder.decode(Uint8Array.of(lead, trail))
        if (trail !== 0x7f && [...decoded].length === 1 && decoded !== '\ufffd' && !pairs.has(decoded))
          pairs.set(decoded, [lead, trail])
      }
    }
  }
  return pairs.get(sign)
}
