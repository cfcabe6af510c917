import type { Stage } from '#db/tables.ts'
import { assign, type Option, type Vacancy, type Worker } from './assignment.rule.ts'

/** A placement on paper behind which nobody stands. */
export interface OpenPlace {
  id: string
  schoolId: string
  sport: string
  stage: Stage
}

/** Somebody who could stand behind places of one sport, and how well each would suit. */
export interface Helper {
  id: string
  /** Hours a week that are still to be given. */
  hours: number
  places: readonly { placeId: string; points: number }[]
}

/** Hours a week that a placement takes: the sport must be in the log on at least four of twenty school days. */
export const hoursAPlace = 4

/** Points at which a pairing costs nothing. */
const mostPoints = 100

/**
 * Who could stand behind which place, so that as many places of cells live as can, and among those the pairings that
 * suit best. `lacking` says how many living schools a cell (sport and stage) still needs; nobody takes more than the
 * hours allow. A proposal to a human, never an appointment.
 */
export function proposalOf(
  places: readonly OpenPlace[],
  helpers: readonly Helper[],
  lacking: ReadonlyMap<string, number>,
): { helperId: string; placeId: string }[] {
  const vacancies: Vacancy[] = places.map(place => ({ id: place.id, cell: cellOf(place) }))
  const workers: Worker[] = helpers.map(({ id, hours }) => ({ id, room: Math.floor(hours / hoursAPlace) }))
  const options: Option[] = helpers.flatMap(({ id, places: offered }) =>
    offered.map(({ placeId, points }) => ({
      worker: id,
      vacancy: placeId,
      cost: Math.max(0, mostPoints - points),
    })),
  )
  return assign(workers, vacancies, options, lacking).map(({ worker, vacancy }) => ({
    helperId: worker,
    placeId: vacancy,
  }))
}

export function cellOf({ sport, stage }: Pick<OpenPlace, 'sport' | 'stage'>): string {
  return `${sport} ${stage}`
}
