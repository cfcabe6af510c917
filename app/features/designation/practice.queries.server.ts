import type { Day } from '#app/calendar-day.ts'
import type { Db, Stage } from '#db/tables.ts'

/** A day on which a title's sport was logged at its school for a stage. */
export interface PracticeDay {
  schoolId: string
  sport: string
  stage: Stage
  day: Day
  /** Rows of team training on it. */
  team: number
}

/** What the roll-up says of the sports in which schools hold a title, whatever its level. */
export async function practiceDays(db: Db, range: { from: Day; to: Day }): Promise<PracticeDay[]> {
  return db
    .selectFrom('sport_day as d')
    .where('d.day', '>=', range.from)
    .where('d.day', '<=', range.to)
    .where(eb =>
      eb.exists(
        eb
          .selectFrom('designation as t')
          .whereRef('t.school_id', '=', 'd.school_id')
          .whereRef('t.sport_code', '=', 'd.sport_code')
          .select('t.id'),
      ),
    )
    .select([
      'd.school_id as schoolId',
      'd.sport_code as sport',
      'd.stage as stage',
      'd.day as day',
      'd.team as team',
    ])
    .execute()
}
