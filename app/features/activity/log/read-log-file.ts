import type { OnlyDays } from '#app/features/imports/only-days.rule.ts'
import { type NamedSchool, schoolResolver } from '#app/spreadsheet/cells/school-name.ts'
import { type GridCorrections, type RowCorrector, rowCorrector } from '#app/spreadsheet/correct-grids.ts'
import type { Grid, Merge } from '#app/spreadsheet/grid.ts'
import type { Problem } from '#app/spreadsheet/problem.ts'
import { readInParts } from '#app/spreadsheet/reading/read-in-parts.server.ts'
import type { Reading } from '#app/spreadsheet/reading.ts'
import type { TemplateMark } from '#app/spreadsheet/template-mark.ts'
import type { Refused, SheetHead, SheetPart, WorkbookLimits } from '#app/spreadsheet/workbook.ts'
import type { IgnoredRow } from '../activity-entry.ts'
import { leftOutFor } from '../activity-reading.ts'
import { type ActivityTelling, calendarGroupOf, contextOf } from '../activity-telling.ts'
import { personalCells, personalDataIn } from '../reading/personal-cells.ts'
import { wordGroupOf } from '../told-words.ts'
import { logColumnsOf } from './log-header.ts'
import { type LogListener, type LogReader, logReader } from './read-log.ts'
import type { LogSchool, SchoolLog, SchoolNaming } from './school-log.ts'

export interface LogFile {
  answer: 'read'
  mark?: TemplateMark
  logs: SchoolLog[]
  /** Sheets beside the log that were left out. */
  ignored: IgnoredRow[]
  table: ReadTable
}

/** Where the lines of a log stand, rows numbered from 1, and what stood in those of its cells that were corrected. */
export interface ReadTable {
  sheet: string
  firstRow: number
  lastRow: number
  stood: RowCorrector['stood']
}

export type LogFileRead =
  | LogFile
  | { answer: 'refused'; refused: Refused }
  | { answer: 'personal'; problems: Problem[] }
  | { answer: 'not-a-log' }

/** Rows of the sheets beside the log, such as 填写说明; more would be a table of its own. */
const mostBeside = 500

/** What else a log is read by. */
export interface LogReadOptions {
  /** The school for which the file is, by its id; null for any of those told. */
  only: string | null
  /** What people answered to its problems, laid over its lines. */
  corrections: GridCorrections
  onlyDays?: OnlyDays
  /** The schools told, as lines without a code may name them; none for a file of one school. */
  names: readonly NamedSchool[]
}

/**
 * Reads a file that is a plain log: one sheet with one line of headers at its top and no merged cells below. Any other
 * is `not-a-log`, for the general reader; one in which an ID or phone number stands anywhere is `personal`.
 */
