import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Scope } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import { profileOn, visibleSchool } from '#app/features/schools/schools.queries.server.ts'
import type { AthleteGrade, Db, Engagement, InstructorKind, Stage } from '#db/tables.ts'

/** One contract of an instructor with the place it belongs to, as it is called on the day asked about. */
export interface InstructorRow {
  id: string
  personId: string
  kind: InstructorKind
  name: string
  namesake: number
  gender: 'F' | 'M' | ''
  engagement: Engagement | ''
  /** The unit of a pooled instructor, else the one that administers the school. */
  unitCode: string
  countsUnitCode: string
  schoolId: string | null
  schoolCode: string | null
  schoolName: string | null
  title: string
  titleLiteral: string
  isRetiredAthlete: boolean
  hoursWeek: number | null
  validFrom: Day
  validTo: Day
  endReason: string
  applicationId: string | null
  sports: { sport: string; grade: AthleteGrade }[]
  stages: Stage[]
}

export interface InstructorFilter {
  asOf: Day
  /** Only contracts in force on the day. */
  inForceOnly?: boolean
  unitCode?: string
  schoolId?: string
  kind?: InstructorKind
  sport?: string
  /** Part of a name of the person, or of the name or code of the school. */
  search?: string
  limit?: number
  offset?: number
}

/** The register within the scope, by unit, school and name. */
export async function listInstructors(
  db: Db,
  scope: Scope,
  filter: InstructorFilter,
): Promise<InstructorRow[]> {
  let query = filtered(db, scope, filter)
    .select(columns)
    .orderBy('i.unit_code')
    .orderBy('p.code')
    .orderBy('i.name')
    .orderBy('i.namesake')
    .orderBy('i.valid_from')
    .orderBy('i.id')
  if (filter.limit !== undefined) query = query.limit(filter.limit).offset(filter.offset ?? 0)
  return complete(db, await query.execute())
}

