import type { Cell } from '../grid.ts'
import type { Refused } from '../workbook.ts'
import { refuse } from '../workbook.ts'
import type { RawText } from './element-text.server.ts'
import { textOf } from './element-text.server.ts'
import { serialOf } from './iso-serial.ts'
import type { Span, TagCursor } from './tag-cursor.server.ts'
import { cellText, unescapeXml } from './xml.server.ts'

/** What cells of one workbook refer to. */
export interface CellSources {
  /** The shared strings as cells, undefined for blank ones; see `sharedStringsScanner`. */
  strings: readonly (Cell | undefined)[]
  /** Number formats by cell style. */
  formats: readonly string[]
  date1904: boolean
}

/** A cell as it stands in the sheet: its attributes and what is inside. */
export interface RawCell {
  style: Span
  type: Span
  value: RawText
  hasValue: boolean
  formula: RawText
  hasFormula: boolean
  inline: string | undefined
}

/** 10 to the powers that a double holds exactly. */
const powers = Array.from({ length: 23 }, (_, power) => 10 ** power)
const mostExactDigits = 15

/** The cells of small whole numbers without a format, each made once: most numbers of a log are minutes and heads. */
const smallNumbers = Array.from({ length: 1_000 }, (_, value): Cell => {
  return { type: 'number', value, format: 'General' }
})

/**
 * The cell's value (ECMA-376 part 1, 18.3.1.4 and the types of 18.18.11); of a formula the cached one, and an error
 * that shows the formula where none is cached. A number, boolean or date that is none is an error of its text.
 */
export function cellOf(
  cursor: TagCursor,
  raw: RawCell,
  sources: CellSources,
): Cell | undefined | Refused | 'foreign' {
  const type = typeOf(cursor, raw.type)
  if (type === 'inlineStr' && raw.inline !== undefined) return { type: 'text', text: raw.inline }
  const { value } = raw
  if (!raw.hasValue || ((value.whole ?? '') === '' && value.from === value.to)) {
    if (!raw.hasFormula || (type === 'str' && raw.hasValue)) return undefined
    return { type: 'error', text: `=${unescapeXml(textOf(cursor, raw.formula)).slice(0, 100)}` }
  }
  if (type === 's') {
    const index = value.whole === undefined ? digitsAt(cursor.bytes, value.from, value.to) : Number.NaN
    return index < sources.strings.length ? sources.strings[index] : refuse('damaged')
  }
  if (type === 'n') return numberCell(cursor, raw, sources)
  const text = textOf(cursor, value)
  if (type === 'str' || type === 'inlineStr') return { type: 'text', text: cellText(text) }
  if (type === 'b') return booleanCell(text.trim())
  if (type === 'e') return { type: 'error', text: unescapeXml(text) }
  if (type === 'd') return dateCell(text, cursor, raw, sources)
  return 'foreign'
}

function typeOf({ bytes }: TagCursor, { from, to }: Span): string {
  if (from === 0) return 'n'
  if (to - from !== 1) return bytes.toString('latin1', from, to)
  if (bytes[from] === 0x73) return 's'
  return bytes[from] === 0x6e ? 'n' : bytes.toString('latin1', from, to)
}

/** A whole number without a sign, NaN for anything else. */
export function digitsAt(bytes: Buffer, from: number, to: number): number {
  if (to - from > mostExactDigits || to === from) return Number.NaN
  let number = 0
  for (let at = from; at < to; at += 1) {
    const digit = (bytes[at] ?? 0) - 0x30
    if (digit < 0 || digit > 9) return Number.NaN
    number = number * 10 + digit
  }
  return number
}

function numberCell(cursor: TagCursor, { value, style }: RawCell, sources: CellSources): Cell | Refused {
  const format = formatOf(cursor, style, sources)
  if (format === undefined) return refuse('damaged')
  const number =
    value.whole === undefined ? decimalAt(cursor.bytes, value.from, value.to) : numberOf(value.whole)
  if (format === 'General' && isSmall(number)) return smallNumbers[number]!
  return Number.isFinite(number)
    ? { type: 'number', value: number, format }
    : { type: 'error', text: unescapeXml(textOf(cursor, value)) }
}

function isSmall(number: number): boolean {
  return number >= 0 && number < smallNumbers.length && Number.isInteger(number) && !Object.is(number, -0)
}

/** Short decimals without a call: both parts are exact, so that their quotient is the nearest double. */
function decimalAt(bytes: Buffer, from: number, to: number): number {
  const isNegative = bytes[from] === 0x2d
  let digits = 0
  let mantissa = 0
  let scale = -1
  for (let at = isNegative ? from + 1 : from; at < to; at += 1) {
    const digit = (bytes[at] ?? 0) - 0x30
    if (digit === -2 && scale < 0) {
      scale = 0
      continue
    }
    if (digit < 0 || digit > 9) return numberOf(bytes.toString('latin1', from, to))
    mantissa = mantissa * 10 + digit
    digits += 1
    if (scale >= 0) scale += 1
  }
  if (digits === 0 || digits > mostExactDigits) return numberOf(bytes.toString('latin1', from, to))
  const number = scale > 0 ? mantissa / (powers[scale] ?? 1) : mantissa
  return isNegative ? -number : number
}

/** As XML Schema writes a double; what JavaScript would also take ('', '0x1F', 'Infinity') is none. */
function numberOf(text: string): number {
  const trimmed = text.trim()
  return /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(trimmed) ? Number(trimmed) : Number.NaN
}

function booleanCell(text: string): Cell {
  if (text === '1' || text === 'true') return { type: 'boolean', value: true }
  if (text === '0' || text === 'false') return { type: 'boolean', value: false }
  return { type: 'error', text }
}

function dateCell(text: string, cursor: TagCursor, { style }: RawCell, sources: CellSources): Cell | Refused {
  const format = formatOf(cursor, style, sources)
  if (format === undefined) return refuse('damaged')
  const value = serialOf(text, sources.date1904)
  if (value === undefined || !Number.isFinite(value)) return { type: 'error', text: unescapeXml(text) }
  return { type: 'number', value, format: format === 'General' ? 'yyyy-mm-dd' : format }
}

/** A workbook without styles has one; a style that the workbook does not have might have been a date. */
function formatOf({ bytes }: TagCursor, { from, to }: Span, { formats }: CellSources): string | undefined {
  const style = from === 0 ? 0 : digitsAt(bytes, from, to)
  return formats.length === 0 ? 'General' : formats[style]
}
