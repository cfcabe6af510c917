import { type Cell, cellAddress, rawOf } from '#app/spreadsheet/grid.ts'
import { isBlankCell } from '#app/spreadsheet/plain-text.ts'
import type { Problem } from '#app/spreadsheet/problem.ts'
import { isBlankRow, meansSameAsAbove } from '#app/spreadsheet/special-rows.ts'
import type { ActivityContext, ActivityEntry, IgnoredRow, RejectedRow } from '../activity-entry.ts'
import type { ActivityProblemCode } from '../activity-problem.ts'
import { compact } from '../reading/board.ts'
import { problemLog } from '../reading/problem-log.ts'
import { sheetContextOf } from '../reading/sheet-context.ts'
import { settleDuplicates, tellLongDays } from '../reading/whole-reading.ts'
import { isRefusedWhole } from '../reading/workbook-guard.ts'
import { earlierTerms } from './earlier-terms.ts'
import { type LineMemory, lineMemory, type ReadingGroups } from './line-memory.ts'
import type { LogColumns } from './log-header.ts'
import { type LogSheet, type Row, readOneLine } from './one-line.ts'

/** A school whose lines may stand in a log, with all that their reader is told. */
export interface LogSchool {
  id: string
  code: string
  context: ActivityContext
  groups: ReadingGroups
}

/** What a log says of one school; counted as the general reader counts. */
export interface SchoolLog {
  /** Null for lines that name no school of those told. */
  school: LogSchool | null
  entries: ActivityEntry[]
  problems: Problem[]
  ignored: IgnoredRow[]
  rejected: RejectedRow[]
}

/** Hears of schools while a log is read. */
export interface LogListener {
  /** All that stands of a school up to where the next begins, and in the most files all that there is. */
  school: (log: SchoolLog) => void
  /** More of the school stands further down: what was heard of it counts no longer. */
  reopened: (school: LogSchool) => void
}

export interface LogReader {
  /** One line, its place numbered from 0. */
  add: (index: number, row: Row) => void
  finish: () => SchoolLog[]
}

/**
 * Reads a plain log of one school or of many, line by line, each line as the general reader reads it below its header;
 * of 200,000 lines all but a few thousand are composed of cells known already. `only` is the school for which the file
 * is, where it is for one: then a line needs no code.
 */
