import { z } from 'zod'

/** What the address of what is due may ask. */
export const RenewalSearch = z.object({
  which: z.enum(['all', 'schools', 'renewals', 'reports', 'waiting']).default('all'),
  unit: z.string().max(8).optional(),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
})
