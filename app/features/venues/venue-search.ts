import { z } from 'zod'

/** What the address of the published venues may ask. */
export const VenueSearch = z.object({
  year: z.coerce.number().int().min(2000).max(9999).optional(),
  unit: z.string().max(8).optional(),
})
