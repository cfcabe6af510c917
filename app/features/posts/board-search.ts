import { z } from 'zod'
import { engagements } from '../coaching/grades.rule.ts'
import type { BoardFilter } from './board.queries.server.ts'
import { type Spot, unitCentres } from './places.rule.ts'

/** The query of the public board's address; what is missing limits nothing. */
export const BoardSearch = z.object({
  state: z.enum(['open', 'soon', 'closed']).default('open'),
  sport: z.string().max(30).optional(),
  unit: z.string().max(8).optional(),
  engagement: z.enum(engagements).optional(),
  stage: z.enum(['primary', 'junior', 'senior']).optional(),
  near: z.string().max(8).optional(),
  longitude: z.coerce.number().min(-180).max(180).optional(),
  latitude: z.coerce.number().min(-90).max(90).optional(),
  within: z.coerce.number().int().min(1).max(500).optional(),
  sort: z.enum(['closing', 'distance']).default('closing'),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
})

export type BoardSought = z.infer<typeof BoardSearch>

/** What is asked of the board; a distance without a place from which it counts is left out. */
export function boardFilterOf(sought: BoardSought): BoardFilter {
  const { state, sport, unit, engagement, stage, within } = sought
  const near = placeOf(sought)
  return {
    state,
    ...(sport !== undefined && { sport }),
    ...(unit !== undefined && { unit }),
    ...(engagement !== undefined && { engagement }),
    ...(stage !== undefined && { stage }),
    ...(near !== undefined && { near }),
    ...(near !== undefined && within !== undefined && { within }),
    sort: near === undefined ? 'closing' : sought.sort,
  }
}

/** The centre of the chosen unit, else the browser's own position to about a kilometre. */
function placeOf({ near, longitude, latitude }: BoardSought): Spot | undefined {
  if (near !== undefined) return unitCentres[near]
  if (longitude === undefined || latitude === undefined) return undefined
  return { longitude: toHundredths(longitude), latitude: toHundredths(latitude) }
}

function toHundredths(degrees: number): number {
  return Math.round(degrees * 100) / 100
}
