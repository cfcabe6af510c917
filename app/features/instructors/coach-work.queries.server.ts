import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Scope } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import { profileOn, visibleSchool } from '#app/features/schools/schools.queries.server.ts'
import type { Db, Stage, Tx } from '#db/tables.ts'
import { insertAll, newId } from '#db/write.server.ts'
import type { CoachWork, WorkSchool } from './coach-placement.rule.ts'
import { atHome } from './instructors.queries.server.ts'

/** A placement of a coach with the words that describe it on the day asked about. */
export interface CoachPlacementRow extends CoachWork {
  id: string
  note: string
  endReason: string
  /** The placement that this one renews. */
  renews: string | null
  instructorName: string
  personId: string
  schoolName: string
  schoolCode: string | null
  unitCode: string
  countsUnitCode: string
}

export interface NewCoachPlacement extends CoachWork {
  note: string
  renews: string | null
  createdAt: string
}

/** Placements whose school the scope sees, or whose coach belongs to it. */
export async function listCoachPlacements(
  db: Db,
  scope: Scope,
  filter: { asOf: Day; instructorIds?: readonly string[]; schoolIds?: readonly string[]; id?: string },
): Promise<CoachPlacementRow[]> {
  const { asOf, instructorIds, schoolIds, id } = filter
  if (instructorIds?.length === 0 || schoolIds?.length === 0) return []
  const rows = await db
    .selectFrom('coach_placement as c')
    .innerJoin('instructor as i', 'i.id', 'c.instructor_id')
    .innerJoin('school_profile as p', 'p.school_id', 'c.school_id')
    .where(profileOn(asOf))
    .where(sql<SqlBool>`(${visibleSchool(scope)} or ${belongsToScope(scope, asOf)})`)
    .$if(instructorIds !== undefined, q => q.where('c.instructor_id', 'in', instructorIds!))
    .$if(schoolIds !== undefined, q => q.where('c.school_id', 'in', schoolIds!))
    .$if(id !== undefined, q => q.where('c.id', '=', id!))
    .select([
      'c.id as id',
      'c.instructor_id as instructorId',
      'c.school_id as schoolId',
      'c.sport_code as sport',
      'c.valid_from as validFrom',
      'c.valid_to as validTo',
      'c.hours_week as hoursWeek',
      'c.note as note',
      'c.end_reason as endReason',
      'c.renews as renews',
      'i.name as instructorName',
      'i.person_id as personId',
      'p.name as schoolName',
      'p.code as schoolCode',
      'p.unit_code as unitCode',
      'p.counts_unit_code as countsUnitCode',
    ])
    .orderBy('c.valid_from')
    .orderBy('p.code')
    .orderBy('c.sport_code')
    .orderBy('c.id')
    .execute()
  return withTimes(db, rows)
}

function belongsToScope(scope: Scope, asOf: Day): RawBuilder<SqlBool> {
  return sql<SqlBool>`exists (select 1 from instructor i left join school_profile p on p.school_id = i.school_id
    and ${profileOn(asOf)} where i.id = c.instructor_id and ${atHome(scope)})`
}

/** All work of the persons, whoever sees it: what a rule checks against. */
export async function workOfPersons(
  db: Db,
  personIds: readonly string[],
): Promise<(CoachWork & { id: string; personId: string; note: string; endReason: string })[]> {
  if (personIds.length === 0) return []
  const rows = await db
    .selectFrom('coach_placement as c')
    .innerJoin('instructor as i', 'i.id', 'c.instructor_id')
    .where('i.person_id', 'in', personIds)
    .select([
      'c.id as id',
      'c.instructor_id as instructorId',
      'c.school_id as schoolId',
      'c.sport_code as sport',
      'c.valid_from as validFrom',
      'c.valid_to as validTo',
      'c.hours_week as hoursWeek',
      'c.note as note',
      'c.end_reason as endReason',
      'i.person_id as personId',
    ])
    .orderBy('c.valid_from')
    .orderBy('c.id')
    .execute()
  return withTimes(db, rows)
}

export async function isRenewed(db: Db, id: string): Promise<boolean> {
  const row = await db.selectFrom('coach_placement').where('renews', '=', id).select('id').executeTakeFirst()
  return row !== undefined
}

