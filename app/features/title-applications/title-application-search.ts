import { z } from 'zod'
import { titleApplicationStates } from './title-way.rule.ts'

/** What the address of the applications for titles may ask. */
export const TitleApplicationSearch = z.object({
  batch: z.string().length(26).optional(),
  state: z.enum(titleApplicationStates).optional(),
})
