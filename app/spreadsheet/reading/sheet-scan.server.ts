import type { Cell, Grid, Merge } from '../grid.ts'
import { isBlankCell } from '../plain-text.ts'
import type { WorkbookLimits } from '../workbook.ts'
import { refuse } from '../workbook.ts'
import type { CellSources, RawCell } from './cell-value.server.ts'
import { cellOf, digitsAt } from './cell-value.server.ts'
import type { RawText } from './element-text.server.ts'
import { readRichText, readText } from './element-text.server.ts'
import type { Room } from './limited-rows.server.ts'
import { overLimit } from './limited-rows.server.ts'
import { mostTagsBeside, readMerge } from './merges.server.ts'
import type { Scanner, Stop } from './scan.server.ts'
import { stopOf } from './scan.server.ts'
import type { NotFound, Span, Step, TagCursor } from './tag-cursor.server.ts'
import { codeOf, nameOf, readTag, skipElement, tagCursor } from './tag-cursor.server.ts'

/** What all sheets of one workbook share; `room` shrinks as cells are read. */
export interface SheetSources extends CellSources {
  limits: WorkbookLimits
  room: Room
}

export interface SheetScanner extends Scanner {
  /** The rows read since they were last taken, dense, and the number of the first. */
  takeRows: () => { from: number; rows: Grid['rows'] }
  /** Cells and rows that wait to be taken. */
  waiting: () => number
  merges: Merge[]
}

const lastRow = 1_048_576
const lastColumn = 16_384

/** Cells that hold nothing but a style: some millions in a sheet that was formatted to the end, never more. */
const mostBlankCells = 10_000_000
const known = ['row', 'c', 'v', 'f', 'is'].map(codeOf)
const [row, c, v, f, is] = known
const [lessThan, slash, greaterThan] = [0x3c, 0x2f, 0x3e] as const

/**
 * Reads one worksheet (ECMA-376 part 1, 18.3.1.99) in one forward pass: rows and cells in the order of their numbers
 * (18.3.1.73, 18.3.1.4; without r the next one), then the merged areas (18.3.1.55). What the sheet declares of its
 * size is not believed. Inside the data every element must be one that is known, of the prefix of <sheetData>; one that
 * is not, or that stands out of order, is foreign.
 */
