import { sql } from 'kysely'
import type { Day } from '#app/calendar-day.ts'
import type { Db, Tx } from '#db/tables.ts'
import { insertAll, insertMany, insertTexts } from '#db/write.server.ts'
import type { DayRange } from './class-roster.rule.ts'
import type { LedgerText } from './ledger.queries.server.ts'
import { classDaysInText } from './log/log-text.ts'
import type { ClassMinutes, SchoolDayTotal, SportDay } from './roll-up.rule.ts'

/** A row of a roll-up with the school whose it is. */
export type OfSchool<Row> = Row & { schoolId: string }

export async function insertClassDays(tx: Tx, rows: readonly OfSchool<ClassMinutes>[]): Promise<void> {
  await insertMany(
    tx,
    'class_day',
    rows.map(row => ({
      school_id: row.schoolId,
      day: row.day,
      class_id: row.classId,
      minutes: row.minutes,
    })),
  )
}

/** Inserts the class-days of some texts, none of which stands yet, into their roll-up. */
export async function insertClassDayTexts(tx: Tx, texts: readonly LedgerText[]): Promise<void> {
  const given = texts.map(({ schoolId, ...text }) => ({ ...text, same: { school_id: schoolId } }))
  if (given.length > 0) await insertTexts(tx, 'class_day', classDaysInText, given)
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
  await insertClassDays(
    tx,
    rows.map(row => ({ schoolId, ...row })),
  )
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

/** The school-day roll-up of a school on some days. */
export interface SchoolDays {
  schoolId: string
  days: readonly Day[]
  totals: readonly SchoolDayTotal[]
}

export async function replaceSchoolDays(tx: Tx, schools: readonly SchoolDays[]): Promise<void> {
  // Schools of one import mostly report on the same days.
  const byDays = new Map<string, { schoolIds: string[]; days: readonly Day[] }>()
  for (const { schoolId, days } of schools) {
    const known = byDays.get(days.join())
    if (known === undefined) byDays.set(days.join(), { schoolIds: [schoolId], days })
    else known.schoolIds.push(schoolId)
  }
  for (const { schoolIds, days } of byDays.values())
    await tx.deleteFrom('school_day').where('school_id', 'in', schoolIds).where('day', 'in', days).execute()
  const rows = schools.flatMap(({ schoolId, totals }) =>
    totals.map(row => ({
      school_id: schoolId,
      stage: row.stage,
      day: row.day,
      reported: row.reported,
      floor_met: row.floorMet,
      target_met: row.targetMet,
    })),
  )
  await insertAll(tx, 'school_day', rows)
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
export async function insertSportDays(tx: Tx, days: readonly OfSchool<SportDay>[]): Promise<void> {
  await insertMany(
    tx,
    'sport_day',
    days.map(({ schoolId, sport, ...day }) => ({ school_id: schoolId, sport_code: sport, ...day })),
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
