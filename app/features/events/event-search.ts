import { z } from 'zod'

/** What the address of the events may ask. */
export const EventSearch = z.object({
  year: z.coerce.number().int().min(2000).max(9998).optional(),
  done: z.literal('removed').optional(),
})

/** What the address of a month of events may ask. */
export const EventMonthSearch = z.object({
  month: z
    .string()
    .regex(/^20\d\d-(0[1-9]|1[0-2])$/)
    .optional(),
  sport: z.string().max(30).optional(),
  unit: z.string().max(8).optional(),
  school: z.string().max(26).optional(),
})
