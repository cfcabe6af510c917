import { type Axis, axisOf } from './axis-words.ts'
import type { Board } from './board.ts'
import { type Column, columnsOf } from './columns.ts'
import type { Band } from './header-band.ts'
import { headerWord, kindsNamed, type Role } from './header-words.ts'

/** A table, or one of several that stand side by side under one header. */
export interface Block {
  band: Band
  left: number
  right: number
  columns: Column[]
  /** The columns that say of a line what it is about. */
  heads: Partial<Record<Role, Column>>
}

const headRoles: Role[] = [
  'seq',
  'school-code',
  'school',
  'campus',
  'grade',
  'class',
  'date',
  'year',
  'month',
  'weekday',
  'week',
  'kind',
]
const sharedRoles: Role[] = ['school-code', 'campus', 'grade', 'class', 'date', 'weekday', 'week', 'kind']
/** Words in a corner that name what stands to the right of it. */
const cornerRoles: (Role | null)[] = ['date', 'weekday', 'week']
const sampledRows = 60

/** The tables under a header; `end` is the row after their last. */
export function blocksOf(board: Board, band: Band, end: number): Block[] {
  const columns = settleByContent(board, columnsOf(board, band), band.bottom + 1, end)
  const blocks: Block[] = []
  for (const group of sideBySide(columns)) {
    const first = group[0]
    const last = group.at(-1)
    if (!first || !last) continue
    const heads = headsOf(group)
    for (const role of sharedRoles) heads[role] ??= blocks[0]?.heads[role]
    blocks.push({ band, left: first.column, right: last.column, columns: group, heads })
  }
  return blocks
}

/** A second 日期, 班级 or 序号 behind minutes begins another table. */
function sideBySide(columns: Column[]): Column[][] {
  const groups: Column[][] = [[]]
  let seen = new Set<Role>()
  let hasMinutes = false
  for (const column of columns) {
    const isHead = !column.holdsMinutes && column.role !== null && headRoles.includes(column.role)
    if (isHead && column.role !== null) {
      if (hasMinutes && seen.has(column.role)) {
        groups.push([])
        seen = new Set()
        hasMinutes = false
      }
      seen.add(column.role)
    }
    hasMinutes ||= column.holdsMinutes
    groups.at(-1)?.push(column)
  }
  return groups
}

function headsOf(columns: Column[]): Block['heads'] {
  const heads: Block['heads'] = {}
  for (const column of columns) {
    if (column.role !== null && !column.holdsMinutes && column.group === '') heads[column.role] ??= column
  }
  return heads
}

/** Headers such as 时间 and 项目 mean one thing or another; the cells below tell which. */
function settleByContent(board: Board, columns: Column[], top: number, end: number): Column[] {
  const has = (role: Role) => columns.some(column => column.role === role && !column.holdsMinutes)
  const placed = (axis: 'class' | 'grade' | 'date' | 'weekday') => columns.some(column => column.labels[axis])
  const settled = columns.map(column => {
    const share = (test: (text: string, axis: Axis | null) => boolean) =>
      shareOf(board, column, top, end, test)
    const isNamed = column.labels.class || column.labels.date || column.kind !== null
    if (column.role === 'time' && !column.holdsMinutes) return timeColumn(column, share, has('date'))
    if ((column.role === 'sport' || column.role === 'content') && !has('kind') && !isNamed) {
      return share(text => kindsNamed(text).length > 0) >= 0.5 ? { ...column, role: 'kind' as const } : column
    }
    if (cornerRoles.includes(column.role) && !column.holdsMinutes && (placed('date') || placed('weekday'))) {
      if (!has('class') && share((_, axis) => axis === 'class') >= 0.6)
        return { ...column, role: 'class' as const }
      if (!has('kind') && share(text => kindsNamed(text).length > 0) >= 0.6)
        return { ...column, role: 'kind' as const }
    }
    if (column.role !== null) return column
    if (!has('class') && !placed('class') && share((_, axis) => axis === 'class') >= 0.6) {
      return { ...column, role: 'class' as const }
    }
    if (!has('date') && !placed('date') && share((_, axis) => axis === 'date') >= 0.6) {
      return { ...column, role: 'date' as const }
    }
    if (!has('weekday') && !placed('weekday') && share((_, axis) => axis === 'weekday') >= 0.6) {
      return { ...column, role: 'weekday' as const }
    }
    return column
  })
  return settled.map(column => {
    const beside = besideMinutes(onClasses(column, settled), settled)
    const isGuess = beside.role === 'total' && column.role !== 'total'
    // Minutes of no named activity beside 体育课 are its line's sum, or else of an activity that nobody can tell.
    return isGuess && !addsUp(board, column, settled, top, end) ? { ...beside, role: null } : beside
  })
}

