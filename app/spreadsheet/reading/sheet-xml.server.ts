import type { Cell, Grid, Merge } from '../grid.ts'
import { isBlankCell } from '../plain-text.ts'
import type { Refused, WorkbookLimits } from '../workbook.ts'
import { refuse } from '../workbook.ts'
import { serialOf } from './iso-serial.ts'
import type { Place, Room } from './limited-rows.server.ts'
import { overLimit, put } from './limited-rows.server.ts'
import { readRuns } from './shared-strings.server.ts'
import { attributesOf, cellText, nextTag, unescapeXml } from './xml.server.ts'

/** What all sheets of one workbook share; `room` shrinks as cells are read. */
export interface SheetSources {
  strings: readonly string[]
  formats: readonly string[]
  date1904: boolean
  limits: WorkbookLimits
  room: Room
}

const lastRow = 1_048_576
const lastColumn = 16_384

/**
 * Reads one worksheet in one forward pass: the values that the cells hold, the cached ones of formulas. What the
 * sheet declares of its size is not believed. A formula without a cached value is an error cell showing the formula.
 */
export function readSheetXml(
  xml: string,
  sheet: { name: string; hidden: boolean },
  sources: SheetSources,
): { ok: true; grid: Grid } | Refused {
  const rows: (Cell | undefined)[][] = []
  const merges: Merge[] = []
  const place: Place = { row: -1, column: -1 }
  let isData = false
  let wasData = false
  let at = 0
  for (;;) {
    const tag = nextTag(xml, at)
    if (tag === undefined) break
    at = tag.end
    if (tag.name === 'sheetData') {
      isData = !tag.closes && !tag.isEmpty
      wasData ||= tag.closes || tag.isEmpty
    } else if (isData && tag.name === 'row' && !tag.closes) {
      place.row = rowNumber(xml.slice(tag.start, tag.end)) ?? place.row + 1
      place.column = -1
      if (!(place.row >= 0 && place.row < lastRow)) return refuse('damaged')
    } else if (isData && tag.name === 'c' && !tag.closes) {
      const own = cellAttributes(xml.slice(tag.start, tag.end))
      place.column = own.column ?? place.column + 1
      if (place.row < 0) place.row = 0
      if (place.column >= lastColumn) return refuse('damaged')
      if (tag.isEmpty) continue
      const body = readBody(xml, tag.end)
      if (body === undefined) return refuse('damaged')
      at = body.end
      const cell = cellOf(body, own, sources)
      if (cell === 'damaged') return refuse('damaged')
      const refused = isBlankCell(cell) ? undefined : overLimit(cell, place, sheet.name, sources)
      if (refused !== undefined) return refused
      if (!isBlankCell(cell)) put(rows, place, cell)
    } else if (!isData && tag.name === 'mergeCell' && !tag.closes) {
      if (merges.length >= sources.limits.merges) {
        return refuse('too-many-merges', { sheet: sheet.name, allowed: sources.limits.merges })
      }
      const merge = mergeOf(attributesOf(xml.slice(tag.start, tag.end)).ref ?? '')
      if (merge !== undefined) merges.push(merge)
    }
  }
  if (!wasData) return refuse('damaged')
  return { ok: true, grid: { ...sheet, date1904: sources.date1904, rows, merges } }
}

interface CellAttributes {
  column?: number
  style: number
  type: string
}

/** The tag is cut out first: a search in the whole document for what is not there would cost its whole length. */
function cellAttributes(tag: string): CellAttributes {
  const attributes: CellAttributes = { style: 0, type: 'n' }
  let at = 0
  for (;;) {
    const sign = tag.indexOf('=', at)
    if (sign < 0) return attributes
    const end = tag.indexOf(tag.charAt(sign + 1), sign + 2)
    if (end < 0) return attributes
    const name = tag.charCodeAt(sign - 1)
    const isShort = tag.charCodeAt(sign - 2) <= 0x20
    if (isShort && name === 0x72) attributes.column = columnOf(tag, sign + 2, end)
    else if (isShort && name === 0x73) attributes.style = Number(tag.slice(sign + 2, end))
    else if (isShort && name === 0x74) attributes.type = tag.slice(sign + 2, end)
    at = end + 1
  }
}

function rowNumber(tag: string): number | undefined {
  const match = /\sr=["'](\d{1,8})["']/.exec(tag)
  return match === null ? undefined : Number(match[1]) - 1
}

function columnOf(xml: string, from: number, to: number): number {
  let column = 0
  for (let at = from; at < to; at += 1) {
    const letter = xml.charCodeAt(at) & ~0x20
    if (letter < 0x41 || letter > 0x5a) break
    column = column * 26 + letter - 0x40
  }
  return column - 1
}

interface Body {
  value?: string
  formula?: string
  inline?: string
  end: number
}

function readBody(xml: string, from: number): Body | undefined {
  const body: Body = { end: from }
  for (;;) {
    const tag = nextTag(xml, body.end)
    if (tag === undefined) return undefined
    body.end = tag.end
    if (tag.name === 'c') return tag.closes ? body : undefined
    if (tag.closes) continue
    if (tag.name === 'is') {
      const runs = tag.isEmpty ? { text: '', end: tag.end } : readRuns(xml, tag.end, 'is')
      body.inline = runs.text
      body.end = runs.end
    } else if (tag.name === 'v' || tag.name === 'f') {
      const end = tag.isEmpty ? tag.end : xml.indexOf('<', tag.end)
      if (end < 0) return undefined
      body[tag.name === 'v' ? 'value' : 'formula'] = tag.isEmpty ? '' : xml.slice(tag.end, end)
      body.end = end
    }
  }
}

function cellOf(body: Body, own: CellAttributes, sources: SheetSources): Cell | undefined | 'damaged' {
  const { value } = body
  if (own.type === 'inlineStr') return { type: 'text', text: body.inline ?? cellText(value ?? '') }
  if (own.type === 'str' && value !== undefined) return { type: 'text', text: cellText(value) }
  if (value === undefined || value === '') {
    return body.formula === undefined
      ? undefined
      : { type: 'error', text: `=${unescapeXml(body.formula).slice(0, 100)}` }
  }
  if (own.type === 's') {
    const text = sources.strings[Number(value)]
    return text === undefined ? 'damaged' : { type: 'text', text }
  }
  if (own.type === 'b') return { type: 'boolean', value: value.trim() === '1' || value.trim() === 'true' }
  if (own.type === 'e') return { type: 'error', text: unescapeXml(value) }
  return numberCell(value, own, sources)
}

function numberCell(value: string, own: CellAttributes, sources: SheetSources): Cell {
  const format = sources.formats[own.style] ?? 'General'
  const number = own.type === 'd' ? serialOf(value, sources.date1904) : Number(value)
  if (number === undefined || !Number.isFinite(number)) return { type: 'error', text: unescapeXml(value) }
  const dayFormat = own.type === 'd' && format === 'General' ? 'yyyy-mm-dd' : format
  return { type: 'number', value: number, format: dayFormat }
}

function mergeOf(ref: string): Merge | undefined {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(ref)
  if (match === null) return undefined
  const [, left = '', top = '', right = '', bottom = ''] = match
  return {
    top: Number(top) - 1,
    left: columnOf(left, 0, left.length),
    bottom: Number(bottom) - 1,
    right: columnOf(right, 0, right.length),
  }
}
