import { type Day, weekdayOf } from '#app/calendar-day.ts'
import type { DayKind } from '#app/spreadsheet/cells/judge-days.ts'

const terms = [
  ['2024-09-01', '2025-01-24'],
  ['2025-02-17', '2025-06-30'],
  ['2025-09-01', '2026-01-30'],
  ['2026-03-02', '2026-06-30'],
  ['2026-09-01', '2027-01-29'],
] as const

const off =
  '2025-01-01 2025-04-04 2025-05-01 2025-05-02 2025-05-05 2025-06-02 2025-10-01 2025-10-02 2025-10-03 2025-10-06 2025-10-07 2025-10-08 2026-01-01 2026-01-02'.split(
    ' ',
  )
const makeup = '2025-04-27 2025-09-28 2025-10-11 2026-01-04 2026-05-09'.split(' ')

/** The public calendar of the school year 2025-2026, as far as the cases go. */
export function dayKindOf(day: Day): DayKind {
  if (!terms.some(([first, last]) => day >= first && day <= last)) return 'vacation'
  if (off.includes(day)) return 'holiday'
  if (makeup.includes(day)) return 'makeup'
  return weekdayOf(day) > 5 ? 'weekend' : 'school_day'
}
