import { sql } from 'kysely'
import type { Day } from '#app/calendar-day.ts'
import type { Db, Stage, Tx } from '#db/tables.ts'
import { insertAll } from '#db/write.server.ts'

/** All that the registry says of one school, in every time: what an undo compares, and puts back. */
export interface SchoolState {
  school: {
    pupils: number | null
    address: string
    longitude: number | null
    latitude: number | null
    opened_on: Day
    closed_on: Day
  }
  profiles: {
    id: string
    valid_from: Day
    valid_to: Day
    code: string | null
    name: string
    short_name: string
    type: string
    unit_code: string
    counts_unit_code: string
  }[]
  stages: { stage: Stage; valid_from: Day; valid_to: Day }[]
  aliases: { alias_key: string; alias: string }[]
}

/** The state of each school that stands, by its id. */
export async function schoolStates(db: Db, ids: readonly string[]): Promise<Map<string, SchoolState>> {
  const states = new Map<string, SchoolState>()
  for (let from = 0; from < ids.length; from += mostIds) {
    const chunk = ids.slice(from, from + mostIds)
    for (const { id, ...school } of await schoolsWith(db, chunk))
      states.set(id, { school, profiles: [], stages: [], aliases: [] })
    for (const { school_id, ...profile } of await profilesWith(db, chunk))
      states.get(school_id)?.profiles.push(profile)
    for (const { school_id, ...stage } of await stagesWith(db, chunk))
      states.get(school_id)?.stages.push(stage)
    for (const { school_id, ...alias } of await aliasesWith(db, chunk))
      states.get(school_id)?.aliases.push(alias)
  }
  return states
}

const mostIds = 500

function schoolsWith(db: Db, ids: readonly string[]) {
  const columns = ['id', 'pupils', 'address', 'longitude', 'latitude', 'opened_on', 'closed_on'] as const
  return db.selectFrom('school').where('id', 'in', ids).select(columns).execute()
}

function profilesWith(db: Db, ids: readonly string[]) {
  return db
    .selectFrom('school_profile')
    .where('school_id', 'in', ids)
    .select(['school_id', 'id', 'valid_from', 'valid_to', 'code', 'name', 'short_name', 'type'])
    .select(['unit_code', 'counts_unit_code'])
    .orderBy('school_id')
    .orderBy('valid_from')
    .execute()
}

function stagesWith(db: Db, ids: readonly string[]) {
  return db
    .selectFrom('school_stage')
    .where('school_id', 'in', ids)
    .select(['school_id', 'stage', 'valid_from', 'valid_to'])
    .orderBy('school_id')
    .orderBy('stage')
    .orderBy('valid_from')
    .execute()
}

function aliasesWith(db: Db, ids: readonly string[]) {
  return db
    .selectFrom('school_alias')
    .where('school_id', 'in', ids)
    .select(['school_id', 'alias_key', 'alias'])
    .orderBy('school_id')
    .orderBy('alias_key')
    .execute()
}

/** Makes the registry say of the school what it said before. */
export async function restoreSchool(tx: Tx, id: string, state: SchoolState): Promise<void> {
  await tx.updateTable('school').set(state.school).where('id', '=', id).execute()
  await deleteParts(tx, [id])
  await insertAll(
    tx,
    'school_profile',
    state.profiles.map(one => ({ ...one, school_id: id })),
  )
  await insertAll(
    tx,
    'school_stage',
    state.stages.map(one => ({ ...one, school_id: id })),
  )
  await insertAll(
    tx,
    'school_alias',
    state.aliases.map(one => ({ ...one, school_id: id })),
  )
}

/** Takes schools out of the registry as if they had never been entered: their codes are free again. */
export async function removeSchools(tx: Tx, ids: readonly string[]): Promise<void> {
  for (let from = 0; from < ids.length; from += mostIds) {
    const chunk = ids.slice(from, from + mostIds)
    await deleteParts(tx, chunk)
    await tx.deleteFrom('school_code').where('school_id', 'in', chunk).execute()
    await tx.deleteFrom('school').where('id', 'in', chunk).execute()
  }
}

