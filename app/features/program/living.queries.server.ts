import type { Day } from '#app/calendar-day.ts'
import { profileOn } from '#app/features/schools/schools.queries.server.ts'
import type { Db, Stage } from '#db/tables.ts'

interface Slot {
  schoolId: string
  sport: string
  stage: Stage
}

interface PlacedAsked {
  /** The units to which the schools count. */
  units: readonly string[]
  stages: readonly Stage[]
  asOf: Day
  sport?: string
}

/** On how many of the given days the sport of each placement in force was logged; those without a log are left out. */
export async function loggedDaysOf(
  db: Db,
  asked: PlacedAsked & { days: readonly Day[] },
): Promise<(Slot & { days: number })[]> {
  if (asked.days.length === 0 || asked.units.length === 0) return []
  return placedSportDays(db, asked)
    .where('d.day', 'in', asked.days)
    .select(eb => eb.fn.count<number>('d.day').distinct().as('days'))
    .execute()
}

/** The last day until `asOf` on which the sport of each placement in force was logged. */
export async function lastLoggedDays(db: Db, asked: PlacedAsked): Promise<(Slot & { day: Day })[]> {
  if (asked.units.length === 0) return []
  return placedSportDays(db, asked)
    .where('d.day', '<=', asked.asOf)
    .select(eb => eb.fn.max('d.day').as('day'))
    .execute()
}

function placedSportDays(db: Db, { units, stages, asOf, sport }: PlacedAsked) {
  return db
    .selectFrom('program_placement as pl')
    .innerJoin('school_profile as p', 'p.school_id', 'pl.school_id')
    .innerJoin('sport_day as d', join =>
      join
        .onRef('d.school_id', '=', 'pl.school_id')
        .onRef('d.sport_code', '=', 'pl.sport_code')
        .onRef('d.stage', '=', 'pl.stage'),
    )
    .where(profileOn(asOf))
    .where('p.counts_unit_code', 'in', units)
    .where('pl.valid_from', '<=', asOf)
    .where('pl.valid_to', '>=', asOf)
    .where('pl.stage', 'in', stages)
    .$if(sport !== undefined, q => q.where('pl.sport_code', '=', sport!))
    .groupBy(['pl.school_id', 'pl.sport_code', 'pl.stage'])
    .select(['pl.school_id as schoolId', 'pl.sport_code as sport', 'pl.stage as stage'])
}
