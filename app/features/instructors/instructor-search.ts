import { z } from 'zod'
import { type Day, isDay } from '#app/calendar-day.ts'

/** What the address of the register may ask. */
export const InstructorSearch = z.object({
  q: z.string().max(100).optional(),
  unit: z.string().max(8).optional(),
  school: z.string().length(26).optional(),
  kind: z.enum(['COACH', 'PE_TEACHER', 'SPORTS_INSTRUCTOR']).optional(),
  sport: z.string().max(30).optional(),
  which: z.enum(['in-force', 'all']).default('in-force'),
  asOf: z.string().refine(isDay).optional(),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
})

/** The same as the filter of a query. */
export function filterOf(
  { q, unit, school, kind, sport, which, asOf }: z.infer<typeof InstructorSearch>,
  today: Day,
) {
  return {
    asOf: asOf ?? today,
    inForceOnly: which === 'in-force',
    ...(q !== undefined && { search: q }),
    ...(unit !== undefined && { unitCode: unit }),
    ...(school !== undefined && { schoolId: school }),
    ...(kind !== undefined && { kind }),
    ...(sport !== undefined && { sport }),
  }
}
