import { decodeText } from './decode-text.server.ts'

/** The first HTML part with a table of a web archive (.mht saved as .xls), decoded; undefined when there is none. */
export function htmlOfMhtml(bytes: Buffer): string | undefined {
  const whole = bytes.toString('latin1')
  const boundary = /boundary="?([^"\r\n;]+)"?/i.exec(whole)?.[1]
  const parts = boundary === undefined ? [whole] : whole.split(`--${boundary}`)
  return parts.map(htmlOfPart).find(html => html !== undefined && /<table[\s>]/i.test(html))
}

function htmlOfPart(part: string): string | undefined {
  const split = /\r?\n\r?\n/.exec(part.trimStart())
  if (split === null) return undefined
  const head = part.trimStart().slice(0, split.index)
  const body = part.trimStart().slice(split.index + split[0].length)
  if (!/Content-Type:\s*text\/html/i.test(head)) return undefined
  if (/Content-Transfer-Encoding:\s*base64/i.test(head)) return decodeText(Buffer.from(body, 'base64'))
  const plain = /quoted-printable/i.test(head) ? fromQuotedPrintable(body) : body
  return decodeText(Buffer.from(plain, 'latin1'))
}

function fromQuotedPrintable(text: string): string {
  return text
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
}
