import { z } from 'zod'
import { isDay } from '#app/calendar-day.ts'

/** What the address of the titles may ask. */
export const TitleSearch = z.object({
  asOf: z.string().refine(isDay).optional(),
  unit: z.string().max(8).optional(),
  sport: z.string().max(30).optional(),
  level: z.enum(['NATIONAL', 'PROVINCIAL', 'CITY', 'COUNTY']).optional(),
  which: z.enum(['valid', 'leaving', 'all']).default('valid'),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
})
