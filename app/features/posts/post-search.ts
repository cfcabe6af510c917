import { z } from 'zod'
import { postStatuses } from './post-state.rule.ts'

/** What the address of recruitment may ask. */
export const PostSearch = z.object({
  status: z.enum(postStatuses).optional(),
  round: z.string().length(26).optional(),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
})
