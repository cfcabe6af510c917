import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Scope } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import type { ApprovedExemption, DayRange, RosterClass } from '#app/features/activity/class-roster.rule.ts'
import { profileOn, visibleSchool } from '#app/features/schools/schools.queries.server.ts'
import type { Db, Stage } from '#db/tables.ts'
import { type ClassGroup, type SharedDays, stages } from './expected.rule.ts'

/** Which schools are asked for, within the scope. A school belongs to the unit that administers it. */
export interface Asked extends DayRange {
  unitCode?: string
  schoolId?: string
}

/** A school as it is on the last day asked for. */
export interface AskedSchool {
  id: string
  code: string | null
  name: string
  shortName: string
  unitCode: string
  openedOn: Day
  closedOn: Day
}

export interface ReportedTotals {
  reported: number
  floorMet: number
  targetMet: number
}

/** Schools of the scope that are open on any of the days, in unit and code order. */
export async function schoolsAsked(db: Db, scope: Scope, asked: Asked): Promise<AskedSchool[]> {
  return db
    .selectFrom('school_profile as p')
    .innerJoin('school as s', 's.id', 'p.school_id')
    .where(isAsked(scope, asked))
    .where('s.opened_on', '<=', asked.to)
    .where('s.closed_on', '>', asked.from)
    .select([
      's.id as id',
      'p.code as code',
      'p.name as name',
      'p.short_name as shortName',
      'p.unit_code as unitCode',
      's.opened_on as openedOn',
      's.closed_on as closedOn',
    ])
    .orderBy('p.unit_code')
    .orderBy('p.code')
    .orderBy('p.name')
    .execute()
}

/** How many classes entered together, of schools already found visible: all that expected class-days need. */
export async function classGroups(
  db: Db,
  schoolIds: readonly string[],
  { from, to }: DayRange,
): Promise<(ClassGroup & { schoolId: string })[]> {
  if (schoolIds.length === 0) return []
  return db
    .selectFrom('school_class')
    .where('school_id', 'in', schoolIds)
    .where('valid_from', '<=', to)
    .where('valid_to', '>=', from)
    .select([
      'school_id as schoolId',
      'stage',
      'entry_year as entryYear',
      'valid_from as validFrom',
      'valid_to as validTo',
    ])
    .select(eb => eb.fn.countAll<number>().as('count'))
    .groupBy(['school_id', 'stage', 'entry_year', 'valid_from', 'valid_to'])
    .execute()
}

export async function exemptionsAsked(
  db: Db,
  scope: Scope,
  asked: Asked,
): Promise<(ApprovedExemption & { schoolId: string })[]> {
  return db
    .selectFrom('exemption as e')
    .innerJoin('school_profile as p', 'p.school_id', 'e.school_id')
    .where(isAsked(scope, asked))
    .where('e.status', '=', 'approved')
    .where('e.first_day', '<=', asked.to)
    .where('e.last_day', '>=', asked.from)
    .select([
      'e.school_id as schoolId',
      'e.grade as grade',
      'e.class_id as classId',
      'e.first_day as firstDay',
      'e.last_day as lastDay',
    ])
    .execute()
}

/** The classes of schools already found visible. */
export async function classesOfSchools(
  db: Db,
  schoolIds: readonly string[],
): Promise<(RosterClass & { schoolId: string })[]> {
  if (schoolIds.length === 0) return []
  return db
    .selectFrom('school_class')
    .where('school_id', 'in', schoolIds)
    .select([
      'school_id as schoolId',
      'id',
      'stage',
      'entry_year as entryYear',
      'valid_from as validFrom',
      'valid_to as validTo',
    ])
    .execute()
}

/** Sums of the school-day roll-up by school over the days that are school days everywhere. */
export async function totalsBySchool(
  db: Db,
  scope: Scope,
  asked: Asked,
  days: SharedDays['everywhere'],
): Promise<(ReportedTotals & { schoolId: string })[]> {
  if (stages.every(stage => days[stage].length === 0)) return []
  return db
    .selectFrom('school_day as d')
    .innerJoin('school_profile as p', 'p.school_id', 'd.school_id')
    .where(isAsked(scope, asked))
    .where('d.day', '>=', asked.from)
    .where('d.day', '<=', asked.to)
    .where(isOneOf(days))
    .groupBy('d.school_id')
    .select('d.school_id as schoolId')
    .select(eb => [
      eb.fn.sum<number>('d.reported').as('reported'),
      eb.fn.sum<number>('d.floor_met').as('floorMet'),
      eb.fn.sum<number>('d.target_met').as('targetMet'),
    ])
    .execute()
}

/** The roll-up by school, stage and day, for the few days on which the calendars differ. */
export async function totalsByDay(
  db: Db,
  scope: Scope,
  asked: Asked,
  days: SharedDays['disputed'],
): Promise<(ReportedTotals & { schoolId: string; stage: Stage; day: Day })[]> {
  if (stages.every(stage => days[stage].length === 0)) return []
  return db
    .selectFrom('school_day as d')
    .innerJoin('school_profile as p', 'p.school_id', 'd.school_id')
    .where(isAsked(scope, asked))
    .where(isOneOf(days))
    .select([
      'd.school_id as schoolId',
      'd.stage as stage',
      'd.day as day',
      'd.reported as reported',
      'd.floor_met as floorMet',
      'd.target_met as targetMet',
    ])
    .execute()
}

/** The school that bears the code, or bore it. */
export async function schoolIdOfCode(db: Db, code: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('school_code')
    .select('school_id as schoolId')
    .where('code', '=', code)
    .executeTakeFirst()
  return row?.schoolId
}

/** Scope, unit and school, as of the last day asked for. */
function isAsked(scope: Scope, asked: Asked): RawBuilder<SqlBool> {
  const unit = asked.unitCode === undefined ? sql`` : sql` and p.unit_code = ${asked.unitCode}`
  const school = asked.schoolId === undefined ? sql`` : sql` and p.school_id = ${asked.schoolId}`
  return sql<SqlBool>`(${profileOn(asked.to)} and ${visibleSchool(scope)}${unit}${school})`
}

function isOneOf(days: Record<Stage, Day[]>): RawBuilder<SqlBool> {
  const each = stages
    .filter(stage => days[stage].length > 0)
    .map(stage => sql`(d.stage = ${stage} and d.day in (${sql.join(days[stage])}))`)
  return sql<SqlBool>`(${sql.join(each, sql` or `)})`
}
