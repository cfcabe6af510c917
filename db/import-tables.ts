import type { Generated } from 'kysely'
import type { Day, Instant } from './table-types.ts'

export interface ImportTables {
  import_run: ImportRunTable
  import_file: ImportFileTable
  import_part: ImportPartTable
  import_work: ImportWorkTable
  import_open: ImportOpenTable
  import_correction: ImportCorrectionTable
}

interface ImportRunTable {
  id: string
  sheet: string
  school_id: string | null
  unit_code: string | null
  account_id: string | null
  actor: string
  file_name: string
  file_hash: string
  status: 'reading' | 'preview' | 'committed' | 'refused' | 'discarded' | 'undone'
  /** JSON of { read, new, changed, unchanged, rejected, ignored }. */
  counts: string
  first_day: Day | null
  last_day: Day | null
  created_at: Instant
  committed_at: Instant | null
  /** 1 for a file staged in pieces of whole class-days; null for one staged at once. */
  in_pieces?: number | null
  /** The school for which it was uploaded, where somebody said so. */
  for_school_id: string | null
}

/** An uploaded file in pieces of some megabytes. */
interface ImportFileTable {
  import_id: string
  /** From 0; absent, the first and only one. */
  number: Generated<number>
  bytes: Uint8Array
}

/** JSON of an import in bounded pieces: its staged rows, its problems, and after the commit what it changed. */
interface ImportPartTable {
  import_id: string
  part: 'rows' | 'digest' | 'problems' | 'changes' | 'ignored'
  number: number
  content: string
  /** Rows of each verdict in a part of rows of a file staged in pieces. */
  rows_new?: number | null
  rows_changed?: number | null
  rows_unchanged?: number | null
}

/** Reading or committing a long file: done by whoever takes it, and taken up again when that process was killed. */
interface ImportWorkTable {
  import_id: string
  task: 'read' | 'commit'
  /** JSON of what was asked, by whom and when. */
  request: string
  state: 'waiting' | 'running' | 'failed'
  done: number
  /** Null while nobody knows. */
  of_rows: number | null
  attempts: number
  lease_until: Instant | null
  started_at: Instant | null
  error: string
  created_at: Instant
}

/** The open preview of a file: whoever uploads the same again is led there. */
interface ImportOpenTable {
  /** SHA-256 in hex over account, sheet, school and content. */
  open_key: string
  import_id: string
}

/** What people answered on a preview, in order and never changed; the last answer to a place holds. */
interface ImportCorrectionTable {
  import_id: string
  position: number
  /** Name of the sheet in the workbook. */
  sheet: string
  /** A cell as 'C17', or a row as '17'. */
  place: string
  action: 'set' | 'skip' | 'restore'
  /** The text that the cell is read as, for 'set'; '' otherwise. */
  value: string
  /** What stood in the file. */
  raw: string
  header: string
  account_id: string | null
  actor: string
  at: Instant
}
