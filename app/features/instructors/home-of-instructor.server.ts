import type { Scope } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import { findSchool } from '#app/features/schools/schools.queries.server.ts'
import { listUnitNames } from '#app/features/schools/units.queries.server.ts'
import { listSports } from '#app/features/sports/sports.queries.server.ts'
import type { Db } from '#db/tables.ts'
import { workSchools } from './coach-work.queries.server.ts'
import type { ContractFacts } from './contract.rule.ts'
import { mayKeep } from './instructor-permission.rule.ts'

export type HomeRefusal =
  | 'school-unknown'
  | 'unit-unknown'
  | 'not-allowed'
  | 'sport-unknown'
  | 'school-not-open'
  | 'stage-not-run'

export interface Home {
  unitCode: string
  countsUnitCode: string
  schoolId: string | null
}

/** The place that a contract would belong to: a school of the scope, or for a pooled instructor a unit. */
export async function homeOf(
  db: Db,
  scope: Scope,
  asked: { unitCode: string; schoolId: string | null; today: Day },
): Promise<{ ok: true; home: Home } | { ok: false; refusal: HomeRefusal }> {
  const home =
    asked.schoolId === null ? await unitHome(db, asked.unitCode) : await schoolHome(db, scope, asked)
  if (home === null)
    return { ok: false, refusal: asked.schoolId === null ? 'unit-unknown' : 'school-unknown' }
  return mayKeep(scope, home) ? { ok: true, home } : { ok: false, refusal: 'not-allowed' }
}

async function unitHome(db: Db, unitCode: string): Promise<Home | null> {
  const units = await listUnitNames(db)
  return units.some(unit => unit.code === unitCode)
    ? { unitCode, countsUnitCode: unitCode, schoolId: null }
    : null
}

async function schoolHome(
  db: Db,
  scope: Scope,
  { schoolId, today }: { schoolId: string | null; today: Day },
): Promise<Home | null> {
  const school = await findSchool(db, scope, schoolId ?? '', today)
  if (school === undefined) return null
  return { unitCode: school.unitCode, countsUnitCode: school.countsUnitCode, schoolId: school.id }
}

/** Why the sports and stages of a contract cannot be those of its place; null when they can. */
export async function whyNotAtHome(
  db: Db,
  home: Home,
  facts: Pick<ContractFacts, 'sports' | 'stages'> & { validFrom: Day },
): Promise<HomeRefusal | null> {
  const known = new Set((await listSports(db)).map(sport => sport.code))
  if (facts.sports.some(({ sport }) => !known.has(sport))) return 'sport-unknown'
  if (home.schoolId === null) return null
  const school = (await workSchools(db, [home.schoolId])).get(home.schoolId)
  const { validFrom } = facts
  if (school === undefined || validFrom < school.openedOn || validFrom >= school.closedOn)
    return 'school-not-open'
  const isRun = (stage: string) =>
    school.stages.some(one => one.stage === stage && one.validFrom <= validFrom && validFrom <= one.validTo)
  return facts.stages.every(isRun) ? null : 'stage-not-run'
}
