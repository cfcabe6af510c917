const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Text of an XML document with its entities resolved; an unknown entity stays as it is written. */
export function unescapeXml(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{2,4}));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return entities[name.toLowerCase()] ?? whole
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
    return code > 0x10ffff ? whole : String.fromCodePoint(code)
  })
}

/** Text of a cell: entities, then Excel's own _x000D_ escapes, then one kind of line break. */
export function cellText(text: string): string {
  const plain = unescapeXml(text)
  const whole = plain.includes('_x')
    ? plain.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
    : plain
  return whole.includes('\r') ? whole.replace(/\r\n?/g, '\n') : whole
}

/** The attributes of a tag by local name: '<sheet name="9月" r:id="rId1"/>' → { name: '9月', id: 'rId1' }. */
export function attributesOf(tag: string): Record<string, string> {
  const attributes: Record<string, string> = {}
  for (const match of tag.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    const name = match[1] ?? ''
    if (!name.startsWith('xmlns')) {
      attributes[name.slice(name.indexOf(':') + 1)] = unescapeXml(match[2] ?? match[3] ?? '')
    }
  }
  return attributes
}

/** Every start tag of that local name, whatever its prefix, in order. */
export function tagsOf(xml: string, name: string): string[] {
  return xml.match(new RegExp(`<(?:[\\w.-]+:)?${name}(?=[\\s/>])[^>]*>`, 'g')) ?? []
}

/** What stands between the first start tag of that local name and its end; '' when there is none. */
export function insideOf(xml: string, name: string): string {
  const start = new RegExp(`<((?:[\\w.-]+:)?${name})(?=[\\s/>])[^>]*>`).exec(xml)
  if (start === null || start[0].endsWith('/>')) return ''
  const from = start.index + start[0].length
  const to = xml.indexOf(`</${start[1]}>`, from)
  return to < 0 ? '' : xml.slice(from, to)
}

/** A tag as met while walking through a document. */
export interface Tag {
  /** Local name, without its prefix. */
  name: string
  closes: boolean
  /** Ends in '/>': has nothing inside. */
  isEmpty: boolean
  /** Where '<' stands and the place after '>'. */
  start: number
  end: number
}

/** The next tag at or after `from`, past comments and declarations; undefined at the end or at a cut tag. */
export function nextTag(xml: string, from: number): Tag | undefined {
  let start = xml.indexOf('<', from)
  while (start >= 0) {
    const sign = xml.charCodeAt(start + 1)
    if (sign === 0x21 || sign === 0x3f) {
      const isComment = xml.startsWith('<!--', start)
      const end = xml.indexOf(isComment ? '-->' : '>', start)
      if (end < 0) return undefined
      start = xml.indexOf('<', end)
      continue
    }
    const end = xml.indexOf('>', start)
    return end < 0 ? undefined : tagAt(xml, start, end)
  }
  return undefined
}

function tagAt(xml: string, start: number, end: number): Tag {
  const closes = xml.charCodeAt(start + 1) === 0x2f
  let nameStart = closes ? start + 2 : start + 1
  let at = nameStart
  for (; at < end; at += 1) {
    const code = xml.charCodeAt(at)
    if (code === 0x3a) nameStart = at + 1
    else if (code === 0x20 || code === 0x2f || code === 0x0a || code === 0x0d || code === 0x09) break
  }
  const isEmpty = xml.charCodeAt(end - 1) === 0x2f
  return { name: xml.slice(nameStart, at), closes, isEmpty, start, end: end + 1 }
}
