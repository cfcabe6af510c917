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
