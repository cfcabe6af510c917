import { sql } from 'kysely'
import type { Day } from '#app/calendar-day.ts'
import type { DayRange } from '#app/features/activity/class-roster.rule.ts'
import type { Db, Stage } from '#db/tables.ts'
import { type ClassSport, wholeClassKinds } from './school-figures.rule.ts'

interface SportsAsked extends DayRange {
  schoolId: string
  sports: readonly string[]
}

/** How many PE lessons each class of the school logged on each day. */
export async function peLessonsLogged(
  db: Db,
  { schoolId, from, to }: DayRange & { schoolId: string },
): Promise<{ classId: string; day: Day; lessons: number }[]> {
  return db
    .selectFrom('activity')
    .where('school_id', '=', schoolId)
    .where('kind', '=', 'PE_LESSON')
    .where('day', '>=', from)
    .where('day', '<=', to)
    .groupBy(['class_id', 'day'])
    .select(['class_id as classId', 'day'])
    .select(eb => eb.fn.countAll<number>().as('lessons'))
    .execute()
}

/** What each class logged of the sports, all of them together. */
export async function classSports(
  db: Db,
  { schoolId, sports, from, to }: SportsAsked,
): Promise<(ClassSport & { classId: string })[]> {
  if (sports.length === 0) return []
  const rows = await db
    .selectFrom('activity as a')
    .innerJoin('activity_kind as k', 'k.kind', 'a.kind')
    .where('k.never', '=', 0)
    .where('a.school_id', '=', schoolId)
    .where('a.sport_code', 'in', sports)
    .where('a.day', '>=', from)
    .where('a.day', '<=', to)
    .groupBy('a.class_id')
    .select(eb => [
      'a.class_id as classId',
      eb.fn.count<number>('a.day').distinct().as('days'),
      eb.fn.max('a.participants').as('most'),
      sql<number>`max(case when a.participants is null and a.kind in (${sql.join([...wholeClassKinds])})
        then 1 else 0 end)`.as('whole'),
    ])
    .execute()
  return rows.map(row => ({ ...row, whole: row.whole === 1 }))
}

/** The days on which each of the sports was logged for each stage of the school, and whether its team trained. */
export async function sportDaysLogged(
  db: Db,
  { schoolId, sports, from, to }: SportsAsked,
): Promise<{ sport: string; stage: Stage; day: Day; hasTeam: boolean }[]> {
  if (sports.length === 0) return []
  const rows = await db
    .selectFrom('sport_day')
    .where('school_id', '=', schoolId)
    .where('sport_code', 'in', sports)
    .where('day', '>=', from)
    .where('day', '<=', to)
    .select(['sport_code as sport', 'stage', 'day', 'team'])
    .execute()
  return rows.map(({ team, ...row }) => ({ ...row, hasTeam: team > 0 }))
}
