import { readClock } from '#app/spreadsheet/cells/clock.ts'
import { readClockRange } from '#app/spreadsheet/cells/clock-range.ts'
import { readMinutes } from '#app/spreadsheet/cells/minutes.ts'
import type { Cell } from '#app/spreadsheet/grid.ts'
import { blank } from '#app/spreadsheet/reading.ts'
import type { Spot } from './board.ts'
import type { Column } from './columns.ts'
import type { Unit } from './header-words.ts'
import { besideOf, type Known, type Line } from './line.ts'
import { recalled } from './memory.ts'
import { type CellTrouble, note, noteCell, type Trouble, taken } from './problem-log.ts'

export interface MinutesRead {
  minutes: number
  /** 'HH:MM' */
  startsAt: string | null
}

/** The minutes of one cell, in the unit that its header or the sheet gives, with the time at which they begin. */
export function minutesAt(line: Line, column: Column, spot: Spot, lessonMinutes: number): Known<MinutesRead> {
  const { board, log, memory } = line.table
  const { header } = column
  const tell = (trouble: Trouble) => note(log, board, spot, { header, ...trouble })
  const tellCell = (trouble: CellTrouble) => noteCell(log, board, spot, { header, ...trouble })
  if (column.role === 'end') return betweenClocks(line, column, spot)
  if (isMergedAcross(line, column, spot)) {
    tell({ reading: 'ask', code: 'activity.merged-across' })
    return 'bad'
  }
  const cell = inUnit(board.cellAt(spot.row, spot.column), column, line)
  const reading = recalled(memory.minutes, cell, lessonMinutes, () => readMinutes(cell, { lessonMinutes }))
  const minutes = taken(reading, tellCell)
  if (minutes === null) return reading.reading === 'blank' ? 'missing' : 'bad'
  if (
    cell?.type === 'number' &&
    minutes > 4 &&
    minutes === cell.value &&
    unitOf(column, line) !== 'minutes'
  ) {
    tell({ reading: 'warn', code: 'activity.unit-differs', values: { minutes } })
  }
  if (spot.row !== line.row && board.originOf(line.row, column.column).row === spot.row) {
    tell({ reading: 'warn', code: 'activity.merged-down', values: { minutes } })
  }
  const range = cell?.type === 'text' && /\d\D+\d/.test(cell.text) ? readClockRange(cell) : blank
  if (range.reading === 'accept') return { value: { minutes, startsAt: range.value.from }, spot }
  return startBeside(line, column, { minutes, startsAt: null }, spot)
}

function betweenClocks(line: Line, column: Column, spot: Spot): Known<MinutesRead> {
  const { board, log } = line.table
  const startSpot = line.sourceOf(besideOf(line, column, 'start'))
  if (startSpot === null) return 'missing'
  const clockAt = (at: Spot) =>
    taken(readClock(board.cellAt(at.row, at.column)), trouble =>
      noteCell(log, board, at, { header: column.header, ...trouble }),
    )
  const from = clockAt(startSpot)
  const to = clockAt(spot)
  if (from === null || to === null) return 'bad'
  const minutes = minuteOfDay(to) - minuteOfDay(from)
  if (minutes > 0 && minutes <= 240) return { value: { minutes, startsAt: from }, spot }
  note(log, board, spot, { reading: 'ask', code: 'activity.ends-before-start', header: column.header })
  return 'bad'
}

function startBeside(line: Line, column: Column, read: MinutesRead, spot: Spot): Known<MinutesRead> {
  const { board, log, memory } = line.table
  const spanColumn = besideOf(line, column, 'span')
  const startColumn = besideOf(line, column, 'start')
  const spanSpot = line.sourceOf(spanColumn)
  if (spanSpot !== null) {
    const range = readClockRange(board.cellAt(spanSpot.row, spanSpot.column))
    if (range.reading !== 'accept') return { value: read, spot }
    if (range.value.minutes === read.minutes) return { value: { ...read, startsAt: range.value.from }, spot }
    const values = { minutes: read.minutes, span: range.value.minutes }
    note(log, board, spot, { reading: 'ask', code: 'activity.minutes-differ', header: column.header, values })
    return 'bad'
  }
  const startSpot = line.sourceOf(startColumn)
  if (startSpot === null) return { value: read, spot }
  const cell = board.cellAt(startSpot.row, startSpot.column)
  const reading = recalled(memory.clocks, cell, '', () => readClock(cell))
  const startsAt = taken(reading, trouble =>
    noteCell(log, board, startSpot, { header: startColumn?.header ?? '', ...trouble }),
  )
  if (startsAt === null) return reading.reading === 'blank' ? { value: read, spot } : 'bad'
  return { value: { ...read, startsAt }, spot }
}

/** One value over two columns of minutes belongs to neither. */
function isMergedAcross(line: Line, column: Column, spot: Spot): boolean {
  const { board, block } = line.table
  return block.columns.some(other => {
    if (other.column === column.column || !other.holdsMinutes) return false
    const origin = board.originOf(line.row, other.column)
    return origin.row === spot.row && origin.column === spot.column
  })
}

/** A bare number under 时间（小时） counts hours, under 体育课（节） lessons. */
function inUnit(cell: Cell | undefined, column: Column, line: Line): Cell | undefined {
  const unit = unitOf(column, line)
  if (unit === 'minutes' || cell === undefined) return cell
  const isBareNumber = cell.type === 'number' && cell.format === 'General'
  const bare = isBareNumber
    ? String(cell.value)
    : cell.type === 'text'
      ? cell.text.normalize('NFKC').trim()
      : ''
  if (!/^\d+(\.\d+)?$/.test(bare) || Number(bare) === 0) return cell
  if (unit === 'hours') return Number(bare) <= 4 ? { type: 'text', text: `${bare}小时` } : cell
  return Number.isInteger(Number(bare)) && Number(bare) <= 4 ? { type: 'text', text: `${bare}节` } : cell
}

function unitOf(column: Column, line: Line): Unit {
  return column.role === 'lessons' ? 'lessons' : (column.unit ?? line.sheet.unit ?? 'minutes')
}

function minuteOfDay(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))
}
