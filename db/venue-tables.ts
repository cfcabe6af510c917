import type { Day, Instant } from './table-types.ts'

export type VenueKind = 'FIELD' | 'TRACK' | 'COURT' | 'TABLES' | 'GYM' | 'POOL' | 'OTHER'

/** Tables of school venues that are open to the public (notice item 4). */
export interface VenueTables {
  venue: VenueTable
  venue_list: VenueListTable
}

/** A venue and when it is open. Hours are ranges 'HH:MM-HH:MM' with 、 between; '' is closed. */
interface VenueTable {
  id: string
  school_id: string
  name: string
  /** The name as it is compared. */
  name_key: string
  kind: VenueKind
  weekday_hours: string
  weekend_hours: string
  /** Public holidays and the school's vacations. */
  holiday_hours: string
  /** What it costs; '' for nothing. */
  fee: string
  /** Whom to ask: an office with its telephone. */
  contact: string
  note: string
  valid_from: Day
  valid_to: Day
  created_at: Instant
  /** Why it is no longer open; null while nobody has closed it by hand. */
  closed_because: string | null
}

/** A unit's list as it was published; a later one of the same year takes its place, and it stays to be seen. */
interface VenueListTable {
  id: string
  unit_code: string
  year: number
  as_of: Day
  document: string
  published_at: Instant
  published_by: string
  /** JSON of the lines as they stood. */
  lines: string
}
