import { z } from 'zod'
import { sheetOrders } from './scoring-sheet.rule.ts'

/** By what the address of a scoring sheet asks it to be sorted. */
export const ScoringSearch = z.object({
  sort: z
    .enum(sheetOrders)
    .or(z.string().regex(/^[A-Z]\d{1,2}$/))
    .default('total'),
  order: z.enum(['rising', 'falling']).default('falling'),
})
