import type { Stage } from '#db/tables.ts'
import { assign } from './assignment.rule.ts'
import type { Option, Vacancy, Worker } from './assignment-flow.rule.ts'

/** A placement on paper behind which nobody stands. */
export interface OpenPlace {
  id: string
  schoolId: string
  sport: string
  stage: Stage
}

/** Somebody who could stand behind places, under a contract or by a post, and how well each place would suit. */
export interface Helper {
  id: string
  person: string
  /** 'register' for a contract that runs, else the post by which the person would come. */
  by: string
  /** Hours a week that are still to be given. */
  hours: number
  /** Whether the post's free places have to hold the person; no for contracts, and for who holds one already. */
  takesPlace: boolean
  places: readonly { placeId: string; points: number }[]
}

export interface Proposal {
  works: { helperId: string; placeId: string }[]
  /** Cells that lacked something and would lack nothing. */
  completes: number
  /** False where the search was broken off: there may be a better one. */
  isBest: boolean
}

/** Hours a week that a placement takes: the sport must be in the log on at least four of twenty school days. */
export const hoursAPlace = 4

/** Points at which a pairing costs nothing. */
const mostPoints = 100

/** Points of the search after which the best found is taken: about a second for the largest unit. */
const mostNodes = 500

/**
 * Who could stand behind which place of one unit. A cell is unit × sport × stage of the 5621 plan of province and city
 * (domain.md 2), complete when as many of its schools live as the rule in force asks: 6 primary, 2 junior and 1 senior
 * school a sport, unless the city or the unit set others. `lacking` says how many living schools a cell still lacks. The
 * proposal completes as many cells as can be, then fills as many places, then takes those who suit best; nobody beyond
 * the hours, no post beyond its free places (`seats`), nobody by two posts. Equals are decided by the order given. A
 * proposal to a human, never an appointment.
 */
export function proposalOf(given: {
  places: readonly OpenPlace[]
  helpers: readonly Helper[]
  lacking: ReadonlyMap<string, number>
  seats: ReadonlyMap<string, number>
}): Proposal {
  const vacancies: Vacancy[] = given.places.map(place => ({ id: place.id, cell: cellOf(place) }))
  const workers: Worker[] = given.helpers.map(({ id, person, by, hours, takesPlace }) => ({
    ...{ id, person, by },
    room: Math.max(0, Math.floor(hours / hoursAPlace)),
    seat: takesPlace ? by : null,
  }))
  const options: Option[] = given.helpers.flatMap(({ id, places }) =>
    places.map(({ placeId, points }) => ({
      worker: id,
      vacancy: placeId,
      cost: Math.max(0, mostPoints - points),
    })),
  )
  const { lacking: needs, seats } = given
  const { assignments, worth, isBest } = assign({ workers, vacancies, options, needs, seats }, mostNodes)
  const works = assignments.map(({ worker, vacancy }) => ({ helperId: worker, placeId: vacancy }))
  return { works, completes: worth.cells, isBest }
}

export function cellOf({ sport, stage }: Pick<OpenPlace, 'sport' | 'stage'>): string {
  return `${sport} ${stage}`
}
