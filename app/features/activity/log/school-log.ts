import type { Cell } from '#app/spreadsheet/grid.ts'
import type { Problem } from '#app/spreadsheet/problem.ts'
import type { ActivityContext, ActivityEntry, IgnoredRow, RejectedRow } from '../activity-entry.ts'
import type { ReadingGroups } from './line-memory.ts'

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

/** The school that a line names, with the code of a word where the name is not quite its own; else those that may be meant. */
export type SchoolNaming = (
  name: string,
) => { school: LogSchool; word: string | null } | { candidates: readonly string[] }

/** The cell in which a line says whose it is. */
export interface Said {
  cell: Cell | undefined
  column: number | undefined
  isName: boolean
}
