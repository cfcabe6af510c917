import type { Scope } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import type { Db, Stage, Tx } from '#db/tables.ts'
import type { StandingSchool } from './plan-school.rule.ts'
import {
  listSchools,
  profileOn,
  type SchoolFilter,
  stagesOfSchools,
  visibleSchool,
} from './schools.queries.server.ts'

export interface RegisteredSchool extends StandingSchool {
  parentId: string | null
}

/** Schools of the scope with stages and all their names, as they stand on the day. */
export async function loadRegistry(db: Db, scope: Scope, filter: SchoolFilter): Promise<RegisteredSchool[]> {
  const schools = await listSchools(db, scope, filter)
  const stages = await stagesOfSchools(db, scope, filter.asOf)
  const aliases = grouped(
    await db.selectFrom('school_alias').select(['school_id as id', 'alias as text']).execute(),
  )
  const names = grouped(
    await db
      .selectFrom('school_profile')
      .where('valid_to', '<', filter.asOf)
      .select(['school_id as id', 'name as text'])
      .execute(),
  )
  return schools.map(school => ({
    ...school,
    stages: stages.get(school.id) ?? [],
    aliases: aliases.get(school.id) ?? [],
    formerNames: (names.get(school.id) ?? []).filter(name => name !== school.name),
  }))
}

/** Every code that was ever issued, with the school that bore it. */
export async function issuedCodes(db: Db): Promise<Map<string, string>> {
  const rows = await db.selectFrom('school_code').select(['code', 'school_id as id']).execute()
  return new Map(rows.map(row => [row.code, row.id]))
}

/** Moves the day of opening; stages of that day move with it, and the first profile reaches back to it. */
export async function moveOpening(tx: Tx, schoolId: string, from: Day, to: Day): Promise<void> {
  await tx.updateTable('school').set({ opened_on: to }).where('id', '=', schoolId).execute()
  await tx
    .updateTable('school_stage')
    .set({ valid_from: to })
    .where('school_id', '=', schoolId)
    .where('valid_from', '=', from)
    .where('valid_to', '>=', to)
    .execute()
  const first = await tx
    .selectFrom('school_profile')
    .where('school_id', '=', schoolId)
    .select(['id', 'valid_from as validFrom'])
    .orderBy('valid_from')
    .executeTakeFirstOrThrow()
  if (to < first.validFrom) {
    await tx.updateTable('school_profile').set({ valid_from: to }).where('id', '=', first.id).execute()
  }
}

function grouped(rows: readonly { id: string; text: string }[]): Map<string, string[]> {
  const groups = new Map<string, string[]>()
  for (const row of rows) groups.set(row.id, [...(groups.get(row.id) ?? []), row.text])
  return groups
}

/** The stages that each school runs, ran or will run. */
export async function stagesEverRun(db: Db): Promise<Map<string, Stage[]>> {
  const rows = await db.selectFrom('school_stage').select(['school_id as id', 'stage']).execute()
  const stages = new Map<string, Stage[]>()
  for (const row of rows) stages.set(row.id, [...(stages.get(row.id) ?? []), row.stage])
  return stages
}

/** The campuses of a school that the scope sees. */
export async function campusesOf(
  db: Db,
  scope: Scope,
  parentId: string,
  asOf: Day,
): Promise<{ id: string; name: string; campusName: string | null }[]> {
  return db
    .selectFrom('school as s')
    .innerJoin('school_profile as p', 'p.school_id', 's.id')
    .where('s.parent_id', '=', parentId)
    .where(profileOn(asOf))
    .where(visibleSchool(scope))
    .select(['s.id as id', 'p.name as name', 's.campus_name as campusName'])
    .orderBy('p.name')
    .execute()
}
