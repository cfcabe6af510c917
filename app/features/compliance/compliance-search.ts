import { z } from 'zod'
import { isDay } from '#app/calendar-day.ts'
import { periodKinds } from './period.rule.ts'

/** Which period the address asks for: `?period=week&day=2025-09-22`. */
export const PeriodSearch = z.object({
  period: z.enum(periodKinds).default('week'),
  day: z.string().refine(isDay).optional(),
})