export function logReader(given: {
  sheet: LogSheet
  columns: LogColumns
  schoolOf: (code: string) => LogSchool | undefined
  only: LogSchool | null
  listener?: LogListener
}): LogReader {
  const { sheet, columns, schoolOf, only, listener } = given
  const memory = lineMemory(columns)
  const pages = new Map<string, SchoolPage>()
  const strangers = strangerPage(sheet, columns)
  const codeColumn = columns['school-code']
  const known = new Map<string, LogSchool | undefined>()
  let above: { page: SchoolPage; row: Row } | null = null
  let open: SchoolPage | null = null
  const told = new Map<SchoolPage, SchoolLog>()
  const reopened = new Set<SchoolPage>()

  /** A school that was reopened once is told of at the end only: in a log by days each comes back every day. */
  function turnTo(page: SchoolPage): void {
    if (page === open || listener === undefined) return
    if (open !== null && !reopened.has(open)) tell(open)
    open = page
    if (!told.has(page)) return
    told.delete(page)
    reopened.add(page)
    listener.reopened(page.school)
  }

  function tell(page: SchoolPage): SchoolLog {
    const log = page.finish()
    told.set(page, log)
    listener?.school(log)
    return log
  }

  /** The school whose code stands in a line; the one for which the file is, where the line bears none. */
  function schoolNamed(code: Cell | undefined): LogSchool | undefined {
    if (code === undefined) return only ?? undefined
    const text = rawOf(code)
    if (!known.has(text)) known.set(text, isBlankCell(code) ? (only ?? undefined) : schoolOf(compact(text)))
    return known.get(text)
  }

  function addAnew(index: number, row: Row, code: Cell | undefined, named: LogSchool | undefined): void {
    const isSame = meansSameAsAbove(code)
    const school = isSame ? above?.page.school : (only ?? named)
    if (school === undefined) {
      strangers.add(index, row, code)
      return
    }
    const page = pageOf(school)
    turnTo(page)
    const whole = withAbove(row, above?.page === page ? above.row : undefined)
    page.add(index, whole, !isSame && named !== school)
    above = { page, row: whole }
  }

  function pageOf(school: LogSchool): SchoolPage {
    const known = pages.get(school.id)
    if (known !== undefined) return known
    const page = schoolPage(sheet, columns, memory, school)
    pages.set(school.id, page)
    return page
  }

  return {
    add(index, row) {
      if (row.length === 0 || isBlankRow(row)) return
      const code = codeColumn === undefined ? undefined : row[codeColumn]
      const named = schoolNamed(code)
      const page = named === undefined || (only !== null && named !== only) ? undefined : pages.get(named.id)
      if (page?.recall(index, row) !== true) return addAnew(index, row, code, named)
      turnTo(page)
      above = { page, row }
    },
    finish() {
      const read = [...pages.values()].map(page => told.get(page) ?? tell(page))
      const unknown = strangers.finish()
      return unknown === null ? read : [...read, unknown]
    },
  }
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
  const header = compact(rawOf(sheet.header[columns.minutes ?? 0]))
  const letters = cellAddress(0, columns.minutes ?? 0).slice(0, -1)

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
      const said = memory.recall(words, row)
      if (said === null) return false
      const entry: ActivityEntry = {
        sheet: sheet.name,
        row: index + 1,
        cell: letters + (index + 1),
        header,
        classId: said.classId,
        classKey: said.classKey,
        day: said.day,
        kind: said.kind,
        minutes: said.minutes,
        startsAt: said.startsAt,
        sport: said.sport,
        participants: said.participants,
        teacher: said.teacher,
        note: said.note,
        reportedScope: said.reportedScope,
      }
      entries.push(entry)
      earlier.seeEntry(entry, row)
      return true
    },
    add(index, row, isStrange) {
      if (isStrange || !this.recall(index, row)) readAnew(index, row, isStrange)
    },
    finish() {
      const found = problemLog(log.list)
      const slips = earlier.slips()
      for (const problem of slips.problems) found.add(problem)
      const stands = entries.filter(entry => !slips.entries.has(entry))
      const slipped = [...slips.entries].map(({ row, cell }) => ({ sheet: sheet.name, row, cell }))
      const apart = { ignored: [...ignored], rejected: [...rejected, ...slipped] }
      const settled = settleDuplicates({ entries: stands, ...apart }, found)
      const isRefused = isRefusedWhole(found.list)
      const refused = isRefused
        ? settled.entries.map(({ row, cell }) => ({ sheet: sheet.name, row, cell }))
        : []
      const taken = isRefused ? [] : settled.entries
      tellLongDays(taken, found)
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

/** Lines of schools that are not among those told are refused one by one; each code is told once. */
function strangerPage(sheet: LogSheet, columns: LogColumns) {
  const problems: Problem[] = []
  const rejected: RejectedRow[] = []
  const told = new Set<string>()
  const column = columns['school-code'] ?? columns.minutes ?? 0
  return {
    add(index: number, row: Row, cell: Cell | undefined): void {
      const raw = rawOf(cell)
      rejected.push({ sheet: sheet.name, row: index + 1, cell: cellAddress(index, columns.minutes ?? 0) })
      if (told.has(raw)) return
      told.add(raw)
      const code: ActivityProblemCode =
        raw === '' ? 'activity.line-of-no-school' : 'activity.line-of-other-school'
      problems.push({
        sheet: sheet.name,
        cell: cellAddress(index, column),
        header: rawOf(sheet.header[column]),
        raw: raw === '' ? rawOf(row[column]) : raw,
        reading: 'reject',
        code,
      })
    },
    finish(): SchoolLog | null {
      if (rejected.length === 0) return null
      return { school: null, entries: [], problems, ignored: [], rejected }
    },
  }
}