/** The schools as far as work there depends on them. */
export async function workSchools(db: Db, ids: readonly string[]): Promise<Map<string, WorkSchool>> {
  if (ids.length === 0) return new Map()
  const schools = await db
    .selectFrom('school')
    .where('id', 'in', ids)
    .select(['id', 'longitude', 'latitude', 'opened_on as openedOn', 'closed_on as closedOn'])
    .execute()
  const stages = await db
    .selectFrom('school_stage')
    .where('school_id', 'in', ids)
    .select(['school_id as schoolId', 'stage', 'valid_from as validFrom', 'valid_to as validTo'])
    .execute()
  return new Map(
    schools.map(({ id, ...school }) => [
      id,
      { ...school, stages: stages.filter(one => one.schoolId === id) },
    ]),
  )
}

export async function insertCoachPlacement(tx: Tx, work: NewCoachPlacement): Promise<string> {
  const id = newId()
  await insertAll(tx, 'coach_placement', [
    {
      id,
      instructor_id: work.instructorId,
      school_id: work.schoolId,
      sport_code: work.sport,
      valid_from: work.validFrom,
      valid_to: work.validTo,
      hours_week: work.hoursWeek,
      note: work.note,
      end_reason: '',
      renews: work.renews,
      created_at: work.createdAt,
    },
  ])
  await insertWeek(tx, id, work)
  return id
}

/** Rewrites the stages, hours and times of a placement; where, what and since when stay. */
export async function updateCoachPlacement(
  tx: Tx,
  id: string,
  work: Pick<NewCoachPlacement, 'stages' | 'times' | 'hoursWeek' | 'validTo' | 'note'> & {
    endReason: string
  },
): Promise<void> {
  await tx
    .updateTable('coach_placement')
    .set({
      hours_week: work.hoursWeek,
      valid_to: work.validTo,
      note: work.note,
      end_reason: work.endReason,
    })
    .where('id', '=', id)
    .execute()
  await deleteWeek(tx, [id])
  await insertWeek(tx, id, work)
}

export async function updatePlacementEnd(
  tx: Tx,
  id: string,
  end: { validTo: Day; endReason: string },
): Promise<void> {
  await tx
    .updateTable('coach_placement')
    .set({ valid_to: end.validTo, end_reason: end.endReason })
    .where('id', '=', id)
    .execute()
}

/** Puts the whole placement under another contract of the person. */
export async function movePlacement(tx: Tx, id: string, instructorId: string): Promise<void> {
  await tx.updateTable('coach_placement').set({ instructor_id: instructorId }).where('id', '=', id).execute()
}

/** For placements that an import added and that were never meant to be. */
export async function deleteCoachPlacements(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await deleteWeek(tx, ids)
  await tx.deleteFrom('coach_placement').where('id', 'in', ids).execute()
}

async function insertWeek(
  tx: Tx,
  id: string,
  { stages, times }: Pick<CoachWork, 'stages' | 'times'>,
): Promise<void> {
  await insertAll(
    tx,
    'coach_placement_stage',
    stages.map(stage => ({ placement_id: id, stage })),
  )
  await insertAll(
    tx,
    'coach_hours',
    times.map(one => ({
      placement_id: id,
      weekday: one.weekday,
      starts_at: one.startsAt,
      ends_at: one.endsAt,
    })),
  )
}

async function deleteWeek(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.deleteFrom('coach_placement_stage').where('placement_id', 'in', ids).execute()
  await tx.deleteFrom('coach_hours').where('placement_id', 'in', ids).execute()
}

async function withTimes<T extends { id: string }>(
  db: Db,
  rows: readonly T[],
): Promise<(T & { stages: Stage[]; times: CoachWork['times'] })[]> {
  if (rows.length === 0) return []
  const ids = rows.map(row => row.id)
  const stages = await db
    .selectFrom('coach_placement_stage')
    .where('placement_id', 'in', ids)
    .select(['placement_id as id', 'stage'])
    .orderBy(sql`case stage when 'primary' then 1 when 'junior' then 2 else 3 end`)
    .execute()
  const times = await db
    .selectFrom('coach_hours')
    .where('placement_id', 'in', ids)
    .select(['placement_id as id', 'weekday', 'starts_at as startsAt', 'ends_at as endsAt'])
    .orderBy('weekday')
    .orderBy('starts_at')
    .execute()
  const stagesOf = grouped(stages)
  const timesOf = grouped(times)
  return rows.map(row => ({
    ...row,
    stages: (stagesOf.get(row.id) ?? []).map(one => one.stage),
    times: (timesOf.get(row.id) ?? []).map(({ weekday, startsAt, endsAt }) => ({
      weekday,
      startsAt,
      endsAt,
    })),
  }))
}

function grouped<T extends { id: string }>(rows: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const row of rows) groups.set(row.id, [...(groups.get(row.id) ?? []), row])
  return groups
}
