import { sql } from 'kysely'
import type { Day } from '#app/calendar-day.ts'
import type { Db, Tx } from '#db/tables.ts'
import { insertAll } from '#db/write.server.ts'
import type { DayRange } from './class-roster.rule.ts'
import type { ClassMinutes, SchoolDayTotal, SportDay } from './roll-up.rule.ts'

export async function insertClassDays(
  tx: Tx,
  schoolId: string,
  rows: readonly ClassMinutes[],
): Promise<void> {
  await insertAll(
    tx,
    'class_day',
    rows.map(row => ({ school_id: schoolId, day: row.day, class_id: row.classId, minutes: row.minutes })),
  )
}

export async function replaceClassMinutes(
  tx: Tx,
  schoolId: string,
  range: DayRange,
  rows: readonly ClassMinutes[],
): Promise<void> {
  await tx
    .deleteFrom('class_day')
    .where('school_id', '=', schoolId)
    .where('day', '>=', range.from)
    .where('day', '<=', range.to)
    .execute()
  await insertClassDays(tx, schoolId, rows)
}

/** The class-days on which one school reported. */
export async function classMinutesOn(
  db: Db,
  schoolId: string,
  days: readonly Day[] | DayRange,
): Promise<ClassMinutes[]> {
  const query = db
    .selectFrom('class_day')
    .select(['class_id as classId', 'day', 'minutes'])
    .where('school_id', '=', schoolId)
    .orderBy('day')
    .orderBy('class_id')
  return 'from' in days
    ? query.where('day', '>=', days.from).where('day', '<=', days.to).execute()
    : query.where('day', 'in', days).execute()
}

export async function replaceSchoolDays(
  tx: Tx,
  schoolId: string,
  days: readonly Day[],
  totals: readonly SchoolDayTotal[],
): Promise<void> {
  await tx.deleteFrom('school_day').where('school_id', '=', schoolId).where('day', 'in', days).execute()
  await insertAll(
    tx,
    'school_day',
    totals.map(row => ({
      school_id: schoolId,
      stage: row.stage,
      day: row.day,
      reported: row.reported,
      floor_met: row.floorMet,
      target_met: row.targetMet,
    })),
  )
}

/** Builds the sport-day roll-up of the days anew from the ledger. */
export async function replaceSportDays(tx: Tx, schoolId: string, days: readonly Day[]): Promise<void> {
  await tx.deleteFrom('sport_day').where('school_id', '=', schoolId).where('day', 'in', days).execute()
  const logged = loggedSports(tx, schoolId).where('a.day', 'in', days)
  await tx
    .insertInto('sport_day')
    .columns(['school_id', 'day', 'stage', 'sport_code', 'classes', 'minutes', 'team'])
    .expression(logged.select(['a.school_id', 'a.day', 'c.stage', 'a.sport_code']).select(sums))
    .execute()
}

/** Inserts the sport-day roll-up of days on which nothing stood. */
export async function insertSportDays(tx: Tx, schoolId: string, days: readonly SportDay[]): Promise<void> {
  await insertAll(
    tx,
    'sport_day',
    days.map(({ sport, ...day }) => ({ school_id: schoolId, sport_code: sport, ...day })),
  )
}

/** What the ledger says of the sports of a school: what its sport-day roll-up should be. */
export async function sportDaysOfLedger(db: Db, schoolId: string): Promise<SportDay[]> {
  return loggedSports(db, schoolId)
    .select(['c.stage as stage', 'a.day as day', 'a.sport_code as sport'])
    .select(sums)
    .$narrowType<{ sport: string }>()
    .execute()
}

/** The sport-day roll-up of a school as it stands. */
export async function sportDays(db: Db, schoolId: string): Promise<SportDay[]> {
  return db
    .selectFrom('sport_day')
    .select(['stage', 'day', 'sport_code as sport', 'classes', 'minutes', 'team'])
    .where('school_id', '=', schoolId)
    .execute()
}

/** What the ledger says of a sport on a day, all its rows together. */
const sums = [
  sql<number>`count(distinct a.class_id)`.as('classes'),
  sql<number>`sum(a.minutes)`.as('minutes'),
  sql<number>`sum(case when a.kind = 'TEAM_TRAINING' then 1 else 0 end)`.as('team'),
] as const

function loggedSports(db: Db, schoolId: string) {
  return db
    .selectFrom('activity as a')
    .innerJoin('school_class as c', 'c.id', 'a.class_id')
    .innerJoin('activity_kind as k', 'k.kind', 'a.kind')
    .where('a.school_id', '=', schoolId)
    .where('a.sport_code', 'is not', null)
    .where('k.never', '=', 0)
    .groupBy(['a.school_id', 'a.day', 'c.stage', 'a.sport_code'])
}

/** The school-day roll-up of one school as it stands. */
export async function schoolDayTotals(db: Db, schoolId: string, range: DayRange): Promise<SchoolDayTotal[]> {
  return db
    .selectFrom('school_day')
    .select(['stage', 'day', 'reported', 'floor_met as floorMet', 'target_met as targetMet'])
    .where('school_id', '=', schoolId)
    .where('day', '>=', range.from)
    .where('day', '<=', range.to)
    .orderBy('day')
    .orderBy('stage')
    .execute()
}

/** Every day of the range on which the school has activities or a roll-up. */
export async function touchedDays(db: Db, schoolId: string, range: DayRange): Promise<Day[]> {
  const days = new Set<Day>()
  for (const table of ['activity', 'class_day', 'school_day'] as const) {
    const rows = await db
      .selectFrom(table)
      .select('day')
      .distinct()
      .where('school_id', '=', schoolId)
      .where('day', '>=', range.from)
      .where('day', '<=', range.to)
      .execute()
    for (const row of rows) days.add(row.day)
  }
  return [...days].sort()
}
