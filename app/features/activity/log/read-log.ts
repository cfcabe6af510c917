import type { OnlyDays } from '#app/features/imports/only-days.rule.ts'
import { cellAddress, rawOf } from '#app/spreadsheet/grid.ts'
import { isBlankCell } from '#app/spreadsheet/plain-text.ts'
import type { Problem } from '#app/spreadsheet/problem.ts'
import { isBlankRow, meansSameAsAbove } from '#app/spreadsheet/special-rows.ts'
import type { ActivityEntry, IgnoredRow, RejectedRow } from '../activity-entry.ts'
import { outsideOf } from '../keep-days.ts'
import { compact } from '../reading/board.ts'
import { problemLog } from '../reading/problem-log.ts'
import { sheetContextOf } from '../reading/sheet-context.ts'
import { isUnremarkable, settleDuplicates, tellLongDays } from '../reading/whole-reading.ts'
import { isRefusedWhole } from '../reading/workbook-guard.ts'
import { earlierTerms } from './earlier-terms.ts'
import { type LineMemory, lineMemory } from './line-memory.ts'
import type { LogColumns } from './log-header.ts'
import { type LogSheet, type Row, readOneLine } from './one-line.ts'
import type { LogSchool, Said, SchoolLog, SchoolNaming } from './school-log.ts'
import { strangerPage } from './stranger-page.ts'

/** Hears of schools while a log is read; what it has heard of the reader holds no longer. */
export interface LogListener {
  school: (log: SchoolLog) => void
  /** Hears of a school where the next begins: in most files that is all of it. Else it hears of all at the end. */
  isEarly: boolean
}

/** More stands of a school that was told early: the log is to be read again, and told of at its end. */
export class SchoolComesAgain extends Error {}

export interface LogReader {
  /** One line, its place numbered from 0. */
  add: (index: number, row: Row) => void
  /** The same of a line that a person left out: lines below it may still say 同上. */
  skip: (index: number, row: Row) => void
  finish: () => SchoolLog[]
}

/**
 * Reads a plain log of one school or of many, line by line, each line as the general reader reads it below its header;
 * of 200,000 lines all but a few thousand are composed of cells known already. `only` is the school for which the file
 * is, where it is for one: then a line needs no code; else a line without a code may name its school. Lines of other
 * days than `onlyDays` are refused. Taking a line throws `SchoolComesAgain` where schools are told early and one of them comes again.
 */
