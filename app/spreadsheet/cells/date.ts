import type { Day } from '#app/calendar-day.ts'
import type { Cell } from '../grid.ts'
import type { Reading } from '../reading.ts'
import { reject } from './codes.ts'

/** What the calendar says of a day. */
export type DayKind =
  | 'school_day'
  | 'weekend'
  | 'holiday'
  | 'makeup'
  | 'vacation'
  | 'season_break'
  | 'exam'
  | 'suspended'

export interface DateContext {
  today: Day
  term: { firstDay: Day; lastDay: Day } | null
  /** From the sheet's name or title, for cells that hold only a day of the month. */
  month?: { year: number; month: number }
  /** For cells that hold only a weekday. */
  week?: { monday: Day }
  date1904?: boolean
  dayKindOf?: (day: Day) => DayKind
}

/** One day, a list of days or a range of days. */
export function readDates(_cell: Cell | undefined, _context: DateContext): Reading<Day[]> {
  return reject('cell.not-understood')
}