export async function readLogFile(
  bytes: Buffer,
  limits: WorkbookLimits,
  telling: ActivityTelling,
  { only, corrections, onlyDays, names }: LogReadOptions,
  listener: LogListener & { rows: (count: number) => void },
): Promise<LogFileRead> {
  const read = await readInParts(bytes, limits, 'rows-first')
  if (!read.ok) return { answer: 'refused', refused: read }
  const schools = schoolsOf(telling)
  let resolve: ReturnType<typeof schoolResolver> | undefined
  const beside = new Map<number, Grid>()
  const merges = new Map<number, Merge[]>()
  let log: OpenLog | undefined
  const personal: Problem[] = []
  for await (const part of read.parts) {
    if (part.part === 'refused') return { answer: 'refused', refused: part.refused }
    if (part.part === 'sheet') merges.set(part.sheet, part.merges)
    if (log !== undefined && isMergedBelow(log.sheet)) return { answer: 'not-a-log' }
    if (part.part !== 'rows') continue
    const head = read.sheets[part.sheet]
    if (head === undefined) return { answer: 'not-a-log' }
    personal.push(...personalCells(head.name, part.rows, part.from))
    // From here on it is only looked where else such numbers stand.
    if (personal.length > 0) continue
    if (isBeside(head)) {
      const grid = beside.get(part.sheet) ?? { ...head, rows: [], merges: [] }
      if (part.from + part.rows.length > mostBeside) return { answer: 'not-a-log' }
      grid.rows.push(...part.rows)
      beside.set(part.sheet, grid)
      continue
    }
    log ??= openLog(part, head, only === null ? null : (schools.byId.get(only) ?? null))
    if (log === undefined || log.sheet !== part.sheet) return { answer: 'not-a-log' }
    for (let at = part.from === 0 ? 1 : 0; at < part.rows.length; at += 1)
      addLine(log, part.from + at, part.rows[at]!)
    log.rows = part.from + part.rows.length
    listener.rows(log.rows)
  }
  const unkeepable = personalDataIn(personal)
  if (unkeepable !== null) return { answer: 'personal', problems: unkeepable }
  if (log === undefined) return { answer: 'not-a-log' }
  const logs = log.reader.finish()
  return {
    answer: 'read',
    ...(read.mark && { mark: read.mark }),
    logs,
    ignored: [...beside.values()].flatMap(ignoredSheet),
    table: { sheet: log.name, firstRow: 2, lastRow: log.rows, stood: log.corrector.stood },
  }

  /** Areas in the headers alone are a matter of looks. */
  function isMergedBelow(sheet: number): boolean {
    return merges.get(sheet)?.some(({ bottom }) => bottom > 0) === true
  }

  function openLog(
    { sheet, from, rows }: Extract<SheetPart, { part: 'rows' }>,
    head: SheetHead,
    own: LogSchool | null,
  ): OpenLog | undefined {
    const [header = []] = rows
    const columns = from === 0 ? logColumnsOf(header) : null
    if (columns === null) return undefined
    const { name, date1904 } = head
    const reader = logReader({
      sheet: { name, date1904, header, headerRow: 1 },
      columns,
      schoolOf: code => schools.byCode.get(code),
      schoolCalled(name) {
        resolve ??= schoolResolver(names)
        return readingOf(resolve(name), schools.byId)
      },
      only: own,
      ...(onlyDays !== undefined && { onlyDays }),
      listener,
    })
    return { sheet, name, reader, corrector: rowCorrector(corrections, name), rows: 0 }
  }
}

interface OpenLog {
  sheet: number
  name: string
  reader: LogReader
  corrector: RowCorrector
  /** So many were read. */
  rows: number
}

function addLine({ reader, corrector }: OpenLog, index: number, given: Grid['rows'][number]): void {
  const row = corrector.corrected(index, given)
  if (corrector.isSkipped(index)) reader.skip(index, row)
  else reader.add(index, row)
}

function isBeside({ name, hidden }: SheetHead): boolean {
  const seen = { type: 'text', text: '-' } as const
  return leftOutFor({ name, hidden, date1904: false, rows: [[seen]], merges: [] }) !== null
}

function schoolsOf(telling: ActivityTelling) {
  const byId = new Map<string, LogSchool>()
  const byCode = new Map<string, LogSchool>()
  for (const told of telling.schools) {
    const school: LogSchool = {
      id: told.id,
      code: told.code,
      context: contextOf(telling, told),
      groups: { calendar: calendarGroupOf(telling, told), words: wordGroupOf(telling, told) },
    }
    byId.set(told.id, school)
    for (const code of told.codes) byCode.set(code, school)
  }
  return { byId, byCode }
}

/** A school that is named, for the reader of lines; candidates of an `ask` by the names on their seals. */
function readingOf(reading: Reading<string>, byId: ReadonlyMap<string, LogSchool>): ReturnType<SchoolNaming> {
  const school = (id: string) => byId.get(id)
  if (reading.reading === 'accept' || reading.reading === 'warn') {
    const found = school(reading.value)
    const word = reading.reading === 'warn' ? reading.code : null
    return found === undefined ? { candidates: [] } : { school: found, word }
  }
  const ids = reading.reading === 'ask' ? (reading.candidates ?? []) : []
  return { candidates: ids.flatMap(id => school(id)?.context.school.names[0] ?? []) }
}

/** What stands beside a log is not read. */
function ignoredSheet(grid: Grid): IgnoredRow[] {
  const why = leftOutFor(grid)
  return why === null || why === 'empty' ? [] : [{ sheet: grid.name, row: 1, why }]
}
