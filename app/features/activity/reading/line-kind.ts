import { type ActivityKind, readKind } from '#app/spreadsheet/cells/kind.ts'
import { kindNames } from '#app/spreadsheet/cells/kind-names.ts'
import { compact } from './board.ts'
import type { Column } from './columns.ts'
import { besideOf, type Known, type Line } from './line.ts'
import { recalled } from './memory.ts'
import { type CellTrouble, note, noteCell, taken } from './problem-log.ts'

/** The kind of activity whose minutes stand where a line and a column meet. */
export function kindAt(line: Line, column: Column, startsAt: string | null): Known<ActivityKind> {
  const half = column.halfDay ?? halfOf(startsAt)
  if (column.kind !== null) {
    const ownWords = column.header.split('/').filter(text => text !== '上午' && text !== '下午')
    return { value: inHalf(column.kind, ownWords.join('/'), half), spot: column.spot }
  }
  const kindColumn = besideOf(line, column, 'kind')
  if (kindColumn !== undefined) return kindIn(line, kindColumn, half)
  return statedKind(line)
}

function halfOf(startsAt: string | null): 'AM' | 'PM' | null {
  if (startsAt === null) return null
  return startsAt < '12:00' ? 'AM' : 'PM'
}

/** 大课间 alone is either of the two: what stands above it, or the time at which it begins, tells which. */
function inHalf(kind: ActivityKind, words: string, half: 'AM' | 'PM' | null): ActivityKind {
  if (half === null || (kind !== 'BIG_BREAK_AM' && kind !== 'BIG_BREAK_PM')) return kind
  return /[上下]午/.test(compact(words)) ? kind : `BIG_BREAK_${half}`
}

function kindIn(line: Line, kindColumn: Column, half: 'AM' | 'PM' | null): Known<ActivityKind> {
  const { board, context, log, memory } = line.table
  const spot = line.sourceOf(kindColumn)
  if (spot === null) return 'missing'
  const cell = board.cellAt(spot.row, spot.column)
  const reading = recalled(memory.kinds, cell, '', () => readKind(cell, context.kindWords))
  const tell = (trouble: CellTrouble) => noteCell(log, board, spot, { header: kindColumn.header, ...trouble })
  const kind = taken(reading, tell, likely => kindNames[likely][0] ?? likely)
  if (kind === null) return reading.reading === 'blank' ? 'missing' : 'bad'
  return { value: inHalf(kind, board.textAt(spot.row, spot.column), half), spot }
}

function statedKind(line: Line): Known<ActivityKind> {
  const { board, log } = line.table
  const stated = line.sheet.kind
  if (!stated) return 'missing'
  note(log, board, stated.spot, {
    reading: 'warn',
    code: 'activity.kind-from-title',
    values: { kind: stated.value },
  })
  return { value: stated.value, spot: stated.spot }
}
