import { addDays } from '#app/calendar-day.ts'

/** Days in which a returned application may still be mended where the window has closed by then. */
const mendDays = 3

/** Until when a returned application may be handed in again: as long as the post is open, three days at the least. */
export function mendUntil({ closesAt }: { closesAt: string }, returnedAt: string): string {
  const later = addDays(returnedAt.slice(0, 10), mendDays) + returnedAt.slice(10)
  return later > closesAt ? later : closesAt
}
