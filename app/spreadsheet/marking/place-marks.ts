import { say } from '../../i18n/text.ts'
import type { Grid, Merge } from '../grid.ts'
import { cellAddress, placeOfAddress } from '../grid.ts'
import { marksText } from './marks.text.ts'
import {
  type CellMark,
  type MarkKind,
  markKinds,
  mostNotes,
  type RowMark,
  type WorkbookMarks,
} from './marks.ts'

/** The marks of one sheet, zero-based. */
export interface PlacedMarks {
  colours: Map<number, Map<number, MarkKind>>
  /** By address such as 'C17'. */
  notes: Map<string, string>
}

interface Spot {
  row: number
  column: number
}

const mostInOneCell = 5

/**
 * Where each mark goes. A covered cell of a merged area hands its mark to the area's first cell, which is the one that
 * people see. A row shows how it fared in the first cell that is its own alone: nothing is written for it, so that
 * the sheet still reads as before.
 */
export function placeMarks(grids: readonly Grid[], marks: WorkbookMarks): Map<string, PlacedMarks> {
  const placed = new Map<string, PlacedMarks>()
  const cells = groupBy(marks.cells, ({ sheet }) => sheet)
  const rows = groupBy(marks.rows, ({ sheet }) => sheet)
  let room = mostNotes
  for (const grid of grids) {
    const mergeAt = mergesOf(grid)
    const own: PlacedMarks = { colours: new Map(), notes: new Map() }
    const notes = placeCells(own, cells.get(grid.name) ?? [], mergeAt)
    for (const [address, texts] of notes) {
      if (own.notes.size >= room) break
      own.notes.set(address, noteOf([...texts], marks))
    }
    room -= own.notes.size
    placeRows(own, rows.get(grid.name) ?? [], { grid, mergeAt })
    placed.set(grid.name, own)
  }
  return placed
}

function placeCells(own: PlacedMarks, cells: readonly CellMark[], mergeAt: MergeAt) {
  const notes = new Map<string, Set<string>>()
  for (const { cell, mark, note } of cells) {
    const spot = placeOfAddress(cell)
    if (spot === null || !isInSheet(spot)) continue
    const merge = mergeAt(spot.row, spot.column)
    const seen = merge === undefined ? spot : { row: merge.top, column: merge.left }
    colour(own, seen, mark)
    const address = cellAddress(seen.row, seen.column)
    if (note !== '') notes.set(address, (notes.get(address) ?? new Set()).add(note))
  }
  return notes
}

export function noteOf(texts: readonly string[], { locale }: Pick<WorkbookMarks, 'locale'>): string {
  const more = texts.length - mostInOneCell
  const shown = texts.slice(0, mostInOneCell)
  return [...shown, ...(more > 0 ? [say(locale, marksText.more, { count: more })] : [])].join('\n')
}

function placeRows(
  own: PlacedMarks,
  rows: readonly RowMark[],
  { grid, mergeAt }: { grid: Grid; mergeAt: MergeAt },
): void {
  for (const [number, marks] of groupBy(rows, ({ row }) => row)) {
    const row = number - 1
    const mark = verdictOf(marks)
    const coloured = own.colours.get(row)
    const isTold = mark === 'rejected' && [...(coloured?.values() ?? [])].some(each => each !== 'warn')
    if (mark === undefined || isTold) continue
    const column = (grid.rows[row] ?? []).findIndex((cell, at) => {
      const merge = mergeAt(row, at)
      return cell !== undefined && !coloured?.has(at) && (merge === undefined || merge.top === merge.bottom)
    })
    if (column >= 0) colour(own, { row, column }, mark)
  }
}

/** One row may hold several records; where they fared differently, only its problems are shown. */
function verdictOf(marks: readonly RowMark[]): RowMark['mark'] | undefined {
  const has = (mark: RowMark['mark']) => marks.some(each => each.mark === mark)
  if (has('rejected')) return has('accepted') ? undefined : 'rejected'
  return has('accepted') ? 'accepted' : 'ignored'
}

function colour({ colours }: PlacedMarks, { row, column }: Spot, mark: MarkKind): void {
  const inRow = colours.get(row) ?? new Map<number, MarkKind>()
  const before = inRow.get(column)
  const isWorse = before === undefined || markKinds.indexOf(mark) < markKinds.indexOf(before)
  if (isWorse) inRow.set(column, mark)
  colours.set(row, inRow)
}

type MergeAt = (row: number, column: number) => Merge | undefined

function mergesOf({ merges, rows }: Grid): MergeAt {
  const byRow = new Map<number, Merge[]>()
  for (const merge of merges) {
    for (let row = merge.top; row <= Math.min(merge.bottom, rows.length - 1); row += 1) {
      const inRow = byRow.get(row)
      if (inRow === undefined) byRow.set(row, [merge])
      else inRow.push(merge)
    }
  }
  return (row, column) => byRow.get(row)?.find(({ left, right }) => left <= column && column <= right)
}

const lastRow = 1_048_576
const lastColumn = 16_384

function isInSheet({ row, column }: Spot): boolean {
  return row < lastRow && column < lastColumn
}

function groupBy<T, K>(list: readonly T[], keyOf: (each: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const each of list) {
    const key = keyOf(each)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [each])
    else group.push(each)
  }
  return groups
}
