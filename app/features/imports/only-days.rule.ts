import type { Day } from '#app/calendar-day.ts'

/** First and last day on which a row may be, both included. */
export interface OnlyDays {
  from: Day
  to: Day
}

/** What is wrong with a row of this day where only some days are wanted; null when it is one of them. */
export function outsideDays(
  day: Day,
  only: OnlyDays | undefined,
): { code: string; values: Record<string, string> } | null {
  if (only === undefined || (only.from <= day && day <= only.to)) return null
  return { code: 'import.outside-days', values: { day, ...only } }
}
