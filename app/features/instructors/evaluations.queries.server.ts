import type { Day } from '#app/calendar-day.ts'
import type { CoachRating, Db, Stage, Tx } from '#db/tables.ts'
import { insertAll } from '#db/write.server.ts'

export interface Evaluation {
  placementId: string
  termId: string
  loggedDays: number
  loggedMinutes: number
  rating: CoachRating
  opinion: string
  evaluatedBy: string
  evaluatedAt: string
}

/** By term, the latest first. */
export async function evaluationsOf(db: Db, placementIds: readonly string[]): Promise<Evaluation[]> {
  if (placementIds.length === 0) return []
  return db
    .selectFrom('coach_evaluation')
    .where('placement_id', 'in', placementIds)
    .select([
      'placement_id as placementId',
      'term_id as termId',
      'logged_days as loggedDays',
      'logged_minutes as loggedMinutes',
      'rating',
      'opinion',
      'evaluated_by as evaluatedBy',
      'evaluated_at as evaluatedAt',
    ])
    .orderBy('term_id', 'desc')
    .orderBy('placement_id')
    .execute()
}

/** On how many days, and for how many minutes over all classes, the school logged the sport for the stages. */
export async function loggedWork(
  db: Db,
  of: { schoolId: string; sport: string; stages: readonly Stage[]; from: Day; to: Day },
): Promise<{ days: number; minutes: number }> {
  if (of.stages.length === 0) return { days: 0, minutes: 0 }
  const row = await db
    .selectFrom('activity as a')
    .innerJoin('school_class as c', 'c.id', 'a.class_id')
    .innerJoin('activity_kind as k', 'k.kind', 'a.kind')
    .where('k.never', '=', 0)
    .where('a.school_id', '=', of.schoolId)
    .where('a.sport_code', '=', of.sport)
    .where('c.stage', 'in', of.stages)
    .where('a.day', '>=', of.from)
    .where('a.day', '<=', of.to)
    .select(eb => [
      eb.fn.count('a.day').distinct().as('days'),
      eb.fn.coalesce(eb.fn.sum<number>('a.minutes'), eb.lit(0)).as('minutes'),
    ])
    .executeTakeFirst()
  return { days: Number(row?.days ?? 0), minutes: Number(row?.minutes ?? 0) }
}

/** Throws a unique violation when the placement was evaluated for the term already. */
export async function insertEvaluation(tx: Tx, one: Evaluation): Promise<void> {
  await insertAll(tx, 'coach_evaluation', [
    {
      placement_id: one.placementId,
      term_id: one.termId,
      logged_days: one.loggedDays,
      logged_minutes: one.loggedMinutes,
      rating: one.rating,
      opinion: one.opinion,
      evaluated_by: one.evaluatedBy,
      evaluated_at: one.evaluatedAt,
    },
  ])
}