export async function countInstructors(db: Db, scope: Scope, filter: InstructorFilter): Promise<number> {
  const { count } = await filtered(db, scope, filter)
    .select(eb => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

export async function findInstructor(
  db: Db,
  scope: Scope,
  id: string,
  asOf: Day,
): Promise<InstructorRow | undefined> {
  const rows = await inScope(db, scope, asOf).where('i.id', '=', id).select(columns).execute()
  return (await complete(db, rows))[0]
}

/** Every contract of the person that the scope sees, the earliest first. */
export async function contractsOfPerson(
  db: Db,
  scope: Scope,
  personId: string,
  asOf: Day,
): Promise<InstructorRow[]> {
  const rows = await inScope(db, scope, asOf)
    .where('i.person_id', '=', personId)
    .select(columns)
    .orderBy('i.valid_from')
    .orderBy('i.id')
    .execute()
  return complete(db, rows)
}

/** Where somebody works beside their own school: whoever sees that school sees them. */
function placedWhere(condition: RawBuilder<SqlBool>, asOf: Day): RawBuilder<SqlBool> {
  return sql<SqlBool>`exists (select 1 from coach_placement cp inner join school_profile p on p.school_id = cp.school_id
    where cp.instructor_id = i.id and cp.valid_from <= cp.valid_to and ${profileOn(asOf)} and ${condition})`
}

/**
 * The one scope predicate on instructors (alias `i`, with the profile of their school as `p`): the city sees all, a unit
 * its pooled ones and those of its schools, a school its own; and each whoever works at a school that it sees.
 */
function visibleInstructor(scope: Scope, asOf: Day): RawBuilder<SqlBool> {
  if (scope.kind === 'city') return sql<SqlBool>`1 = 1`
  if (scope.kind !== 'unit' && scope.kind !== 'school') return sql<SqlBool>`1 = 0`
  return sql<SqlBool>`(${atHome(scope)} or ${placedWhere(visibleSchool(scope), asOf)})`
}

/** Whether the instructor belongs to the scope, wherever they work. */
export function atHome(scope: Scope): RawBuilder<SqlBool> {
  if (scope.kind !== 'unit') return visibleSchool(scope)
  return sql<SqlBool>`((i.school_id is null and i.unit_code = ${scope.unitCode}) or ${visibleSchool(scope)})`
}

function inScope(db: Db, scope: Scope, asOf: Day) {
  return db
    .selectFrom('instructor as i')
    .leftJoin('school_profile as p', join =>
      join.onRef('p.school_id', '=', 'i.school_id').on(profileOn(asOf)),
    )
    .where(visibleInstructor(scope, asOf))
}

const columns = [
  'i.id as id',
  'i.person_id as personId',
  'i.kind as kind',
  'i.name as name',
  'i.namesake as namesake',
  'i.gender as gender',
  'i.engagement as engagement',
  'i.unit_code as ownUnitCode',
  'p.unit_code as schoolUnitCode',
  'p.counts_unit_code as schoolCountsUnitCode',
  'i.school_id as schoolId',
  'p.code as schoolCode',
  'p.name as schoolName',
  'i.title as title',
  'i.title_literal as titleLiteral',
  'i.is_retired_athlete as isRetiredAthlete',
  'i.hours_week as hoursWeek',
  'i.valid_from as validFrom',
  'i.valid_to as validTo',
  'i.end_reason as endReason',
  'i.application_id as applicationId',
] as const

function filtered(db: Db, scope: Scope, filter: InstructorFilter) {
  const { asOf, unitCode, schoolId, kind, sport, search = '' } = filter
  const text = `%${search.trim().replace(/[!%_]/g, sign => `!${sign}`)}%`
  return inScope(db, scope, asOf)
    .$if(filter.inForceOnly === true, q =>
      q.where('i.valid_from', '<=', asOf).where('i.valid_to', '>=', asOf),
    )
    .$if(kind !== undefined, q => q.where('i.kind', '=', kind!))
    .$if(unitCode !== undefined, q =>
      q.where(sql<SqlBool>`(${atHome({ kind: 'unit', unitCode: unitCode! })}
        or ${placedWhere(visibleSchool({ kind: 'unit', unitCode: unitCode! }), asOf)})`),
    )
    .$if(schoolId !== undefined, q =>
      q.where(sql<SqlBool>`(i.school_id = ${schoolId!}
        or ${placedWhere(visibleSchool({ kind: 'school', schoolId: schoolId! }), asOf)})`),
    )
    .$if(sport !== undefined, q =>
      q.where(sql<SqlBool>`exists (select 1 from instructor_sport s
        where s.instructor_id = i.id and s.sport_code = ${sport!})`),
    )
    .$if(search.trim() !== '', q =>
      q.where(sql<SqlBool>`(i.name like ${text} escape '!' or p.name like ${text} escape '!'
        or p.code like ${text} escape '!')`),
    )
}

type Selected = Awaited<ReturnType<typeof selected>>[number]

function selected(db: Db) {
  return inScope(db, { kind: 'nothing' }, '').select(columns).execute()
}

/** The rows with their sports and stages, asked for all of them together. */
async function complete(db: Db, rows: readonly Selected[]): Promise<InstructorRow[]> {
  if (rows.length === 0) return []
  const ids = rows.map(row => row.id)
  const sports = await db
    .selectFrom('instructor_sport as s')
    .innerJoin('sport as c', 'c.code', 's.sport_code')
    .where('s.instructor_id', 'in', ids)
    .select(['s.instructor_id as id', 's.sport_code as sport', 's.grade as grade'])
    .orderBy('c.position')
    .execute()
  const stages = await db
    .selectFrom('instructor_stage')
    .where('instructor_id', 'in', ids)
    .select(['instructor_id as id', 'stage'])
    .orderBy(sql`case stage when 'primary' then 1 when 'junior' then 2 else 3 end`)
    .execute()
  const sportsOf = grouped(sports)
  const stagesOf = grouped(stages)
  return rows.map(({ ownUnitCode, schoolUnitCode, schoolCountsUnitCode, ...row }) => ({
    ...row,
    unitCode: schoolUnitCode ?? ownUnitCode,
    countsUnitCode: schoolCountsUnitCode ?? ownUnitCode,
    isRetiredAthlete: row.isRetiredAthlete === 1,
    sports: (sportsOf.get(row.id) ?? []).map(({ sport, grade }) => ({ sport, grade })),
    stages: (stagesOf.get(row.id) ?? []).map(one => one.stage),
  }))
}

function grouped<T extends { id: string }>(rows: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const group = groups.get(row.id)
    if (group === undefined) groups.set(row.id, [row])
    else group.push(row)
  }
  return groups
}
