import { z } from 'zod'
import type { ApplicationState } from '#db/tables.ts'
import { stateWords } from './application-states.text.ts'

/** What the address of a post's candidates may ask. */
export const CandidateSearch = z.object({
  done: z.literal('1').optional(),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  state: z.enum(Object.keys(stateWords) as [ApplicationState, ...ApplicationState[]]).optional(),
})
