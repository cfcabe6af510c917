import { z } from 'zod'
import { type Day, isDay } from '#app/calendar-day.ts'

/** What the address of the list of schools may ask. */
export const SchoolSearch = z.object({
  q: z.string().max(100).optional(),
  unit: z.string().max(8).optional(),
  stage: z.enum(['primary', 'junior', 'senior']).optional(),
  type: z.string().max(3).optional(),
  asOf: z.string().refine(isDay).optional(),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
})

/** The same as the filter of a query. */
export function filterOf({ q, unit, stage, type, asOf }: z.infer<typeof SchoolSearch>, today: Day) {
  return {
    asOf: asOf ?? today,
    ...(q !== undefined && { search: q }),
    ...(unit !== undefined && { unitCode: unit }),
    ...(stage !== undefined && { stage }),
    ...(type !== undefined && { type }),
  }
}
