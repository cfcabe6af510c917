import { cellAddress, rawOf } from '#app/spreadsheet/grid.ts'
import type { Problem } from '#app/spreadsheet/problem.ts'
import type { ActivityContext, ActivityEntry } from '../activity-entry.ts'
import type { ActivityProblemCode } from '../activity-problem.ts'
import type { LogColumns } from './log-header.ts'
import { type LogSheet, type Row, readOneLine } from './one-line.ts'

/** A line that has a date, with what was taken of it. */
interface SeenLine {
  /** As the sheet numbers it, from 1. */
  row: number
  cells: Row
  entries: ActivityEntry[]
  isOfEarlierTerm: boolean
}

export interface EarlierTerms {
  see: (line: SeenLine) => void
  /** The same of a line of which nothing but its entry is known. */
  seeEntry: (entry: ActivityEntry, cells: Row) => void
  /** The entries that lie in earlier terms by a slip, and what is said of their dates. */
  slips: () => { entries: ReadonlySet<ActivityEntry>; problems: Problem[] }
}

/**
 * Days of earlier terms are believed where at least half of the lines have such days, as the general reader does with
 * a table; a few of them among days of the open term are slips, and each is asked about.
 */
export function earlierTerms(sheet: LogSheet, columns: LogColumns, context: ActivityContext): EarlierTerms {
  const column = columns.date ?? 0
  const found: { row: number; entries: ActivityEntry[]; spelling: string }[] = []
  /** A line for each spelling of such a date: what is said of one is said of all. */
  const lines = new Map<string, Row>()
  let all = 0

  function saidOf(row: number, cells: Row): Pick<Problem, 'raw' | 'reading' | 'code' | 'values'> {
    const { terms: _earlier, ...openTermOnly } = context
    const { problems } = readOneLine(sheet, row, cells, openTermOnly)
    const own = problems.find(({ cell, reading }) => cell === placeOf(row) && reading !== 'warn')
    const { firstDay = '', lastDay = '' } = context.term ?? {}
    const outside = { from: firstDay, to: lastDay, day: rawOf(cells[column]) }
    const code: ActivityProblemCode = 'activity.date-outside-term'
    return own ?? { raw: rawOf(cells[column]), reading: 'reject', code, values: outside }
  }

  const placeOf = (row: number) => cellAddress(row - 1, column)

  const opens = context.term?.firstDay ?? ''

  return {
    seeEntry(entry, cells) {
      if (entry.day >= opens) all += 1
      else this.see({ row: entry.row, cells, entries: [entry], isOfEarlierTerm: true })
    },
    see({ row, cells, entries, isOfEarlierTerm }) {
      all += 1
      if (!isOfEarlierTerm) return
      const spelling = JSON.stringify(cells[column]) ?? ''
      found.push({ row, entries, spelling })
      if (!lines.has(spelling)) lines.set(spelling, cells)
    },
    slips() {
      if (found.length * 2 >= all) return { entries: new Set(), problems: [] }
      const header = rawOf(sheet.header[column])
      const said = new Map<string, ReturnType<typeof saidOf>>()
      const problems = found.map(({ row, spelling }): Problem => {
        const known = said.get(spelling) ?? saidOf(row, lines.get(spelling) ?? [])
        said.set(spelling, known)
        return { header, ...known, sheet: sheet.name, cell: placeOf(row) }
      })
      return { entries: new Set(found.flatMap(({ entries }) => entries)), problems }
    },
  }
}
