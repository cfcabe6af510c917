import type { Cell } from '#app/spreadsheet/grid.ts'
import { type Axis, axisOf } from './axis-words.ts'
import { type Board, filledColumns } from './board.ts'
import { axisInRow, isWeekdayRow } from './day-number-row.ts'
import { headerWord, type Role } from './header-words.ts'

/** The rows of a table's header, both included. */
export interface Band {
  top: number
  bottom: number
}

const mostLevels = 4

/** Whether a table's header may begin in this row; a title or a line of data never does. */
export function beginsHeader(board: Board, row: number): boolean {
  const columns = filledColumns(board, row)
  if (columns.length < 2) return false
  const signs = columns.map(column => signOf(board, row, column))
  const heads = signs.filter(sign => sign === 'head').length
  const kinds = signs.filter(sign => sign === 'kind').length
  const axes = signs.filter(isAxis)
  const values = signs.filter(sign => sign === 'value').length
  const known = signs.filter(sign => sign !== 'value' && sign !== 'text').length
  if (heads >= 1 && known >= 2) return known > values && known * 2 >= columns.length && !isFilledIn(signs)
  if (values > 0 || known < columns.length) return false
  const families = new Set(axes.filter(axis => axis !== 'half-day'))
  const isOneFamily =
    kinds === 0 ? axes.length >= 2 && families.size === 1 : kinds >= 2 && families.size === 0
  return isOneFamily && !standsOverTables(board, row)
}

/** '第2周' and '第3周' over two tables side by side are their titles: below them 班级 stands twice. */
function standsOverTables(board: Board, row: number): boolean {
  const roles = filledColumns(board, row + 1).flatMap(
    column => headerWord(board.textAt(row + 1, column)).role ?? [],
  )
  return roles.some((role, at) => rowHeads.has(role) && roles.indexOf(role) < at)
}

/** The header that begins at `top`, down to its last level. */
export function bandFrom(board: Board, top: number): Band {
  let bottom = top
  while (bottom - top + 1 < mostLevels && continuesHeader(board, { top, bottom }, bottom + 1)) bottom += 1
  return { top, bottom }
}

/** Whether a row says what one of the header's rows says, as tables printed over several pages do. */
export function repeatsBand(board: Board, band: Band, row: number): boolean {
  const texts = (at: number) =>
    filledColumns(board, at).map(column => `${column}:${board.textAt(at, column)}`)
  const own = texts(row)
  if (own.length < 2) return false
  for (let level = band.top; level <= band.bottom; level += 1) {
    const header = new Set(texts(level))
    const same = own.filter(text => header.has(text)).length
    if (same >= 2 && same >= own.length * 0.8 && same >= header.size * 0.8) return true
  }
  return false
}

type Sign = 'head' | 'word' | 'kind' | 'value' | 'text' | Axis

function signOf(board: Board, row: number, column: number): Sign {
  const text = board.textAt(row, column)
  const cell = board.cellAt(row, column)
  const axis = axisInRow(board, row, column) ?? axisOf(text, cell)
  if (axis !== null) return axis
  if (isValue(text, cell)) return 'value'
  if (text.length > 24 || /:./.test(text) || /.:$/.test(text)) return 'text'
  const word = headerWord(text)
  if (word.isHead) return 'head'
  if (word.kind !== null || word.manyKinds) return 'kind'
  return word.role === null ? 'text' : 'word'
}

function isAxis(sign: Sign): sign is Axis {
  return sign !== 'head' && sign !== 'word' && sign !== 'kind' && sign !== 'value' && sign !== 'text'
}

/** Whether a cell holds what lines of data hold and titles do not. */
export function isValueAt(board: Board, row: number, column: number): boolean {
  return isValue(board.textAt(row, column), board.cellAt(row, column))
}

function isValue(text: string, cell: Cell | undefined): boolean {
  if (cell?.type === 'number' || cell?.type === 'boolean' || cell?.type === 'error') return true
  return /^[\d.:+*×x/~-]+(分钟?|min.*|小时|h|′|')?$/i.test(text) || /^(同上|〃|"|无|没有|√|×)$/.test(text)
}

/** A line of a long log: one word that happens to be a header's (说明) among a date, a class and a kind. */
function isFilledIn(signs: Sign[]): boolean {
  const axes = new Set(signs.filter(isAxis))
  const heads = signs.filter(sign => sign === 'head').length
  return heads === 1 && signs[0] !== 'head' && axes.has('date') && axes.has('class')
}

function continuesHeader(board: Board, band: Band, row: number): boolean {
  if (row >= board.height) return false
  const columns = filledColumns(board, row)
  if (columns.length === 0) return isInsideBand(board, band, row)
  if (isWeekdayRow(board, row)) return true
  const signs = columns.map(column => signOf(board, row, column))
  if (signs.length >= 2 && signs.every(sign => isAxis(sign) && sign === signs[0])) return true
  const unknown = signs.filter(sign => sign === 'text').length
  return unknown * 2 < columns.length && columns.every(column => isSubheader(board, band, row, column))
}

/** A row that holds nothing of its own belongs to the header when the header's cells reach into it. */
function isInsideBand(board: Board, band: Band, row: number): boolean {
  for (let column = 0; column < board.width; column += 1) {
    const origin = board.originOf(row, column)
    if (origin.row < row && origin.row >= band.top && board.textAt(row, column) !== '') return true
  }
  return false
}

/** Words, kinds, days and classes stand below a heading that is not itself the head of a column of data. */
function isSubheader(board: Board, band: Band, row: number, column: number): boolean {
  if (headsRows(board, band, column)) return false
  return signOf(board, row, column) !== 'value' || isClassNumber(board, band, row, column)
}

const rowHeads: ReadonlySet<Role> = new Set<Role>([
  'seq',
  'school',
  'school-code',
  'grade',
  'class',
  'date',
  'year',
  'month',
  'weekday',
  'week',
  'kind',
  'content',
])

function headsRows(board: Board, band: Band, column: number): boolean {
  for (let level = band.bottom; level >= band.top; level -= 1) {
    const text = board.textAt(level, column)
    if (text === '') continue
    const { role } = headerWord(text)
    return role !== null && rowHeads.has(role)
  }
  return false
}

/** Class numbers 1, 2, 3 below a grade. */
function isClassNumber(board: Board, band: Band, row: number, column: number): boolean {
  if (!/^[1-9]\d?$/.test(board.textAt(row, column))) return false
  const at = nearestLeft(board, band.bottom, column)
  return at !== null && axisOf(board.textAt(band.bottom, at), board.cellAt(band.bottom, at)) === 'grade'
}

function nearestLeft(board: Board, row: number, column: number): number | null {
  for (let at = column; at >= 0; at -= 1) if (board.textAt(row, at) !== '') return at
  return null
}
