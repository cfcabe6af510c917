import { z } from 'zod'
import { isDay } from '#app/calendar-day.ts'

/** A day in the years in which a policy can hold: 0206-09-01 is a slip of the pen. */
const day = z.string().refine(text => isDay(text) && text >= '2000-01-01' && text < '2100-01-01')

/** A version of the floor or the target as the page posts it. */
export const PolicyForm = z.object({
  stage: z.enum(['', 'primary', 'junior', 'senior']).default(''),
  purpose: z.enum(['floor', 'target']),
  minutes: z.coerce.number().int().min(1).max(480),
  validFrom: day,
  validTo: day.optional().transform(text => text ?? null),
  source: z.string().trim().min(1).max(200),
})
