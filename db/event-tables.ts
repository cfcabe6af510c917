import type { Day, Instant } from './table-types.ts'

/** Tables of events at schools. */
export interface EventTables {
  campus_event: CampusEventTable
}

/** 传统体育进校园: an event of a sport at a school, planned or held. */
interface CampusEventTable {
  id: string
  school_id: string
  day: Day
  sport_code: string
  title: string
  /** The title as it is compared. */
  title_key: string
  /** How many classes and people took part; null where nobody has said, as of an event to come. */
  classes: number | null
  participants: number | null
  note: string
  created_at: Instant
}
