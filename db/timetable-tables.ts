import type { Day } from './table-types.ts'

/** Tables of the timetable. */
export interface TimetableTables {
  timetable_entry: TimetableEntryTable
}

/** An activity that a class has planned for one weekday of every week from one day to another. */
interface TimetableEntryTable {
  id: string
  school_id: string
  class_id: string
  /** 1 is Monday. */
  weekday: number
  kind: string
  /** 'HH:MM', '' when the time is not known. */
  starts_at: string
  minutes: number
  sport_code: string | null
  valid_from: Day
  valid_to: Day
}
