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
  schools: ChosenSchools
  asOf: Day
  sport?: string
}

/** Of the units' schools the named ones, or all but those. */
export type ChosenSchools = { only: readonly string[] } | { but: readonly string[] }

/** The units' schools that, or whose administering units, have a layer of the calendar; `counts` is the unit they count to. */
export async function schoolsWithOwnDays(
  db: Db,
  asked: { units: readonly string[]; scopes: readonly string[]; asOf: Day },
): Promise<{ schoolId: string; unitCode: string; counts: string }[]> {
  const { units, scopes, asOf } = asked
  if (units.length === 0 || scopes.length === 0) return []
  return db
    .selectFrom('school_profile as p')
    .where(profileOn(asOf))
    .where('p.counts_unit_code', 'in', units)
    .where(eb => eb.or([eb('p.unit_code', 'in', scopes), eb('p.school_id', 'in', scopes)]))
    .select(['p.school_id as schoolId', 'p.unit_code as unitCode', 'p.counts_unit_code as counts'])
    .orderBy('p.school_id')
    .execute()
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

function placedSportDays(db: Db, { units, stages, schools, asOf, sport }: PlacedAsked) {
  const [only, but] = 'only' in schools ? [schools.only, []] : [null, schools.but]
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
    .$if(only !== null, q => q.where('pl.school_id', 'in', only ?? []))
    .$if(but.length > 0, q => q.where('pl.school_id', 'not in', but))
    .$if(sport !== undefined, q => q.where('pl.sport_code', '=', sport!))
    .groupBy(['pl.school_id', 'pl.sport_code', 'pl.stage'])
    .select(['pl.school_id as schoolId', 'pl.sport_code as sport', 'pl.stage as stage'])
}
