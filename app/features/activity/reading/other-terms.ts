import { type Day, schoolYearOf } from '#app/calendar-day.ts'
import { readDates } from '#app/spreadsheet/cells/date.ts'
import type { Cell } from '#app/spreadsheet/grid.ts'
import type { ActivityContext, TermDays } from '../activity-entry.ts'
import { compact, type Spot } from './board.ts'
import { knownClasses } from './class-register.ts'
import type { Column } from './columns.ts'
import type { Line, Table } from './line.ts'
import { emptyMemory } from './memory.ts'
import { monthIn, yearOfMonth } from './period.ts'
import { note } from './problem-log.ts'
import type { TitleLine } from './title-lines.ts'

/** The same as if the workbook were read in that term: classes have the grades of its school year. */
export function contextIn(context: ActivityContext, term: TermDays): ActivityContext {
  return { ...context, term, schoolYear: schoolYearOf(term.firstDay) }
}

/** The earlier term that a title, the sheet's name or the file's says the sheet is about. */
export function statedTerm(
  lines: TitleLine[],
  names: string[],
  context: ActivityContext,
): { term: TermDays; spot: Spot | null } | null {
  const named = names.map(name => ({ text: compact(name), spot: null }))
  for (const { text, spot } of [...lines, ...named]) {
    const term = termIn(text, context)
    if (term) return { term, spot }
  }
  return null
}

function termIn(text: string, context: ActivityContext): TermDays | undefined {
  const years = /(20\d\d)[-—–~～至/](?:20)?\d\d学年/.exec(text)
  const half = /(第?[一1]学期|上学期|秋季?学期)|(第?[二2]学期|下学期|春季?学期)/.exec(text)
  const terms = pastTerms(context)
  if (half) {
    return terms.find(
      term =>
        isFirstTerm(term) === (half[1] !== undefined) &&
        (!years || schoolYearOf(term.firstDay) === Number(years[1])),
    )
  }
  const month = monthIn(text)
  if (!month) return undefined
  const inOpenYear = monthName(yearOfMonth(month.month, context.schoolYear), month.month)
  const spoken = monthName(month.year, month.month)
  // 2025年6月 in October 2025: June of the open year has yet to come, so the title is no old one left standing.
  if (inOpenYear <= context.today.slice(0, 7)) return undefined
  return terms.find(
    ({ firstDay, lastDay }) => firstDay.slice(0, 7) <= spoken && spoken <= lastDay.slice(0, 7),
  )
}

/** Terms that have begun, the latest first, without the one that is open. */
function pastTerms({ terms = [], term, today }: ActivityContext): TermDays[] {
  return terms
    .filter(({ firstDay }) => firstDay <= today && firstDay !== term?.firstDay)
    .sort((one, other) => (one.firstDay < other.firstDay ? 1 : -1))
}

function isFirstTerm({ firstDay }: TermDays): boolean {
  return firstDay.slice(5, 7) >= '07'
}

function monthName(year: number, month: number): string {
  return `${year}-${String(month).padStart(2, '0')}`
}

/** Whether at least half of a table's dates are written out as days of earlier terms, so that no slip made them so. */
export function isOfEarlierTerms(table: Table, end: number): boolean {
  const { board, block } = table
  if (pastTerms(table.context).length === 0) return false
  const spots = block.columns.flatMap(column => column.labels.date ?? [])
  const { date } = block.heads
  if (date)
    for (let row = block.band.bottom + 1; row < end; row += 1) spots.push({ row, column: date.column })
  let filled = 0
  let earlier = 0
  for (const spot of spots) {
    const cell = board.cellAt(spot.row, spot.column)
    if (cell === undefined) continue
    filled += 1
    if (termOfCell(table, cell) !== null) earlier += 1
  }
  return earlier > 0 && earlier * 2 >= filled
}

/** The line as its own term has it, where its date is written out as a day of an earlier one. */
export function inItsTerm(line: Line, column: Column): Line {
  const { table } = line
  const spot = column.labels.date ?? line.sourceOf(table.block.heads.date)
  if (!table.isOfEarlierTerms || spot === null) return line
  const term = termOfCell(table, table.board.cellAt(spot.row, spot.column))
  return term === null ? line : { ...line, table: tableIn(table, term, spot) }
}

function tableIn(table: Table, term: TermDays, spot: Spot): Table {
  const fresh = tellEarlierOnce(table, term, spot)
  return { ...table, ...fresh, classes: knownClasses(fresh.context) }
}

/** Says once a sheet that days of an earlier term stand in it. */
export function tellEarlierOnce(table: Table, term: TermDays, spot: Spot | null) {
  const { earlier } = table.memory
  const known = earlier.get(term.firstDay)
  if (known) return known
  const fresh = { context: contextIn(table.context, term), memory: emptyMemory() }
  earlier.set(term.firstDay, fresh)
  tellEarlier(table, term, spot)
  return fresh
}

export function tellEarlier(
  { log, board }: Pick<Table, 'log' | 'board'>,
  term: TermDays,
  spot: Spot | null,
): void {
  const values = { from: term.firstDay, to: term.lastDay }
  note(log, board, spot, { reading: 'warn', code: 'activity.earlier-term', values })
}

/** The earlier term of a day with its year; null for days of the open school year and for days of no term. */
function termOfCell(table: Table, cell: Cell | undefined): TermDays | null {
  const { context, board, memory } = table
  const key = JSON.stringify(cell)
  const known = memory.terms.get(key)
  if (known !== undefined) return known
  const read = (term: TermDays | null) =>
    readDates(cell, { today: context.today, term, date1904: board.date1904 })
  const reading = read(context.term)
  const isOther =
    (reading.reading === 'ask' || reading.reading === 'reject') && reading.code === 'date.other-year'
  const found = isOther ? pastTerms(context).find(term => holds(term, read(term))) : undefined
  memory.terms.set(key, found ?? null)
  return found ?? null
}

function holds(term: TermDays, reading: ReturnType<typeof readDates>): boolean {
  const isIn = (day: Day) => day >= term.firstDay && day <= term.lastDay
  return (reading.reading === 'accept' || reading.reading === 'warn') && reading.value.every(isIn)
}
