import type { Scope } from '#app/auth/scope.ts'
import { type Day, inCity } from '#app/calendar-day.ts'
import type { Problem } from '#app/spreadsheet/problem.ts'
import type { KeptCorrection } from './corrections.queries.server.ts'
import type { Correction } from './corrections.rule.ts'
import type { ImportRun } from './imports.queries.server.ts'
import type { ImportContext } from './sheet-import.ts'

/** The file as it was uploaded, as far as answers are given to it. */
export interface AnsweredFile {
  /** Whether it has the sheet, once. */
  has: (sheet: string) => boolean
  /** The rows, numbered from 1, over which the cell reaches: more than one where it is merged. */
  rowsOf: (sheet: string, cell: string) => number[]
  /** What stands in the cell; '' where nobody knows yet. */
  textAt: (sheet: string, cell: string) => string
  /** Which rows hold records, good or bad or left out; titles, headers and totals are none. */
  dataRows: () => Promise<IsDataRow>
}

export type IsDataRow = (sheet: string, row: number) => boolean

/** What an answer is given to: the file as it was uploaded, and what is wrong with it by now. */
export interface Preview {
  run: ImportRun
  file: AnsweredFile
  problems: Problem[]
  given: KeptCorrection[]
}

export type NewCorrection = Correction & Pick<KeptCorrection, 'raw' | 'header'>

export type RestageRefusal = 'long-file' | 'not-found' | 'no-longer-open' | 'not-kept' | 'unreadable' | 'busy'

export interface RestageRequest {
  id: string
  scope: Scope
  actor: { id: string | null; name: string }
  today: Day
  now: string
  /** The file came again at this instant: its days are read as of then. */
  uploadedAt?: string
}

/** Answers with what a person means to correct of the preview. */
export type Answering<R> = (preview: Preview) => Promise<NewCorrection[] | { refusal: R }>

/** Times that an answer is tried while others answer too. */
export const mostTries = 5

/** The file is read as of the day on which it came, so that no date or class of it means another day since. */
export function contextOf(
  run: ImportRun,
  { scope, actor, today, now, uploadedAt }: RestageRequest,
): ImportContext {
  return {
    importId: run.id,
    fileName: run.fileName,
    schoolId: run.forSchoolId ?? run.schoolId,
    dateContext: inCity(uploadedAt ?? run.createdAt).slice(0, 10),
    ...{ scope, actor, today, now },
  }
}
