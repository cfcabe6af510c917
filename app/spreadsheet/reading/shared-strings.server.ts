import { cellText, nextTag } from './xml.server.ts'

/** More strings than any school writes: 50 million empty ones fit into a file of a few kilobytes. */
const mostStrings = 1_000_000

/** The shared strings in order, or undefined when there are too many. */
export function readSharedStrings(xml: string): string[] | undefined {
  const strings: string[] = []
  let at = 0
  for (;;) {
    const tag = nextTag(xml, at)
    if (tag === undefined) return strings
    at = tag.end
    if (tag.name !== 'si' || tag.closes) continue
    if (strings.length >= mostStrings) return undefined
    if (tag.isEmpty) strings.push('')
    else {
      const item = readRuns(xml, tag.end, 'si')
      strings.push(item.text)
      at = item.end
    }
  }
}

/**
 * The text of an element with <t> and <r><t> inside, from behind its start tag to behind its end tag.
 * Phonetic readings (<rPh>) are no part of it.
 */
export function readRuns(xml: string, from: number, element: string): { text: string; end: number } {
  let text = ''
  let isPhonetic = false
  let textStart = -1
  let at = from
  for (;;) {
    const tag = nextTag(xml, at)
    if (tag === undefined) return { text, end: xml.length }
    at = tag.end
    if (tag.name === 't') {
      if (tag.closes && textStart >= 0 && !isPhonetic) text += cellText(xml.slice(textStart, tag.start))
      textStart = tag.closes || tag.isEmpty ? -1 : tag.end
    } else if (tag.name === 'rPh') isPhonetic = !tag.closes && !tag.isEmpty
    else if (tag.name === element && tag.closes) return { text, end: tag.end }
  }
}
