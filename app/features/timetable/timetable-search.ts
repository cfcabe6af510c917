import { z } from 'zod'
import { isDay } from '#app/calendar-day.ts'
import { activityKinds } from '#app/spreadsheet/cells/kind.ts'

/** What the address of a timetable asks for: `?day=2025-09-22&grade=3&kind=PE_LESSON`. */
export const TimetableSearch = z.object({
  day: z.string().refine(isDay).optional(),
  grade: z.coerce.number().int().min(1).max(12).optional(),
  kind: z.enum(activityKinds).optional(),
})