/** A column that says again what columns of minutes say already gives none itself. */
function besideMinutes(column: Column, columns: Column[]): Column {
  const others = columns.filter(
    other => other !== column && other.holdsMinutes && other.group === column.group,
  )
  if (column.role === 'span' || column.role === 'lessons') {
    const isSaid = others.some(
      other => other.role !== column.role && (column.role === 'span' || other.kind === column.kind),
    )
    return { ...column, holdsMinutes: column.holdsMinutes && !isSaid }
  }
  if (column.role === 'end') {
    const hasStart = columns.some(other => other.role === 'start' && other.group === column.group)
    return { ...column, holdsMinutes: hasStart && !columns.some(other => other.holdsMinutes) }
  }
  const isPlain =
    column.role === 'minutes' && column.kind === null && !column.manyKinds && column.group === ''
  const hasKinds = columns.some(other => other.role === 'kind' && !other.holdsMinutes)
  const isSum = isPlain && !hasKinds && others.some(other => other.kind !== null)
  return isSum ? { ...column, role: 'total', holdsMinutes: false } : column
}

/** Whether a column holds what the other columns of minutes come to, in most of the lines where all are plain numbers. */
function addsUp(board: Board, column: Column, columns: Column[], top: number, end: number): boolean {
  const others = columns.filter(other => other !== column && other.holdsMinutes && other.kind !== null)
  const numberAt = (row: number, at: number) => Number(board.textAt(row, at).replace(/分钟?$/, '') || 0)
  let plain = 0
  let equal = 0
  for (let row = top; row < Math.min(end, top + sampledRows); row += 1) {
    const written = numberAt(row, column.column)
    const sum = others.reduce((before, other) => before + numberAt(row, other.column), 0)
    if (written === 0 || !Number.isFinite(sum - written)) continue
    plain += 1
    if (sum === written) equal += 1
  }
  return equal * 2 >= plain
}

type Share = (test: (text: string, axis: Axis | null) => boolean) => number

function timeColumn(column: Column, share: Share, hasDate: boolean): Column {
  if (share(text => /^\d{1,2}[:时点]\d{0,2}分?$/.test(text)) >= 0.5) return { ...column, role: 'start' }
  if (share(text => /\d[:时点]\d{0,2}.*[-—~至到]\d{1,2}[:时点]/.test(text)) >= 0.5) {
    return { ...column, role: 'span', holdsMinutes: true }
  }
  if (!hasDate && share((_, axis) => axis === 'date' || axis === 'weekday') >= 0.5)
    return { ...column, role: 'date' }
  return { ...column, role: 'minutes', holdsMinutes: true }
}

/** Headers such as 3-1 are classes where the lines have dates of their own. */
function onClasses(column: Column, columns: Column[]): Column {
  const { date, ...others } = column.labels
  const hasDates = columns.some(other => other.role === 'date' && !other.holdsMinutes)
  const hasClasses = columns.some(
    other => other.labels.class || (other.role === 'class' && !other.holdsMinutes),
  )
  const isClass =
    date !== undefined && hasDates && !hasClasses && /(^|\/)[1-9][-.][1-9]\d?(\/|$)/.test(column.header)
  return isClass ? { ...column, labels: { ...others, class: date } } : column
}

/** What part of the filled cells under a column pass the test. */
function shareOf(
  board: Board,
  column: Column,
  top: number,
  end: number,
  test: (text: string, axis: Axis | null) => boolean,
): number {
  let filled = 0
  let passed = 0
  for (let row = top; row < Math.min(end, top + sampledRows); row += 1) {
    const text = board.ownTextAt(row, column.column)
    if (text === '' || headerWord(text).isHead) continue
    filled += 1
    if (test(text, axisOf(text, board.cellAt(row, column.column)))) passed += 1
  }
  return filled === 0 ? 0 : passed / filled
}
