/** A start tag's inside: what stands in quotes may hold any sign but its quote. */
export const inTag = `(?:[^>"']|"[^"]*"|'[^']*')*`

/** Where an element stands in a document; for one without content, `from` and `to` are both the end of its tag. */
export interface Found {
  /** 'x:' or ''. */
  prefix: string
  /** The start tag as it is written. */
  tag: string
  isEmpty: boolean
  start: number
  /** Where its content begins and ends. */
  from: number
  to: number
  end: number
}

/** The first element of that local name at or after `at`; such elements do not stand in one another. */
export function findElement(xml: string, name: string, at = 0): Found | undefined {
  const pattern = new RegExp(`<((?:[\\w.-]+:)?)${name}(?=[\\s/>])${inTag}>`, 'g')
  pattern.lastIndex = at
  const match = pattern.exec(xml)
  if (match === null) return undefined
  const [tag, prefix = ''] = match
  const start = match.index
  const from = start + tag.length
  if (tag.endsWith('/>')) return { prefix, tag, isEmpty: true, start, from, to: from, end: from }
  const closing = new RegExp(`</${prefix}${name}\\s*>`, 'g')
  closing.lastIndex = from
  const to = closing.exec(xml)
  return to === null
    ? undefined
    : { prefix, tag, isEmpty: false, start, from, to: to.index, end: closing.lastIndex }
}

/** Every element of that local name, in order. */
export function findElements(xml: string, name: string): Found[] {
  const found: Found[] = []
  for (let at = 0; ; ) {
    const element = findElement(xml, name, at)
    if (element === undefined) return found
    found.push(element)
    at = element.end
  }
}

/** The document with the text added as the last of the element's content; undefined when there is no such element. */
export function appendInside(
  xml: string,
  name: string,
  addition: (prefix: string) => string,
  attributes: Record<string, string> = {},
): string | undefined {
  const found = findElement(xml, name)
  if (found === undefined) return undefined
  const { prefix, isEmpty, start, from, to } = found
  const tag = Object.entries(attributes).reduce(
    (made, [key, value]) => setAttribute(made, key, value),
    found.tag,
  )
  const opening = isEmpty ? `${tag.slice(0, -2).trimEnd()}>` : tag
  const closing = isEmpty ? `</${prefix}${name}>` : ''
  return xml.slice(0, start) + opening + xml.slice(from, to) + addition(prefix) + closing + xml.slice(to)
}

/** A start tag with the attribute set, all else in it as it stands. */
export function setAttribute(tag: string, name: string, value: string): string {
  const pattern = new RegExp(`(\\s${name}\\s*=\\s*)("[^"]*"|'[^']*')`)
  if (pattern.test(tag)) return tag.replace(pattern, (_, before: string) => `${before}"${value}"`)
  return tag.replace(/\s*\/?>$/, end => ` ${name}="${value}"${end.trimStart()}`)
}

/** 'r:id', by the prefix that the document has declared for relationships, or declaring one on the spot. */
export function relationAttribute(xml: string, family: string): string {
  const space = family.replace(/\/$/, '')
  const root = findElement(xml, '(?:workbook|worksheet)')?.tag ?? ''
  const prefix = [...root.matchAll(/\sxmlns:([\w.-]+)\s*=\s*["']([^"']*)["']/g)].find(
    match => match[2] === space,
  )
  return prefix === undefined ? `xmlns:r="${space}" r:id` : `${prefix[1]}:id`
}

/** Lets other work go on: a large sheet is marked in many short steps. */
export function breath(): Promise<void> {
  return new Promise(resolve => setImmediate(resolve))
}
