import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Day } from '#app/calendar-day.ts'
import type { Db, Tx } from '#db/tables.ts'
import { insertAll, insertJson } from '#db/write.server.ts'
import type { ApprovedExemption, DayRange, RosterClass, SchoolLife } from './class-roster.rule.ts'
import type { ActivityPolicy, KindSetting } from './daily-hour.rule.ts'
import { placesInText } from './log/log-text.ts'
import type { ClassMinutes, SchoolDayTotal, SportDay } from './roll-up.rule.ts'

/** One activity of one class on one day as it stands in the ledger. */
export interface LedgerRow {
  classId: string
  day: Day
  kind: string
  /** 'HH:MM', '' when the time is not known. */
  startsAt: string
  minutes: number
  sportCode: string | null
  participants: number | null
  teacher: string
  note: string
  reportedScope: 'class' | 'grade' | 'school'
  /** UTC text. */
  reportedAt: string
  importId: string | null
}

/** Class-days as blocks: every class of `classIds` on every day of `days`. */
export interface ClassDayBlock {
  classIds: string[]
  days: Day[]
}

export async function listKindSettings(db: Db): Promise<KindSetting[]> {
  const rows = await db
    .selectFrom('activity_kind')
    .select(['kind', 'counts', 'never'])
    .orderBy('position')
    .execute()
  return rows.map(row => ({ kind: row.kind, counts: row.counts === 1, never: row.never === 1 }))
}

export async function listPolicies(db: Db): Promise<ActivityPolicy[]> {
  return db
    .selectFrom('activity_policy')
    .select(['stage', 'purpose', 'minutes', 'valid_from as validFrom', 'valid_to as validTo'])
    .execute()
}

/** What stands in the ledger of one school on the days given, in order. */
export async function ledgerRowsOn(
  db: Db,
  schoolId: string,
  days: readonly Day[] | DayRange,
): Promise<LedgerRow[]> {
  const query = db
    .selectFrom('activity')
    .select([
      'class_id as classId',
      'day',
      'kind',
      'starts_at as startsAt',
      'minutes',
      'sport_code as sportCode',
      'participants',
      'teacher',
      'note',
      'reported_scope as reportedScope',
      'reported_at as reportedAt',
      'import_id as importId',
    ])
    .where('school_id', '=', schoolId)
    .orderBy('day')
    .orderBy('class_id')
    .orderBy('kind')
    .orderBy('starts_at')
  return 'from' in days
    ? query.where('day', '>=', days.from).where('day', '<=', days.to).execute()
    : query.where('day', 'in', days).execute()
}

/**
 * What stands in the ledger of one school from one day to another, in order, at most `most` rows at a time; each piece
 * goes on behind the last row of the one before, whatever was written meanwhile.
 */
export async function* ledgerPieces(
  db: Db,
  schoolId: string,
  { from, to }: DayRange,
  most: number,
): AsyncGenerator<LoggedRow[]> {
  let last: LoggedRow | undefined
  do {
    const rows: LoggedRow[] = await logged(db, schoolId, last)
      .where('day', '<=', to)
      .where('day', '>=', last?.day ?? from)
      .limit(most)
      .execute()
    if (rows.length > 0) yield rows
    last = rows.length < most ? undefined : rows[rows.length - 1]
  } while (last !== undefined)
}

/** What a school reported of an activity, without how and when it was reported. */
export type LoggedRow = Omit<LedgerRow, 'reportedScope' | 'reportedAt' | 'importId'>

function logged(db: Db, schoolId: string, after: LoggedRow | undefined) {
  return db
    .selectFrom('activity')
    .select([
      'class_id as classId',
      'day',
      'kind',
      'starts_at as startsAt',
      'minutes',
      'sport_code as sportCode',
    ])
    .select(['participants', 'teacher', 'note'])
    .where('school_id', '=', schoolId)
    .$if(after !== undefined, q => q.where(behind(after!)))
    .orderBy('day')
    .orderBy('class_id')
    .orderBy('kind')
    .orderBy('starts_at')
}