export function logReader(given: {
  sheet: LogSheet
  columns: LogColumns
  schoolOf: (code: string) => LogSchool | undefined
  schoolCalled: SchoolNaming
  only: LogSchool | null
  onlyDays?: OnlyDays
  listener?: LogListener
}): LogReader {
  const { sheet, columns, schoolOf, schoolCalled, only, onlyDays, listener } = given
  const memory = lineMemory(columns, {
    sheet: sheet.name,
    header: compact(rawOf(sheet.header[columns.minutes ?? 0])),
    letters: cellAddress(0, columns.minutes ?? 0).slice(0, -1),
  })
  const pages = new Map<string, SchoolPage>()
  const strangers = strangerPage(sheet, columns)
  const { 'school-code': codeColumn, school: nameColumn } = columns
  const known = new Map<string, LogSchool>()
  const called = new Map<string, ReturnType<SchoolNaming>>()
  const isTold = new Set<string>()
  let above: { page: SchoolPage; row: Row } | null = null
  let open: SchoolPage | null = null
  const told = new Map<string, SchoolLog>()

  function turnTo(page: SchoolPage): void {
    if (page === open || listener?.isEarly !== true) return
    if (open !== null) tell(open)
    open = page
  }

  function tell(page: SchoolPage): SchoolLog {
    const log = withinDays(page.finish(), onlyDays)
    if (listener === undefined) return log
    listener.school(log)
    const rest = { ...log, entries: [] }
    told.set(page.school.id, rest)
    pages.delete(page.school.id)
    return rest
  }

  /** The school whose code stands in a line; where it bears none the one for which the file is, or the one that it names. */
  function schoolNamed(row: Row): LogSchool | undefined {
    const code = codeColumn === undefined ? undefined : row[codeColumn]
    const text = code === undefined ? '' : rawOf(code)
    const before = known.get(text)
    if (before !== undefined) return before
    if (isBlankCell(code)) return only ?? schoolCalledIn(row)
    const found = schoolOf(compact(text))
    if (found !== undefined) known.set(text, found)
    return found
  }

  function schoolCalledIn(row: Row): LogSchool | undefined {
    const { cell, isName } = saidIn(row)
    const found = isName && !isBlankCell(cell) ? naming(rawOf(cell)) : undefined
    return found !== undefined && 'school' in found ? found.school : undefined
  }

  /** Where a line says whose it is: by a code, or else, in a file of many schools, by a name. */
  function saidIn(row: Row): Said {
    const code = codeColumn === undefined ? undefined : row[codeColumn]
    const isByName = only === null && nameColumn !== undefined && isBlankCell(code)
    if (isByName) return { cell: row[nameColumn], column: nameColumn, isName: true }
    return { cell: code, column: codeColumn, isName: false }
  }

  function naming(name: string): ReturnType<SchoolNaming> {
    const before = called.get(name)
    if (before !== undefined) return before
    const found = schoolCalled(name)
    called.set(name, found)
    return found
  }

  /** A word about a name that is not quite the school's own, where it first stands. */
  function tellNaming(page: SchoolPage, index: number, { cell, column, isName }: Said): void {
    const raw = rawOf(cell)
    const found = isName ? naming(raw) : undefined
    if (found === undefined || !('school' in found) || found.word === null || isTold.has(raw)) return
    isTold.add(raw)
    const at = column ?? 0
    page.tell({
      sheet: sheet.name,
      cell: cellAddress(index, at),
      header: rawOf(sheet.header[at]),
      raw,
      reading: 'warn',
      code: found.word,
    })
  }

  function addAnew(line: NewLine): void {
    const { index, row, named, isSkipped } = line
    const said = saidIn(row)
    const isSame = meansSameAsAbove(said.cell)
    const school = isSame ? above?.page.school : (only ?? named)
    if (school === undefined) {
      if (isSkipped) strangers.skip(index)
      else strangers.add(index, row, said, said.isName ? naming(rawOf(said.cell)) : undefined)
      return
    }
    const page = pageOf(school)
    turnTo(page)
    const whole = withAbove(row, above?.page === page ? above.row : undefined)
    if (isSkipped) page.skip(index, whole)
    else page.add(index, whole, !isSame && named !== school)
    if (!isSame && !isSkipped) tellNaming(page, index, said)
    above = { page, row: whole }
  }

  function pageOf(school: LogSchool): SchoolPage {
    const known = pages.get(school.id)
    if (known !== undefined) return known
    if (told.has(school.id)) throw new SchoolComesAgain(school.code)
    const page = schoolPage(sheet, columns, memory, school)
    pages.set(school.id, page)
    return page
  }

  return {
    add(index, row) {
      if (row.length === 0 || isBlankRow(row)) return
      const named = schoolNamed(row)
      const page = named === undefined || (only !== null && named !== only) ? undefined : pages.get(named.id)
      if (page?.recall(index, row) !== true) return addAnew({ index, row, named, isSkipped: false })
      turnTo(page)
      above = { page, row }
    },
    skip(index, row) {
      if (row.length === 0 || isBlankRow(row)) return
      addAnew({ index, row, named: schoolNamed(row), isSkipped: true })
    },
    finish() {
      const read = [...told.values(), ...[...pages.values()].map(tell)]
      const unknown = strangers.finish()
      return unknown === null ? read : [...read, unknown]
    },
  }
}

function withinDays(log: SchoolLog, only: OnlyDays | undefined): SchoolLog {
  const { within, problems, rejected } = outsideOf(log.entries, only)
  if (rejected.length === 0) return log
  return {
    ...log,
    entries: within,
    problems: [...log.problems, ...problems],
    rejected: [...log.rejected, ...rejected],
  }
}

