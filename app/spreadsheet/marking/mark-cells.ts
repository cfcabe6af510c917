import { cellAddress, placeOfAddress } from '../grid.ts'
import { attributesOf, tagsOf } from '../reading/xml.server.ts'
import { isMarkedStyle, markedStyle, type Styles } from './mark-styles.ts'
import type { MarkKind } from './marks.ts'
import { breath, findElement, setAttribute } from './xml-edit.ts'

type Colours = ReadonlyMap<number, ReadonlyMap<number, MarkKind>>

export interface Brush {
  styles: Styles
  /** Whether a style of the workbook is one of an earlier mark of ours, so that every cell must be looked at. */
  wasMarked: boolean
  /** Answers already found. */
  known: Map<string, number>
  /** The style of each column, for cells that were never written. */
  columnStyle: (column: number) => number
}

/**
 * The worksheet's XML with the colours set and those of an earlier marking taken off. Nothing but the style numbers of
 * these cells changes; a cell that was never written is added, empty.
 */
export async function markCells(
  xml: string,
  colours: Colours,
  styles: Styles,
): Promise<string[] | undefined> {
  const data = findElement(xml, 'sheetData')
  if (data === undefined) return undefined
  const p = data.prefix
  const brush = brushOf(styles, xml.slice(0, data.start))
  const rows = rowsOf(xml.slice(data.from, data.to), p)
  const present = new Set(rows.map(({ number }) => number))
  const missing = [...colours.keys()].filter(row => !present.has(row)).sort((one, other) => one - other)
  const opening = data.isEmpty ? `${data.tag.slice(0, -2).trimEnd()}>` : data.tag
  const pieces = [xml.slice(0, data.start), opening]
  for (const [index, { text, number }] of rows.entries()) {
    while ((missing[0] ?? Number.POSITIVE_INFINITY) < number) pieces.push(newRow(missing.shift() ?? 0))
    const wanted = colours.get(number)
    const isTouched = number >= 0 && (wanted !== undefined || brush.wasMarked)
    pieces.push(isTouched ? markRow(text, { p, number, wanted: wanted ?? new Map(), brush }) : text)
    if (index % 500 === 499) await breath()
  }
  pieces.push(...missing.map(newRow), data.isEmpty ? `</${p}sheetData>` : '', xml.slice(data.to))
  return pieces

  function newRow(number: number): string {
    const empty = `<${p}row r="${number + 1}"></${p}row>`
    return markRow(empty, { p, number, wanted: colours.get(number) ?? new Map(), brush })
  }
}

/** What colours the cells of a sheet; `head` is its XML before the data. */
export function brushOf(styles: Styles, head: string): Brush {
  return {
    styles,
    wasMarked: wasMarked(styles),
    known: new Map(),
    columnStyle: columnStyles(head),
  }
}

/** Whether a style of the workbook, as it came, is one of an earlier mark of ours. */
export function wasMarked(styles: Styles): boolean {
  return styles.cells.slice(0, styles.known.cells).some((_, index) => isMarkedStyle(styles, index))
}

export interface RowText {
  text: string
  /** Zero-based; -1 for what stands between rows. */
  number: number
}

/** The sheet's data, or some whole rows of it, cut into rows, every sign of it in one of the pieces. */
export function rowsOf(data: string, p: string, above = -1): RowText[] {
  const rows: RowText[] = []
  const opening = new RegExp(`<${p}row(?=[\\s/>])[^>]*>`, 'g')
  const closing = `</${p}row>`
  let number = above
  let at = 0
  for (let tag = opening.exec(data); tag !== null; tag = opening.exec(data)) {
    if (tag.index > at) rows.push({ text: data.slice(at, tag.index), number: -1 })
    const own = /\sr\s*=\s*["'](\d{1,7})["']/.exec(tag[0])
    number = own === null ? number + 1 : Number(own[1]) - 1
    const close = tag[0].endsWith('/>') ? opening.lastIndex : data.indexOf(closing, opening.lastIndex)
    at = tag[0].endsWith('/>') ? close : close < 0 ? data.length : close + closing.length
    rows.push({ text: data.slice(tag.index, at), number })
    opening.lastIndex = at
  }
  return [...rows, { text: data.slice(at), number: -1 }]
}

interface RowWork {
  p: string
  number: number
  wanted: ReadonlyMap<number, MarkKind>
  brush: Brush
}

export function markRow(text: string, work: RowWork): string {
  const { p, number, wanted, brush } = work
  const end = text.indexOf('>') + 1
  const isEmpty = text.endsWith('/>') && end === text.length
  const tag = text.slice(0, end)
  const cells = new RegExp(`<${p}c(?=[\\s/>])[^>]*>`, 'g')
  cells.lastIndex = end
  const seen = new Map<number, { start: number; end: number; tag: string }>()
  let column = -1
  for (let cell = cells.exec(text); cell !== null; cell = cells.exec(text)) {
    column = placeOfAddress(attributesOf(cell[0]).r ?? '')?.column ?? column + 1
    seen.set(column, { start: cell.index, end: cells.lastIndex, tag: cell[0] })
  }
  const added = [...wanted.keys()].filter(each => !seen.has(each)).sort((one, other) => one - other)
  let made = withSpans(tag, added)
  if (isEmpty && added.length > 0) made = `${made.slice(0, -2).trimEnd()}>`
  let at = end
  for (const [place, cell] of seen) {
    const before = added.filter(each => each < place)
    made += text.slice(at, cell.start) + before.map(newCell).join('')
    added.splice(0, before.length)
    made += restyled(cell.tag, wanted.get(place), brush)
    at = cell.end
  }
  if (added.length === 0) return made + text.slice(at)
  const close = isEmpty ? text.length : text.lastIndexOf('</')
  const rest = isEmpty ? `</${p}row>` : text.slice(close)
  return made + text.slice(at, close) + added.map(newCell).join('') + rest

  function newCell(place: number): string {
    const { s, customFormat } = attributesOf(tag)
    const isOwn = s !== undefined && /^(1|true)$/.test(customFormat ?? '')
    const base = isOwn ? Number(s) : brush.columnStyle(place)
    return `<${p}c r="${cellAddress(number, place)}" s="${styleOf(base, wanted.get(place), brush)}"/>`
  }
}

/** Declared spans that would not hold the added cells are left out: a row may lack this hint, but it must not lie. */
function withSpans(tag: string, added: readonly number[]): string {
  const spans = /\sspans\s*=\s*["'](\d+):(\d+)["']/.exec(tag)
  const [whole, first, last] = spans ?? []
  const fits = added.every(column => Number(first) <= column + 1 && column < Number(last))
  return whole === undefined || fits ? tag : tag.replace(whole, '')
}

export function restyled(tag: string, mark: MarkKind | undefined, brush: Brush): string {
  if (mark === undefined && !brush.wasMarked) return tag
  const own = Number(/\ss\s*=\s*["'](\d+)["']/.exec(tag)?.[1] ?? 0)
  const style = styleOf(own, mark, brush)
  return style === own ? tag : setAttribute(tag, 's', String(style))
}

function styleOf(base: number, mark: MarkKind | undefined, { styles, known }: Brush): number {
  const key = `${base} ${mark ?? ''}`
  const found = known.get(key) ?? markedStyle(styles, base, mark)
  known.set(key, found)
  return found
}

function columnStyles(head: string): (column: number) => number {
  const columns = tagsOf(head, 'col').map(attributesOf)
  return column =>
    Number(columns.find(({ min, max }) => Number(min) <= column + 1 && column < Number(max))?.style ?? 0)
}