/** Rows after the one given in the order of the ledger's key; MySQL reads no range from a comparison of whole rows. */
function behind({ day, classId, kind, startsAt }: LoggedRow): RawBuilder<SqlBool> {
  return sql<SqlBool>`(day > ${day} or class_id > ${classId} or (class_id = ${classId} and (kind > ${kind} or (kind = ${kind} and starts_at > ${startsAt}))))`
}

export async function deleteClassDays(
  tx: Tx,
  schoolId: string,
  blocks: readonly ClassDayBlock[],
): Promise<void> {
  for (const table of ['activity', 'class_day'] as const) {
    for (const { days, classIds } of blocks) {
      await tx
        .deleteFrom(table)
        .where('school_id', '=', schoolId)
        .where('day', 'in', days)
        .where('class_id', 'in', classIds)
        .execute()
    }
  }
}

export async function insertLedgerRows(tx: Tx, schoolId: string, rows: readonly LedgerRow[]): Promise<void> {
  await insertAll(
    tx,
    'activity',
    rows.map(row => ({
      school_id: schoolId,
      day: row.day,
      class_id: row.classId,
      kind: row.kind,
      starts_at: row.startsAt,
      minutes: row.minutes,
      sport_code: row.sportCode,
      participants: row.participants,
      teacher: row.teacher,
      note: row.note,
      reported_scope: row.reportedScope,
      reported_at: row.reportedAt,
      import_id: row.importId,
    })),
  )
}

/** Inserts the activities of a text (see `textOf`), none of which stands yet. */
export async function insertLedgerText(
  tx: Tx,
  schoolId: string,
  text: string,
  { reportedAt, importId }: { reportedAt: string; importId: string },
): Promise<void> {
  await insertJson(tx, 'activity', {
    json: text,
    ...placesInText,
    same: { school_id: schoolId, reported_at: reportedAt, import_id: importId },
  })
}

/** Whether anything stands in the ledger of the school on any of the days. */
export async function isAnyLogged(db: Db, schoolId: string, days: readonly Day[]): Promise<boolean> {
  const row = await db
    .selectFrom('activity')
    .select('day')
    .where('school_id', '=', schoolId)
    .where('day', 'in', days)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

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

/** Every class the school ever had, and the days on which the school is open; undefined for no such school. */
export async function rosterOf(
  db: Db,
  schoolId: string,
): Promise<{ life: SchoolLife; classes: RosterClass[] } | undefined> {
  const life = await db
    .selectFrom('school')
    .select(['opened_on as openedOn', 'closed_on as closedOn'])
    .where('id', '=', schoolId)
    .executeTakeFirst()
  if (life === undefined) return undefined
  const classes = await db
    .selectFrom('school_class')
    .select(['id', 'stage', 'entry_year as entryYear', 'valid_from as validFrom', 'valid_to as validTo'])
    .where('school_id', '=', schoolId)
    .execute()
  return { life, classes }
}

export async function approvedExemptionsOf(
  db: Db,
  schoolId: string,
  range: DayRange,
): Promise<ApprovedExemption[]> {
  return db
    .selectFrom('exemption')
    .select(['grade', 'class_id as classId', 'first_day as firstDay', 'last_day as lastDay'])
    .where('school_id', '=', schoolId)
    .where('status', '=', 'approved')
    .where('first_day', '<=', range.to)
    .where('last_day', '>=', range.from)
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

export async function schoolsOfClasses(db: Db, classIds: readonly string[]): Promise<string[]> {
  if (classIds.length === 0) return []
  const rows = await db
    .selectFrom('school_class')
    .select('school_id as schoolId')
    .distinct()
    .where('id', 'in', classIds)
    .execute()
  return rows.map(row => row.schoolId)
}

/** Every school that has a ledger or a roll-up, or could have one. */
export async function allSchoolIds(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('school').select('id').orderBy('id').execute()
  return rows.map(row => row.id)
}
