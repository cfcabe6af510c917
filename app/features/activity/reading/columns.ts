import type { ActivityKind } from '#app/spreadsheet/cells/kind.ts'
import { type Axis, axisOf } from './axis-words.ts'
import type { Board, Spot } from './board.ts'
import { axisInRow } from './day-number-row.ts'
import type { Band } from './header-band.ts'
import { headerWord, type Role, type Unit } from './header-words.ts'

/** One column of a table, as its header describes it. */
export interface Column {
  column: number
  /** Header levels joined with '/', as the workbook spells them; '' without any. */
  header: string
  /** Where the lowest header cell stands. */
  spot: Spot
  role: Role | null
  /** Minutes stand in it. */
  holdsMinutes: boolean
  unit: Unit | null
  kind: ActivityKind | null
  manyKinds: boolean
  halfDay: 'AM' | 'PM' | null
  labels: Partial<Record<'class' | 'grade' | 'date' | 'weekday' | 'week', Spot>>
  /** Columns of the same day, class or kind belong together: the header above their last level. */
  group: string
}

interface Level {
  text: string
  spot: Spot
  axis: Axis | null
  kind: ActivityKind | null
  manyKinds: boolean
  role: Role | null
  unit: Unit | null
}

const leftOut: Role[] = ['pupil', 'ignored', 'total']
const besideMinutes: Role[] = [
  'enrolled',
  'participants',
  'teacher',
  'note',
  'sport',
  'content',
  'start',
  'end',
]
const minuteRoles: Role[] = ['minutes', 'span', 'arrangement', 'lessons', 'time']

/** The columns under a header, those without any header too. */
export function columnsOf(board: Board, band: Band): Column[] {
  const paths = pathsOf(board, band)
  return paths.map((path, column) => columnOf(board, band, path, column))
}

function columnOf(board: Board, band: Band, path: Level[], column: number): Column {
  const leaf = path.at(-1)
  const labels = labelsOf(path)
  const isPlaced = Object.keys(labels).length > 0
  const kinds = path.filter(level => level.kind !== null)
  const kind = kinds.at(-1)?.kind ?? null
  const manyKinds = path.some(level => level.manyKinds)
  const role = roleOf(path, isPlaced)
  const isMinutes =
    role === null ? isPlaced || kind !== null || manyKinds : minuteRoles.includes(role) && role !== 'time'
  return {
    column,
    header: path.map(level => level.text).join('/'),
    spot: leaf?.spot ?? { row: band.bottom, column },
    role: role ?? (isMinutes ? 'minutes' : null),
    holdsMinutes: isMinutes || (role === 'time' && (kind !== null || isPlaced)),
    unit: path.reduce<Unit | null>((known, level) => level.unit ?? known, null),
    kind,
    manyKinds,
    halfDay: halfDayOf(path, board),
    labels,
    group: groupOf(path),
  }
}

function roleOf(path: Level[], isPlaced: boolean): Role | null {
  const roles = path.flatMap(level => (level.role === null ? [] : [level.role]))
  for (const role of [...leftOut, ...besideMinutes]) if (roles.includes(role)) return role
  const lowest = roles.at(-1) ?? null
  if (isPlaced && lowest !== null && !minuteRoles.includes(lowest) && lowest !== 'kind') return null
  const named = path.some(level => level.kind !== null || level.manyKinds)
  if (named && lowest !== null && !minuteRoles.includes(lowest)) return null
  return lowest
}

function labelsOf(path: Level[]): Column['labels'] {
  const labels: Column['labels'] = {}
  for (const { axis, spot, text } of path) {
    if (axis !== null && axis !== 'half-day') labels[axis] = spot
    else if (labels.grade && /^[1-9]\d?$/.test(text)) labels.class = spot
  }
  return labels
}

function halfDayOf(path: Level[], board: Board): Column['halfDay'] {
  const half = path.findLast(level => level.axis === 'half-day')
  if (!half) return null
  return board.textAt(half.spot.row, half.spot.column) === '上午' ? 'AM' : 'PM'
}

/** The header's places that this column shares with those that belong to it: its day, its class, its kind. */
function groupOf(path: Level[]): string {
  return path
    .filter((level, index) => level.axis !== null || (level.kind !== null && index < path.length - 1))
    .map(level => `${level.spot.row}:${level.spot.column}`)
    .join(' ')
}

/** The header cells above each column, the highest first; cells that reach over several levels stand once. */
function pathsOf(board: Board, band: Band): Level[][] {
  const spots: (Spot | null)[][] = []
  for (let row = band.top; row <= band.bottom; row += 1) spots.push(spotsOfLevel(board, row))
  for (let level = spots.length - 2; level >= 0; level -= 1) carryGroups(spots[level]!, spots[level + 1]!)
  return Array.from({ length: board.width }, (_, column) =>
    pathOf(
      board,
      spots.map(level => level[column] ?? null),
    ),
  )
}

function spotsOfLevel(board: Board, row: number): (Spot | null)[] {
  return Array.from({ length: board.width }, (_, column) =>
    board.textAt(row, column) === '' ? null : board.originOf(row, column),
  )
}

/** A CSV file has no merged cells: a blank above a sub-header takes the group at its left. */
function carryGroups(upper: (Spot | null)[], lower: (Spot | null)[]): void {
  for (let column = 1; column < upper.length; column += 1) {
    if (upper[column] === null && lower[column] && lower[column - 1])
      upper[column] = upper[column - 1] ?? null
  }
}

function pathOf(board: Board, spots: (Spot | null)[]): Level[] {
  const path: Level[] = []
  for (const spot of spots) {
    const last = path.at(-1)
    if (spot === null || (last && last.spot.row === spot.row && last.spot.column === spot.column)) continue
    path.push(levelOf(board, spot, last))
  }
  return path
}

function levelOf(board: Board, spot: Spot, above: Level | undefined): Level {
  const text = board.textAt(spot.row, spot.column)
  const inRow = above?.axis === 'grade' ? null : axisInRow(board, spot.row, spot.column)
  const axis = inRow ?? axisOf(text, board.cellAt(spot.row, spot.column))
  if (axis !== null) return { text, spot, axis, kind: null, manyKinds: false, role: null, unit: null }
  const halved = above?.axis === 'half-day' ? headerWord(`${above.text}${text}`) : null
  const word = halved?.kind ? halved : headerWord(text)
  return { text, spot, axis, kind: word.kind, manyKinds: word.manyKinds, role: word.role, unit: word.unit }
}
