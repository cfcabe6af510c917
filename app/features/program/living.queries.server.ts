import type { Day } from '#app/calendar-day.ts'
import type { Db, Stage } from '#db/tables.ts'
import { livingKey } from './coverage.rule.ts'

/** School days looked back upon, and on how many of them the sport must have been logged to be alive. */
export const livingWindow = { schoolDays: 20, leastDays: 4 }

/**
 * Which placements are done and not only written down: the school logged the sport for a class of the stage, with a
 * teacher's name, on at least four of the given days. Only schools with a placement in the given units are looked at.
 */
export async function loggedKeys(
  db: Db,
  where: {
    units: readonly string[]
    stages: readonly Stage[]
    days: readonly Day[]
    asOf: Day
    sport?: string
  },
): Promise<string[]> {
  const { units, stages, days, asOf, sport } = where
  if (days.length === 0 || units.length === 0) return []
  const rows = await db
    .selectFrom('activity as a')
    .innerJoin('school_class as c', 'c.id', 'a.class_id')
    .where('a.school_id', 'in', eb =>
      eb
        .selectFrom('program_placement as pl')
        .innerJoin('school_profile as p', 'p.school_id', 'pl.school_id')
        .where('pl.valid_from', '<=', asOf)
        .where('pl.valid_to', '>=', asOf)
        .where('p.valid_from', '<=', asOf)
        .where('p.valid_to', '>=', asOf)
        .where('p.counts_unit_code', 'in', units)
        .$if(sport !== undefined, q => q.where('pl.sport_code', '=', sport!))
        .select('pl.school_id'),
    )
    .where('a.day', 'in', days)
    .where('a.teacher', '<>', '')
    .where('c.stage', 'in', stages)
    .$if(sport === undefined, q => q.where('a.sport_code', 'is not', null))
    .$if(sport !== undefined, q => q.where('a.sport_code', '=', sport!))
    .groupBy(['a.school_id', 'a.sport_code', 'c.stage'])
    .having(eb => eb(eb.fn.count('a.day').distinct(), '>=', livingWindow.leastDays))
    .select(['a.school_id as schoolId', 'a.sport_code as sport', 'c.stage as stage'])
    .execute()
  return rows.map(row => livingKey({ ...row, sport: row.sport ?? '' }))
}
