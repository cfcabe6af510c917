import { type Merge, placeOfAddress } from '../grid.ts'
import { attributesOf, tagsOf } from '../reading/xml.server.ts'
import { type Brush, brushOf, markRow, restyled, rowsOf } from './mark-cells.ts'
import type { Styles } from './mark-styles.ts'
import type { MarkKind, RowMark } from './marks.ts'

/** The XML of a worksheet but its rows. */
export interface SheetShell {
  /** 'x:' or ''. */
  prefix: string
  /** All before the first row, with the start tag of the data. */
  head: string
  /** All behind the last, with the end tag of the data. */
  tail: string
}

/** What is coloured in a sheet whose rows come one by one. */
export interface StreamMarks {
  /** By row and column, both from 0; a merged area has its colour at its first cell. */
  colours: ReadonlyMap<number, ReadonlyMap<number, MarkKind>>
  /** How the row numbered from 0 fared. */
  rowMark: (row: number) => RowMark['mark'] | undefined
}

/** The worksheet without its rows; undefined for one that has no data at all. */
export async function shellOf(pieces: AsyncIterable<string>): Promise<SheetShell | undefined> {
  const found = /<((?:[\w.-]+:)?)sheetData(?=[\s/>])[^>]*>/
  let shell: SheetShell | undefined
  let text = ''
  let isBehind = false
  for await (const piece of pieces) {
    text += piece
    if (shell === undefined) {
      const opening = found.exec(text)
      if (opening === null) continue
      if (opening[0].endsWith('/>')) return undefined
      const end = opening.index + opening[0].length
      shell = { prefix: opening[1] ?? '', head: text.slice(0, end), tail: '' }
      text = text.slice(end)
    }
    if (isBehind) continue
    const closing = text.indexOf(closingOf(shell.prefix))
    // The end tag may be cut in two.
    text = closing < 0 ? text.slice(-closingOf(shell.prefix).length) : text.slice(closing)
    isBehind = closing >= 0
  }
  return shell === undefined || !isBehind ? undefined : { ...shell, tail: text }
}

/**
 * The rows of a worksheet with their colours, as it comes; those of an earlier marking are taken off. How a row fared
 * is shown in its first cell that holds something, has no colour of its own and is not merged with cells below.
 */
export async function* markedRows(
  pieces: AsyncIterable<string>,
  { prefix, head, tail }: SheetShell,
  marks: StreamMarks,
  styles: Styles,
): AsyncGenerator<string> {
  const brush = brushOf(styles, head)
  const merges = mergesIn(tail)
  const coloured = [...marks.colours.keys()].sort((one, other) => one - other)
  /** How many of them have come. */
  let done = 0
  const rowEnd = `</${prefix}row>`
  let text = ''
  let left = head.length
  let number = -1
  for await (const piece of pieces) {
    text += piece
    if (left > 0) {
      const gone = Math.min(left, text.length)
      text = text.slice(gone)
      left -= gone
    }
    const end = text.indexOf(closingOf(prefix))
    const cut = end >= 0 ? end : text.lastIndexOf(rowEnd) + rowEnd.length
    if (end < 0 && cut < rowEnd.length) continue
    yield marked(text.slice(0, cut))
    if (end >= 0) {
      yield newRowsBefore(Number.POSITIVE_INFINITY)
      return
    }
    text = text.slice(cut)
  }

  function marked(rows: string): string {
    let made = ''
    for (const row of rowsOf(rows, prefix, number)) {
      if (row.number < 0) {
        made += row.text
        continue
      }
      number = row.number
      made += newRowsBefore(number)
      if (coloured[done] === number) done += 1
      made += markedRow(row.text, number)
    }
    return made
  }

  /** Rows that were never written and have a colour. */
  function newRowsBefore(limit: number): string {
    let made = ''
    for (let at = coloured[done]; at !== undefined && at < limit; at = coloured[done]) {
      done += 1
      const empty = `<${prefix}row r="${at + 1}"></${prefix}row>`
      made += markRow(empty, { p: prefix, number: at, wanted: marks.colours.get(at) ?? new Map(), brush })
    }
    return made
  }

  function markedRow(row: string, at: number): string {
    const own = marks.colours.get(at)
    const mark = marks.rowMark(at)
    const isTold = mark === 'rejected' && [...(own?.values() ?? [])].some(each => each !== 'warn')
    const isFree = (column: number) => own?.has(column) !== true && !reachesBelow(merges, at, column)
    const first = mark === undefined || isTold ? undefined : firstFilled(row, prefix, isFree)
    if (own === undefined && !brush.wasMarked)
      return first === undefined ? row : withFill(row, first, mark, brush)
    const wanted = new Map(own)
    if (first !== undefined && mark !== undefined) wanted.set(first.column, mark)
    return wanted.size === 0 && !brush.wasMarked
      ? row
      : markRow(row, { p: prefix, number: at, wanted, brush })
  }
}

function closingOf(prefix: string): string {
  return `</${prefix}sheetData`
}

interface FoundCell {
  column: number
  /** Where its start tag stands in the row. */
  start: number
  end: number
}

function firstFilled(row: string, p: string, isFree: (column: number) => boolean): FoundCell | undefined {
  const cells = new RegExp(`<${p}c(?=[\\s/>])([^>]*)>`, 'g')
  let column = -1
  for (let cell = cells.exec(row); cell !== null; cell = cells.exec(row)) {
    const address = /\sr\s*=\s*["']([A-Z]{1,3}\d+)["']/.exec(cell[1] ?? '')?.[1]
    column = address === undefined ? column + 1 : (placeOfAddress(address)?.column ?? column + 1)
    if (cell[0].endsWith('/>')) continue
    const inside = row.slice(cells.lastIndex, row.indexOf(`</${p}c>`, cells.lastIndex))
    const isFilled = /<(?:[\w.-]+:)?(?:v|t)(?:\s[^>]*)?>[^<]/.test(inside)
    if (isFilled && isFree(column)) return { column, start: cell.index, end: cells.lastIndex }
  }
  return undefined
}

function withFill(row: string, { start, end }: FoundCell, mark: MarkKind | undefined, brush: Brush): string {
  return row.slice(0, start) + restyled(row.slice(start, end), mark, brush) + row.slice(end)
}

export function mergesIn(tail: string): Merge[] {
  return tagsOf(tail, 'mergeCell').flatMap(tag => {
    const [from, to] = (attributesOf(tag).ref ?? '').split(':').map(address => placeOfAddress(address))
    return from && to ? [{ top: from.row, left: from.column, bottom: to.row, right: to.column }] : []
  })
}

function reachesBelow(merges: readonly Merge[], row: number, column: number): boolean {
  return merges.some(
    ({ top, left, bottom, right }) =>
      top !== bottom && top <= row && row <= bottom && left <= column && column <= right,
  )
}
