import type { Day, Flag, Instant } from './table-types.ts'

/** Tables of what becomes of a title after it was named. */
export interface ReevaluationTables {
  title_report: TitleReportTable
  title_reevaluation: ReevaluationTable
  title_transfer: TitleTransferTable
}

export type TitleReportState = 'draft' | 'submitted' | 'returned' | 'confirmed'

/** 年度自查: what a school did for its title in a school year. */
interface TitleReportTable {
  id: string
  designation_id: string
  /** Its start: 2025 for 2025-2026. */
  school_year: number
  state: TitleReportState
  training: string
  competitions: string
  participation: string
  problems: string
  plan: string
  /** What the logs said on the day on which it was handed in, of the last `figure_window` school days. */
  logged_days: number | null
  team_days: number | null
  figure_window: number | null
  figures_on: Day | null
  submitted_at: Instant | null
  submitted_by: string
  /** When it was last confirmed or returned, by whom, with which opinion or for which reason. */
  decided_at: Instant | null
  decided_by: string
  opinion: string
  /** Changes with every write: whoever acts on an older one is told so. */
  updated_at: Instant
}

/** How a re-evaluation ended. */
export type Conclusion = 'RENEWED' | 'SUSPENDED' | 'REVOKED' | 'EXPIRED'

/** 到期复核: a re-evaluation of a title, decided once. */
interface ReevaluationTable {
  id: string
  designation_id: string
  /** 1 for the first of its title: no two are begun at once. */
  position: number
  state: Conclusion | 'OPEN'
  /** Points × 100, 0 to 100 points; null where none was given. */
  score: number | null
  findings: string
  spot_checked: Flag
  opened_at: Instant
  opened_by: string
  decided_at: Instant | null
  decided_by: string
  reason: string
  document: string
  /** The title that a renewal named. */
  successor_id: string | null
  updated_at: Instant
}

/** A title handed on to the school that goes on with it. */
interface TitleTransferTable {
  designation_id: string
  /** The title at the receiving school. */
  successor_id: string
  from_day: Day
  decided_at: Instant
  decided_by: string
}
