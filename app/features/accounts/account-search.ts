import { z } from 'zod'

/** What the address of the accounts may ask. */
export const AccountSearch = z.object({
  search: z.string().max(100).optional(),
  role: z.enum(['city', 'unit', 'school', 'applicant', 'expert', 'auditor', 'admin']).optional(),
  unit: z.string().max(8).optional(),
  state: z.enum(['active', 'disabled']).optional(),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
})
