import { z } from 'zod'
import { isDay } from '#app/calendar-day.ts'

/** What the address of the audit may ask. */
export const AuditSearch = z.object({
  actor: z.string().max(100).optional(),
  action: z.string().max(40).optional(),
  subject: z.string().max(100).optional(),
  from: z.string().refine(isDay).optional(),
  to: z.string().refine(isDay).optional(),
  page: z.coerce.number().int().min(1).max(1_000_000).default(1),
})