async function deleteParts(tx: Tx, ids: readonly string[]): Promise<void> {
  for (const table of ['school_profile', 'school_stage', 'school_alias'] as const)
    await tx.deleteFrom(table).where('school_id', 'in', ids).execute()
}

/** Every column of another table that names a school: a school that any of them names is in use. */
export const columnsNamingSchools = [
  ['school', 'parent_id'],
  ['school_class', 'school_id'],
  ['program_placement', 'school_id'],
  ['activity', 'school_id'],
  ['class_day', 'school_id'],
  ['school_day', 'school_id'],
  ['sport_day', 'school_id'],
  ['exemption', 'school_id'],
  ['timetable_entry', 'school_id'],
  ['calendar_entry', 'scope'],
  ['account', 'school_id'],
  ['instructor', 'school_id'],
  ['coach_placement', 'school_id'],
  ['coach_post', 'school_id'],
  ['coach_post_school', 'school_id'],
  ['designation', 'school_id'],
  ['venue', 'school_id'],
  ['campus_event', 'school_id'],
  ['title_application', 'school_id'],
  ['title_certificate', 'school_id'],
  ['upload_link', 'school_id'],
  ['value_word', 'owner_id'],
  ['import_run', 'school_id'],
  ['import_run', 'for_school_id'],
] as const

/** The ids among those given that a row of another table names. */
export async function schoolsInUse(db: Db, ids: readonly string[]): Promise<Set<string>> {
  return idsNamed(db, columnsNamingSchools, ids)
}

/** The same of classes. */
export async function classesInUse(db: Db, ids: readonly string[]): Promise<Set<string>> {
  return idsNamed(db, columnsNamingClasses, ids)
}

export const columnsNamingClasses = [
  ['activity', 'class_id'],
  ['class_day', 'class_id'],
  ['exemption', 'class_id'],
  ['timetable_entry', 'class_id'],
] as const

async function idsNamed(
  db: Db,
  columns: readonly (readonly [table: string, column: string])[],
  ids: readonly string[],
): Promise<Set<string>> {
  const named = new Set<string>()
  for (const [table, column] of columns) {
    for (let from = 0; from < ids.length; from += mostIds) {
      const chunk = ids.slice(from, from + mostIds)
      const found = await sql<{
        id: string
      }>`select distinct ${sql.ref(column)} as id from ${sql.table(table)}
        where ${sql.ref(column)} in (${sql.join(chunk)})`.execute(db)
      for (const { id } of found.rows) named.add(id)
    }
  }
  return named
}

/** The open schools of the unit that bear the name on the day. */
export async function bearersOf(
  db: Db,
  { name, unitCode, asOf }: { name: string; unitCode: string; asOf: Day },
): Promise<string[]> {
  const rows = await db
    .selectFrom('school_profile as p')
    .innerJoin('school as s', 's.id', 'p.school_id')
    .where('p.name', '=', name)
    .where('p.unit_code', '=', unitCode)
    .where('p.valid_from', '<=', asOf)
    .where('p.valid_to', '>=', asOf)
    .where('s.closed_on', '>', asOf)
    .select('s.id as id')
    .execute()
  return rows.map(({ id }) => id)
}

/** Whether the school has a class or a placement of one of the stages. */
export async function usesStage(db: Db, schoolId: string, stages: readonly Stage[]): Promise<boolean> {
  if (stages.length === 0) return false
  for (const table of ['school_class', 'program_placement'] as const) {
    const row = await db
      .selectFrom(table)
      .where('school_id', '=', schoolId)
      .where('stage', 'in', stages)
      .select('id')
      .limit(1)
      .executeTakeFirst()
    if (row !== undefined) return true
  }
  return false
}

/** Whether the school, or one class of it, reported activity before the first day or after the last. */
export async function reportedOutside(
  db: Db,
  of: { schoolId: string; classId?: string },
  days: { first: Day; last: Day },
): Promise<boolean> {
  const row = await db
    .selectFrom('activity')
    .where('school_id', '=', of.schoolId)
    .$if(of.classId !== undefined, q => q.where('class_id', '=', of.classId!))
    .where(eb => eb.or([eb('day', '<', days.first), eb('day', '>', days.last)]))
    .select('day')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
