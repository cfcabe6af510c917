import type { Scope } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import type { Message } from '#app/i18n/text.ts'
import type { GridCorrections } from '#app/spreadsheet/correct-grids.ts'
import type { Grid } from '#app/spreadsheet/grid.ts'
import type { Problem } from '#app/spreadsheet/problem.ts'
import type { TemplateMark } from '#app/spreadsheet/template-mark.ts'
import type { Refused } from '#app/spreadsheet/workbook.ts'
import type { Db, Tx } from '#db/tables.ts'
import type { OnlyDays } from './only-days.rule.ts'

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
  /** Rows of any other day are refused: all that an upload link is for. */
  onlyDays?: OnlyDays
  /** What people answered to the problems of the file, to be laid over it where it is read in pieces. */
  corrections?: GridCorrections
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

/** What `commit` is handed of a staged row. */
export type CommitRow = Pick<StagedRow, 'sheet' | 'row' | 'verdict' | 'data'>

/** A row staged in pieces: what people see of it is found out when they look. `was`: what stood, as `data` has it. */
export type BareRow = CommitRow & { was?: Json }

/** Some rows of a long file. */
export interface StagedPiece {
  /** A text in UTF-8, from which the sheet makes the rows again. */
  content: Uint8Array
  /** What the sheet wants to know of the piece without opening it. */
  digest: Json
  counts: { new: number; changed: number; unchanged: number }
}

/** A piece as it is kept, to be committed. */
export interface KeptPiece {
  /** Under which it is kept, also after the commit. */
  number: number
  digest: Json
  /** How many rows. */
  count: number
  content: Uint8Array
}

/** Takes what is staged in pieces. Either rejects once the work was given up, and then nothing more is handed over. */
export interface StageSink {
  /** Keeps pieces, and answers the numbers under which they are kept. */
  keep: (pieces: readonly StagedPiece[]) => Promise<number[]>
  /** Forgets pieces that turned out to be not the whole of what they speak of. */
  drop: (numbers: readonly number[]) => Promise<void>
  /** Rows done, of so many; `of` is null while nobody knows. */
  tell: (progress: { done: number; of: number | null }) => Promise<void>
}

/** The one table of a file staged in pieces, its rows numbered from 1. */
export interface StagedTable {
  sheet: string
  firstRow: number
  lastRow: number
}

/** What a file staged in pieces says beside its rows; `stood` is what it says in the cells that were corrected. */
export type StagedSummary = Omit<StagedImport, 'rows'> & {
  mark?: TemplateMark
  table: StagedTable & { stood: readonly { cell: string; raw: string }[] }
}

/** A file that may not be kept, nor anything of it, since it holds personal data: where it does. */
export interface Unkeepable {
  unkeepable: Problem[]
}

/** What a feature offers so that its sheet can be imported; `imports` drives preview, commit and history. */
export interface SheetImport {
  /** Reads and compares; changes nothing. `read = new + changed + unchanged + rejected + ignored` must hold. */
  stage(db: Db, grids: Grid[], context: ImportContext): Promise<StagedImport>
  /** Writes the staged rows, comparing again with what stands now; answers what changed, for history and undo. */
  commit(tx: Tx, rows: StagedRow[], context: ImportContext): Promise<Json[]>
  /** Puts back what stood before `changes`, all or nothing. */
  undo(tx: Tx, changes: readonly Json[], context: UndoContext): Promise<UndoAnswer>
  /** By what the row of a change is known to later imports, where that is not the `id` of the change. */
  changedRow?(change: Json): string | undefined
  /** For files too long to be held: a sheet without it holds them all the same. */
  inPieces?: {
    /** The same as `stage` for a file that it can read in pieces. It takes the bytes over: they are gone afterwards. */
    stage(
      db: Db,
      file: () => Promise<Uint8Array>,
      context: ImportContext,
      sink: StageSink,
    ): Promise<StagedSummary | Refused | Unkeepable | 'not-in-pieces'>
    /** The rows of a piece, from its content. */
    rowsOf(content: Uint8Array): BareRow[]
    /** Called for twenty thousand rows or so at a time; what it answers is undone in one call. */
    commit(tx: Tx, pieces: readonly KeptPiece[], context: ImportContext): Promise<Json[]>
    /** What people see of the rows. */
    show(db: Db, rows: readonly BareRow[]): Promise<StagedRow[]>
  }
}

export interface UndoContext extends Pick<ImportContext, 'importId' | 'scope' | 'today'> {
  /** What a piece holds that was committed, for changes that name it. */
  contentOf?: (piece: number) => Promise<Uint8Array>
}

export type UndoAnswer =
  | { ok: true }
  /**
   * Undoing would lose what came later; `by` is the later import, where it is known. `inUse`: rows of other sheets build on
   * it, so that it may be an import of any of them. `inTheWay` is the id of a row that stands where an earlier one would
   * be again.
   */
  | { ok: false; refusal: 'changed-since'; by: string | null; inUse?: true; inTheWay?: string }
  /** The rows are no longer in the scope of whoever asks, or were never theirs to change. */
  | { ok: false; refusal: 'not-yours' }
  /** The import kept too little to put back what stood, as those of earlier versions did. */
  | { ok: false; refusal: 'not-undoable' }