/** A line of which not every cell was read before. */
interface NewLine {
  index: number
  row: Row
  /** The school of the code, or of the name. */
  named: LogSchool | undefined
  isSkipped: boolean
}

/** 同上 stands for the cell above it in the lines of the same school. */
function withAbove(row: Row, above: Row | undefined): Row {
  if (above === undefined || !row.some(meansSameAsAbove)) return row
  return row.map((cell, column) => (meansSameAsAbove(cell) ? (above[column] ?? cell) : cell))
}

interface SchoolPage {
  school: LogSchool
  /** Takes a line of which every cell was read before; false for any other, which `add` reads. */
  recall: (index: number, row: Row) => boolean
  /** `isStrange`: it bears a code that is not the school's. */
  add: (index: number, row: Row, isStrange: boolean) => void
  skip: (index: number, row: Row) => void
  tell: (problem: Problem) => void
  /** May be asked more than once. */
  finish: () => SchoolLog
}

function schoolPage(sheet: LogSheet, columns: LogColumns, memory: LineMemory, school: LogSchool): SchoolPage {
  const stated = sheetContextOf([], sheet.name, school.context)
  const words = memory.school(school.context, school.groups, stated.classText !== undefined)
  const log = problemLog()
  const earlier = earlierTerms(sheet, columns, school.context)
  const entries: ActivityEntry[] = []
  const ignored: IgnoredRow[] = []
  const rejected: RejectedRow[] = []

  function readAnew(index: number, row: Row, isStrange: boolean): void {
    const read = readOneLine(sheet, index + 1, row, school.context)
    const [entry] = read.rows
    const isClean = !isStrange && read.problems.every(({ code }) => code === 'activity.earlier-term')
    if (isClean && entry !== undefined && read.counts.read === 1) memory.learn(words, row, entry)
    for (const problem of read.problems) log.add(problem)
    ignored.push(...read.ignored)
    rejected.push(...read.rejectedRows)
    entries.push(...read.rows)
    if (isBlankCell(row[columns.date ?? 0])) return
    const isOfEarlierTerm = read.problems.some(({ code }) => code === 'activity.earlier-term')
    earlier.see({ row: index + 1, cells: row, entries: read.rows, isOfEarlierTerm })
  }

  return {
    school,
    recall(index, row) {
      const entry = memory.recall(words, index, row)
      if (entry === null) return false
      entries.push(entry)
      earlier.seeEntry(entry, row)
      return true
    },
    add(index, row, isStrange) {
      if (isStrange || !this.recall(index, row)) readAnew(index, row, isStrange)
    },
    tell: problem => log.add(problem),
    skip(index, row) {
      const read = readOneLine(sheet, index + 1, row, school.context, { isSkipped: true })
      // What refuses the file as a whole is not settled by leaving its row out.
      for (const problem of read.problems) if (isRefusedWhole([problem])) log.add(problem)
      ignored.push(...read.ignored)
    },
    finish() {
      const found = problemLog(log.list)
      const slips = earlier.slips()
      for (const problem of slips.problems) found.add(problem)
      const stands =
        slips.entries.size === 0 ? [...entries] : entries.filter(entry => !slips.entries.has(entry))
      const slipped = [...slips.entries].map(({ row, cell }) => ({ sheet: sheet.name, row, cell }))
      const apart = { ignored: [...ignored], rejected: [...rejected, ...slipped] }
      const isPlain = isUnremarkable(stands)
      const settled = isPlain
        ? { entries: stands, ...apart }
        : settleDuplicates({ entries: stands, ...apart }, found)
      const isRefused = isRefusedWhole(found.list)
      const refused = isRefused
        ? settled.entries.map(({ row, cell }) => ({ sheet: sheet.name, row, cell }))
        : []
      const taken = isRefused ? [] : settled.entries
      if (!isPlain) tellLongDays(taken, found)
      return {
        school,
        entries: taken,
        problems: found.list,
        ignored: settled.ignored,
        rejected: [...settled.rejected, ...refused],
      }
    },
  }
}
