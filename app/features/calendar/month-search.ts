import { z } from 'zod'

/** What the address of the calendar may ask. */
export const MonthSearch = z.object({
  month: z
    .string()
    .regex(/^20\d\d-(0[1-9]|1[0-2])$/)
    .optional(),
  unit: z.string().max(8).optional(),
  done: z.enum(['saved', 'removed']).optional(),
})
