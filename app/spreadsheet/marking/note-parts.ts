import { type Locale, locales, say } from '../../i18n/text.ts'
import { attributesOf, cellText } from '../reading/xml.server.ts'
import { escapeText } from '../writing/table-parts.server.ts'
import { marksText } from './marks.text.ts'
import { appendInside, findElement, findElements } from './xml-edit.ts'

export interface EditedNotes {
  xml: string
  /** Addresses of the notes that are new, that hold more than before, and that are gone. */
  added: string[]
  grown: string[]
  removed: string[]
}

interface Wanted {
  /** By address. */
  notes: ReadonlyMap<string, string>
  /** Cells with a conversation, which only the program that keeps it may write. */
  threads: ReadonlySet<string>
  locale: Locale
}

/**
 * The comments of a sheet with ours added. What people wrote stays and stands before ours; what we added to an earlier
 * copy of the file is taken out first, known by its opening and closing words.
 */
export function editNotes(xml: string, wanted: Wanted): EditedNotes | undefined {
  const list = findElement(xml, 'commentList')
  if (list === undefined) return undefined
  const { prefix: p } = list
  const { notes, threads, locale } = wanted
  const edited: EditedNotes = { xml, added: [], grown: [], removed: [] }
  const inside = xml.slice(list.from, list.to)
  const standing = new Set<string>()
  let made = ''
  let at = 0
  for (const { tag, start, end } of findElements(inside, 'comment')) {
    const { ref = '' } = attributesOf(tag)
    const before = inside.slice(start, end)
    const own = threads.has(ref) ? before : withoutOurs(before)
    const note = threads.has(ref) ? undefined : notes.get(ref)
    made += inside.slice(at, start)
    at = end
    if (own !== before && note === undefined && plainTextOf(own).trim() === '') {
      edited.removed.push(ref)
      continue
    }
    standing.add(ref)
    if (note !== undefined) edited.grown.push(ref)
    made += note === undefined ? own : withNote(own, p, framed(note, locale, plainTextOf(own)))
  }
  edited.added = [...notes.keys()].filter(ref => !standing.has(ref) && !threads.has(ref))
  const withAuthor =
    edited.added.length === 0 ? { authorId: 0, xml } : authorOf(xml, p, say(locale, marksText.author))
  for (const ref of edited.added) {
    const text = runOf(p, framed(notes.get(ref) ?? '', locale, ''))
    made += `<${p}comment ref="${ref}" authorId="${withAuthor.authorId}"><${p}text>${text}</${p}text></${p}comment>`
  }
  edited.xml = replaceList(withAuthor.xml, made + inside.slice(at))
  return edited
}

/** A comments part without comments; `namespace` is the workbook's own. */
export function emptyNotes(namespace: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<comments xmlns="${namespace}"><authors></authors><commentList></commentList></comments>`
}

function replaceList(xml: string, content: string): string {
  const list = findElement(xml, 'commentList')
  if (list === undefined) return xml
  const opening = list.isEmpty ? `${list.tag.slice(0, -2).trimEnd()}>` : list.tag
  const closing = list.isEmpty ? `</${list.prefix}commentList>` : ''
  return xml.slice(0, list.start) + opening + content + closing + xml.slice(list.to)
}

function authorOf(xml: string, p: string, name: string): { authorId: number; xml: string } {
  const list = findElement(xml, 'authors')
  const authors = list === undefined ? [] : findElements(xml.slice(list.from, list.to), 'author')
  const names = authors.map(({ from, to }) =>
    cellText(xml.slice((list?.from ?? 0) + from, (list?.from ?? 0) + to)),
  )
  const known = names.indexOf(name)
  if (known >= 0) return { authorId: known, xml }
  const added = appendInside(xml, 'authors', () => `<${p}author>${escapeText(name)}</${p}author>`)
  return { authorId: authors.length, xml: added ?? xml }
}

function framed(note: string, locale: Locale, before: string): string {
  const gap = before === '' || before.endsWith('\n') ? '' : '\n'
  return `${gap}${say(locale, marksText.noteStart)}\n${note}\n${say(locale, marksText.noteEnd)}`
}

function runOf(p: string, text: string): string {
  const look = `<${p}rPr><${p}sz val="10"/><${p}color indexed="81"/><${p}rFont val="宋体"/><${p}charset val="134"/></${p}rPr>`
  return `<${p}r>${look}<${p}t xml:space="preserve">${escapeText(text)}</${p}t></${p}r>`
}

/** The comment with our run behind the person's own; text without runs becomes a run itself. */
function withNote(comment: string, p: string, text: string): string {
  const found = findElement(comment, 'text')
  if (found === undefined) return comment
  const inside = comment.slice(found.from, found.to)
  const isPlain = /^\s*<([\w.-]+:)?t[\s>]/.test(inside)
  const own = isPlain
    ? inside.replace(/^\s*(<(?:[\w.-]+:)?t[\s>][\s\S]*?<\/(?:[\w.-]+:)?t>)/, `<${p}r>$1</${p}r>`)
    : inside
  // Phonetic hints come last by the schema.
  const hint = /<([\w.-]+:)?(rPh|phoneticPr)[\s/>]/.exec(own)?.index ?? own.length
  const content = own.slice(0, hint) + runOf(p, text) + own.slice(hint)
  const opening = found.isEmpty ? `<${found.prefix}text>` : found.tag
  const closing = found.isEmpty ? `</${found.prefix}text>` : ''
  return comment.slice(0, found.start) + opening + content + closing + comment.slice(found.to)
}

function plainTextOf(comment: string): string {
  return findElements(comment, 't')
    .map(({ from, to }) => cellText(comment.slice(from, to)))
    .join('')
}

/** The comment without what stands between our opening and closing words, in whatever runs a program has put it. */
function withoutOurs(comment: string): string {
  const pieces = findElements(comment, 't').map(found => ({
    ...found,
    text: cellText(comment.slice(found.from, found.to)),
  }))
  const spans = oursIn(pieces.map(({ text }) => text).join(''))
  if (spans.length === 0) return comment
  let made = ''
  let at = 0
  let offset = 0
  for (const { from, to, text } of pieces) {
    made += comment.slice(at, from) + escapeText(keptOf(text, offset, spans))
    at = to
    offset += text.length
  }
  const emptyRun =
    /<((?:[\w.-]+:)?)r>(?:<\1rPr>(?:(?!<\/\1rPr>)[\s\S])*<\/\1rPr>|<\1rPr\/>)?<\1t(?:\s[^>]*)?><\/\1t><\/\1r>/g
  return (made + comment.slice(at)).replace(emptyRun, '')
}

function keptOf(text: string, offset: number, spans: readonly [number, number][]): string {
  let kept = ''
  for (let index = 0; index < text.length; index += 1) {
    const at = offset + index
    if (!spans.some(([from, to]) => from <= at && at < to)) kept += text[index]
  }
  return kept
}

function oursIn(text: string): [number, number][] {
  const spans: [number, number][] = []
  for (const locale of locales) {
    const [opening, closing] = [say(locale, marksText.noteStart), say(locale, marksText.noteEnd)]
    for (let start = text.indexOf(opening); start >= 0; ) {
      const end = text.indexOf(closing, start)
      // Somebody has cut our closing words: all that follows may be theirs, so it stays.
      if (end < 0) break
      spans.push([text[start - 1] === '\n' ? start - 1 : start, end + closing.length])
      start = text.indexOf(opening, end)
    }
  }
  return spans
}
