import type { Scope } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import type { Message } from '#app/i18n/text.ts'
import type { Grid } from '#app/spreadsheet/grid.ts'
import type { Problem } from '#app/spreadsheet/problem.ts'
import type { Db, Tx } from '#db/tables.ts'

/** Anything that survives JSON unchanged. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json }

/** Who imports, when, and for which school when the file does not say. */
export interface ImportContext {
  importId: string
  fileName: string
  today: Day
  /** UTC text. */
  now: string
  scope: Scope
  actor: { id: string | null; name: string }
  schoolId: string | null
  /** The day against which dates without a year are read (--date-context); today when absent. */
  dateContext?: Day
}

/** A row that may be committed, compared with what stands. */
export interface StagedRow {
  sheet: string
  /** 1-based row in the workbook. */
  row: number
  verdict: 'new' | 'changed' | 'unchanged'
  /** What `commit` needs. */
  data: Json
  /** What people and `import --rows` see, in the order of `columns`. */
  shown: Record<string, string | number | null>
  /** The shown values that stood before, for a changed row. */
  before?: Record<string, string | number | null>
}

export interface StagedImport {
  rows: StagedRow[]
  problems: Problem[]
  rejected: { sheet: string; row: number }[]
  ignored: { sheet: string; row: number; why: string }[]
  columns: { key: string; header: Message }[]
  firstDay: Day | null
  lastDay: Day | null
  /** The school the rows belong to, where the sheet is one school's. */
  schoolId: string | null
}

/** What a feature offers so that its sheet can be imported; `imports` drives preview, commit and history. */
export interface SheetImport {
  /** Reads and compares; changes nothing. `read = new + changed + unchanged + rejected + ignored` must hold. */
  stage(db: Db, grids: Grid[], context: ImportContext): Promise<StagedImport>
  /** Writes the staged rows, comparing again with what stands now; answers what changed, for history and undo. */
  commit(tx: Tx, rows: StagedRow[], context: ImportContext): Promise<Json[]>
  /** Puts back what stood before `changes`, all or nothing. */
  undo(tx: Tx, changes: readonly Json[], context: UndoContext): Promise<UndoAnswer>
}

export type UndoContext = Pick<ImportContext, 'scope' | 'today'>

export type UndoAnswer =
  | { ok: true }
  /**
   * Undoing would lose what came later; `by` is the later import, where it is known. `inUse`: rows of other sheets build on
   * it, so that it may be an import of any of them.
   */
  | { ok: false; refusal: 'changed-since'; by: string | null; inUse?: true }
  /** The rows are no longer in the scope of whoever asks, or were never theirs to change. */
  | { ok: false; refusal: 'not-yours' }
  /** The import kept too little to put back what stood, as those of earlier versions did. */
  | { ok: false; refusal: 'not-undoable' }