export function sheetScanner(sheet: string, sources: SheetSources): SheetScanner {
  const cursor = tagCursor(Buffer.alloc(0))
  const raw: RawCell = {
    style: { from: 0, to: 0 },
    type: { from: 0, to: 0 },
    value: { from: 0, to: 0 },
    hasValue: false,
    formula: { from: 0, to: 0 },
    hasFormula: false,
    inline: undefined,
  }
  const merges: Merge[] = []
  const place = { row: -1, column: -1 }
  let rows: Grid['rows'] = []
  let firstRow = 0
  let cells = 0
  let phase: 'head' | 'data' | 'row' | 'tail' = 'head'
  let prefix = 0
  let tagsBeside = 0
  let blankCells = 0

  function scan(bytes: Buffer): number | Stop {
    cursor.bytes = bytes
    cursor.at = 0
    for (;;) {
      const step = readTag(cursor, phase === 'data' || phase === 'row')
      if (step === 'more') return cursor.start
      if (step !== 'found') return stopOf(step)
      const start = cursor.start
      const stop = phase === 'row' ? inRow() : phase === 'data' ? inData() : beside()
      if (stop === 'more') return start
      if (stop !== undefined) return stop
    }
  }

  function beside(): Stop | undefined {
    tagsBeside += 1
    if (tagsBeside > mostTagsBeside) return refuse('zip-bomb')
    if (cursor.code !== 0) return undefined
    const name = nameOf(cursor)
    if (name === 'sheetData' && !cursor.closes) {
      if (phase === 'tail') return 'foreign'
      prefix = cursor.prefix
      phase = cursor.isEmpty ? 'tail' : 'data'
    } else if (phase === 'tail') return readMerge(cursor, name, merges, { sheet, limits: sources.limits })
    return undefined
  }

  function inData(): Stop | undefined {
    if (cursor.prefix !== prefix) return 'foreign'
    if (cursor.closes) {
      if (nameOf(cursor) !== 'sheetData') return refuse('damaged')
      phase = 'tail'
      return undefined
    }
    if (cursor.code !== row) return 'foreign'
    const { from, to } = cursor.r
    const number = from === 0 ? place.row + 1 : digitsAt(cursor.bytes, from, to) - 1
    if (!(number >= 0 && number < lastRow)) return refuse('damaged')
    if (number <= place.row) return 'foreign'
    place.row = number
    place.column = -1
    if (!cursor.isEmpty) phase = 'row'
    return undefined
  }

  function inRow(): Stop | 'more' | undefined {
    if (cursor.prefix !== prefix) return 'foreign'
    if (cursor.closes) {
      if (cursor.code !== row) return refuse('damaged')
      phase = 'data'
      return undefined
    }
    if (cursor.code !== c) return passOver()
    const column = columnOf(cursor, place)
    if (!(column < lastColumn)) return refuse('damaged')
    if (column <= place.column) return 'foreign'
    let cell: Cell | undefined
    if (!cursor.isEmpty) {
      const read = readCell()
      if (read === 'more') return 'more'
      if (read !== undefined) return stopOf(read)
      const made = cellOf(cursor, raw, sources)
      if (made === 'foreign' || (made !== undefined && 'ok' in made)) return made
      cell = isBlankCell(made) ? undefined : made
    }
    place.column = column
    if (cell !== undefined) return put(cell)
    blankCells += 1
    return blankCells > mostBlankCells ? refuse('zip-bomb') : undefined
  }

  /** Extensions, the only other thing that a row may hold. */
  function passOver(): Stop | 'more' | undefined {
    if (known.includes(cursor.code)) return refuse('damaged')
    if (nameOf(cursor) !== 'extLst') return 'foreign'
    const step = skipElement(cursor)
    if (step === 'more') return 'more'
    return step === 'found' ? undefined : stopOf(step)
  }

  /** From behind the start tag of a cell to behind its end tag. */
  function readCell(): NotFound | undefined {
    copy(cursor.s, raw.style)
    copy(cursor.t, raw.type)
    raw.hasValue = false
    raw.hasFormula = false
    raw.inline = undefined
    if (prefix === 0 && readBareValue()) return undefined
    for (;;) {
      const step = readTag(cursor, true)
      if (step !== 'found') return step
      if (cursor.prefix !== prefix) return 'foreign'
      if (cursor.closes) return cursor.code === c ? undefined : 'broken'
      const read = readInside()
      if (read !== 'found') return read
    }
  }

  /** `<v>…</v></c>`, as most cells are, without looking at each tag; false when anything else stands there. */
  function readBareValue(): boolean {
    const { bytes, at } = cursor
    if (bytes[at] !== lessThan || bytes[at + 1] !== v || bytes[at + 2] !== greaterThan) return false
    let to = at + 3
    while (to < bytes.length && bytes[to] !== lessThan) to += 1
    if (bytes[to + 1] !== slash || bytes[to + 2] !== v || bytes[to + 3] !== greaterThan) return false
    if (bytes[to + 4] !== lessThan || bytes[to + 5] !== slash) return false
    if (bytes[to + 6] !== c || bytes[to + 7] !== greaterThan) return false
    raw.hasValue = true
    raw.value.from = at + 3
    raw.value.to = to
    raw.value.whole = undefined
    cursor.at = to + 8
    return true
  }

  /** What may stand in a cell: its value, formula, inline text, and extensions, which are passed over. */
  function readInside(): Step {
    const { code } = cursor
    if (code === v && !raw.hasValue) {
      raw.hasValue = true
      return readPlain(raw.value, v)
    }
    if (code === f && !raw.hasFormula) {
      raw.hasFormula = true
      return readPlain(raw.formula, f)
    }
    if (code === is && raw.inline === undefined) {
      const read = readRichText(cursor, 'is')
      if (typeof read === 'string') return read
      raw.inline = read.text
      return 'found'
    }
    if (known.includes(cursor.code)) return 'broken'
    return nameOf(cursor) === 'extLst' ? skipElement(cursor) : 'foreign'
  }

  /** An element of text alone, to behind its end tag. */
  function readPlain(text: RawText, code: number): Step {
    text.from = cursor.at
    text.to = cursor.at
    text.whole = undefined
    if (cursor.isEmpty) return 'found'
    const read = readText(cursor, text)
    if (read !== 'found') return read
    const step = readTag(cursor, true)
    if (step !== 'found') return step
    return cursor.closes && cursor.code === code ? 'found' : 'broken'
  }

  function put(cell: Cell | undefined): Stop | undefined {
    const refused = overLimit(cell, place, sheet, sources)
    if (refused !== undefined) return refused
    const own = place.row - firstRow
    while (rows.length <= own) rows.push([])
    const target = rows[own] ?? []
    while (target.length < place.column) target.push(undefined)
    target[place.column] = cell
    cells += 1
    return undefined
  }

  function takeRows() {
    const from = firstRow
    const taken = rows
    const last = phase === 'row' && from + rows.length - 1 === place.row ? rows.pop() : undefined
    rows = last === undefined ? [] : [last]
    firstRow = from + taken.length
    cells = 0
    return { from, rows: taken }
  }

  const waiting = () => cells + rows.length
  return { scan, finish: () => (phase === 'tail' ? undefined : refuse('damaged')), merges, takeRows, waiting }
}

function copy(from: Span, to: Span): void {
  to.from = from.from
  to.to = from.to
}

/** The column of the cell whose tag was read last; NaN when its place is no place in this row. */
function columnOf({ bytes, r: { from, to } }: TagCursor, place: { row: number; column: number }): number {
  if (from === 0) return place.column + 1
  let column = 0
  let at = from
  for (; at < to; at += 1) {
    const letter = bytes[at] ?? 0
    if (letter < 0x41 || letter > 0x5a) break
    column = column * 26 + letter - 0x40
  }
  return digitsAt(bytes, at, to) === place.row + 1 ? column - 1 : Number.NaN
}
