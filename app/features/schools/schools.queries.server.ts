import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Scope } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import type { Db, Stage } from '#db/tables.ts'
import { aliasKey } from '#db/write.server.ts'

/** A school as it is on one day. */
export interface SchoolRow {
  id: string
  parentId: string | null
  campusName: string | null
  /** 学校标识码; null for a campus without its own. */
  code: string | null
  name: string
  shortName: string
  /** 办学类型, three digits. */
  type: string
  unitCode: string
  countsUnitCode: string
  pupils: number | null
  address: string
  longitude: number | null
  latitude: number | null
  openedOn: Day
  /** The first day on which it is no longer open. */
  closedOn: Day
  /** The days for which this name, code, type and unit hold. */
  validFrom: Day
  validTo: Day
}

export interface SchoolFilter {
  asOf: Day
  unitCode?: string
  stage?: Stage
  type?: string
  /** Part of a name (now or formerly), of an alias or of a code. */
  search?: string
  /** Leaves out schools that are closed, or not yet open, on the day. */
  openOnly?: boolean
  limit?: number
  offset?: number
}

/**
 * The one scope predicate on schools, for a query whose `school_profile` goes by the alias `p`: the city sees all, a
 * unit the schools it administers or that count to it, a school itself.
 */
export function visibleSchool(scope: Scope): RawBuilder<SqlBool> {
  switch (scope.kind) {
    case 'city':
      return sql<SqlBool>`1 = 1`
    case 'unit':
      return sql<SqlBool>`(p.unit_code = ${scope.unitCode} or p.counts_unit_code = ${scope.unitCode})`
    case 'school':
      return sql<SqlBool>`p.school_id = ${scope.schoolId}`
    case 'applicant':
    case 'nothing':
      return sql<SqlBool>`1 = 0`
  }
}

/** The profile (alias `p`) that holds on the day. */
export function profileOn(day: Day): RawBuilder<SqlBool> {
  return sql<SqlBool>`(p.valid_from <= ${day} and p.valid_to >= ${day})`
}

/** Schools of the scope in unit and code order, as they are on the day. */
export async function listSchools(db: Db, scope: Scope, filter: SchoolFilter): Promise<SchoolRow[]> {
  let query = filtered(db, scope, filter).orderBy('p.unit_code').orderBy('p.code').orderBy('p.name')
  if (filter.limit !== undefined) query = query.limit(filter.limit).offset(filter.offset ?? 0)
  return query.select(schoolColumns).execute()
}

export async function countSchools(db: Db, scope: Scope, filter: SchoolFilter): Promise<number> {
  const { count } = await filtered(db, scope, filter)
    .select(eb => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

export async function findSchool(
  db: Db,
  scope: Scope,
  id: string,
  asOf: Day,
): Promise<SchoolRow | undefined> {
  return schoolsOn(db, scope, asOf).where('s.id', '=', id).select(schoolColumns).executeTakeFirst()
}

/** Which of the schools are within the scope on the day. */
export async function schoolsWithin(
  db: Db,
  scope: Scope,
  ids: readonly string[],
  asOf: Day,
): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await schoolsOn(db, scope, asOf).where('s.id', 'in', ids).select('s.id').execute()
  return new Set(rows.map(({ id }) => id))
}

/** The school that bears the code on the day. */
export async function findSchoolByCode(
  db: Db,
  scope: Scope,
  code: string,
  asOf: Day,
): Promise<SchoolRow | undefined> {
  return schoolsOn(db, scope, asOf).where('p.code', '=', code).select(schoolColumns).executeTakeFirst()
}

/** The stages each school runs on the day, in the order primary, junior, senior. */
export async function stagesOfSchools(db: Db, scope: Scope, asOf: Day): Promise<Map<string, Stage[]>> {
  const rows = await schoolsOn(db, scope, asOf)
    .innerJoin('school_stage as g', 'g.school_id', 's.id')
    .where('g.valid_from', '<=', asOf)
    .where('g.valid_to', '>=', asOf)
    .select(['g.school_id as schoolId', 'g.stage as stage'])
    .orderBy('g.school_id')
    .orderBy(sql`case g.stage when 'primary' then 1 when 'junior' then 2 else 3 end`)
    .execute()
  const stages = new Map<string, Stage[]>()
  for (const row of rows) stages.set(row.schoolId, [...(stages.get(row.schoolId) ?? []), row.stage])
  return stages
}

function schoolsOn(db: Db, scope: Scope, asOf: Day) {
  return db
    .selectFrom('school_profile as p')
    .innerJoin('school as s', 's.id', 'p.school_id')
    .where(profileOn(asOf))
    .where(visibleSchool(scope))
}

const schoolColumns = [
  's.id as id',
  's.parent_id as parentId',
  's.campus_name as campusName',
  'p.code as code',
  'p.name as name',
  'p.short_name as shortName',
  'p.type as type',
  'p.unit_code as unitCode',
  'p.counts_unit_code as countsUnitCode',
  's.pupils as pupils',
  's.address as address',
  's.longitude as longitude',
  's.latitude as latitude',
  's.opened_on as openedOn',
  's.closed_on as closedOn',
  'p.valid_from as validFrom',
  'p.valid_to as validTo',
] as const

function filtered(db: Db, scope: Scope, filter: SchoolFilter) {
  const { asOf, unitCode, stage, type, search } = filter
  return schoolsOn(db, scope, asOf)
    .$if(filter.openOnly === true, q => q.where('s.opened_on', '<=', asOf).where('s.closed_on', '>', asOf))
    .$if(unitCode !== undefined, q =>
      q.where(eb => eb.or([eb('p.unit_code', '=', unitCode!), eb('p.counts_unit_code', '=', unitCode!)])),
    )
    .$if(type !== undefined, q => q.where('p.type', '=', type!))
    .$if(stage !== undefined, q => q.where(runsStage(stage!, asOf)))
    .$if(search !== undefined && search.trim() !== '', q => q.where(isFoundBy(search!)))
}

function runsStage(stage: Stage, asOf: Day): RawBuilder<SqlBool> {
  return sql<SqlBool>`exists (select 1 from school_stage g where g.school_id = p.school_id and g.stage = ${stage}
    and g.valid_from <= ${asOf} and g.valid_to >= ${asOf})`
}

function isFoundBy(search: string): RawBuilder<SqlBool> {
  const name = containing(search.trim())
  const alias = containing(aliasKey(search))
  return sql<SqlBool>`(
    exists (select 1 from school_profile q where q.school_id = p.school_id
      and (q.name like ${name} escape '!' or q.short_name like ${name} escape '!' or q.code like ${name} escape '!'))
    or exists (select 1 from school_alias a where a.school_id = p.school_id and a.alias_key like ${alias} escape '!'))`
}

function containing(text: string): string {
  return `%${text.replace(/[!%_]/g, sign => `!${sign}`)}%`
}
