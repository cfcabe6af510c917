import { sql } from 'kysely'
import type { Scope } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import { profileOn, visibleSchool } from '#app/features/schools/schools.queries.server.ts'
import type { Db, Stage } from '#db/tables.ts'
import type { SportTraits } from './coverage.rule.ts'
import type { PlacedSchool } from './standing.rule.ts'

export interface PlacementFilter {
  asOf: Day
  /** The unit to which the schools count. */
  unitCode?: string
  sport?: string
}

/** A placement with the words that people need to find it again. */
export interface PlacementDetail extends PlacedSchool {
  code: string | null
  name: string
  parentName: string | null
  role: 'leader' | 'member'
  validFrom: Day
  validTo: Day
  document: string
  /** Whether it holds on the day; ended and coming ones are told apart by their dates. */
  isActive: boolean
}

/** The placements of the scope that hold on the day, each with its school as it is on that day. */
export async function placementsOn(db: Db, scope: Scope, filter: PlacementFilter): Promise<PlacedSchool[]> {
  const rows = await standingFacts(db, scope, filter)
    .where('pl.valid_from', '<=', filter.asOf)
    .where('pl.valid_to', '>=', filter.asOf)
    .execute()
  const parents = await parentsOf(db, rows, filter.asOf)
  return rows.map(row => placedSchool(row, parents))
}

/** Every placement of the scope, ended and coming ones too, by sport, stage, school code and first day. */
export async function placementDetails(
  db: Db,
  scope: Scope,
  filter: PlacementFilter & { schoolId?: string; placementId?: string },
): Promise<PlacementDetail[]> {
  const { asOf, schoolId, placementId } = filter
  const rows = await standingFacts(db, scope, filter)
    .$if(schoolId !== undefined, q => q.where('pl.school_id', '=', schoolId!))
    .$if(placementId !== undefined, q => q.where('pl.id', '=', placementId!))
    .select([
      'p.code as code',
      'p.name as name',
      'pl.role as role',
      'pl.valid_from as validFrom',
      'pl.valid_to as validTo',
      'pl.document as document',
    ])
    .orderBy('pl.sport_code')
    .orderBy(sql`case pl.stage when 'primary' then 1 when 'junior' then 2 else 3 end`)
    .orderBy('p.code')
    .orderBy('pl.school_id')
    .orderBy('pl.valid_from')
    .execute()
  const parents = await parentsOf(db, rows, asOf)
  return rows.map(row => ({
    ...placedSchool(row, parents),
    code: row.code,
    name: row.name,
    parentName: parents.get(row.schoolId)?.name ?? null,
    role: row.role,
    validFrom: row.validFrom,
    validTo: row.validTo,
    document: row.document,
    isActive: row.validFrom <= asOf && asOf <= row.validTo,
  }))
}

/** Names of the sports that were ever placed, and what the mix rule asks of them, by code. */
export async function placedSports(
  db: Db,
): Promise<Map<string, SportTraits & { name: string; nameEn: string }>> {
  const rows = await db
    .selectFrom('sport')
    .where('code', 'in', eb => eb.selectFrom('program_placement').select('sport_code'))
    .select(['code', 'name', 'name_en as nameEn', 'is_base as isBase', 'is_ball as isBall'])
    .execute()
  return new Map(rows.map(row => [row.code, { ...row, isBase: row.isBase === 1, isBall: row.isBall === 1 }]))
}

/** One number a row for four facts: reading a column costs more than finding it. */
const hasCode = 1
const isOpen = 2
const runsStage = 4
const hasParent = 8

function standingFacts(db: Db, scope: Scope, { asOf, unitCode, sport }: PlacementFilter) {
  return db
    .selectFrom('program_placement as pl')
    .innerJoin('school as s', 's.id', 'pl.school_id')
    .innerJoin('school_profile as p', 'p.school_id', 'pl.school_id')
    .where(profileOn(asOf))
    .where(visibleSchool(scope))
    .$if(unitCode !== undefined, q => q.where('p.counts_unit_code', '=', unitCode!))
    .$if(sport !== undefined, q => q.where('pl.sport_code', '=', sport!))
    .select([
      'pl.id as id',
      'pl.school_id as schoolId',
      'pl.sport_code as sport',
      'pl.stage as stage',
      'p.counts_unit_code as unitCode',
      'p.type as type',
      sql<number>`case when p.code is null then 0 else ${sql.lit(hasCode)} end
        + case when s.opened_on <= ${asOf} and s.closed_on > ${asOf} then ${sql.lit(isOpen)} else 0 end
        + case when exists (select 1 from school_stage g where g.school_id = pl.school_id and g.stage = pl.stage
          and g.valid_from <= ${asOf} and g.valid_to >= ${asOf}) then ${sql.lit(runsStage)} else 0 end
        + case when s.parent_id is null then 0 else ${sql.lit(hasParent)} end`.as('facts'),
    ])
}

interface StandingFacts {
  id: string
  schoolId: string
  sport: string
  stage: Stage
  unitCode: string
  type: string
  facts: number
}

type Parent = NonNullable<PlacedSchool['parent']> & { name: string }

/** The schools to which teaching points, attached classes and campuses belong, by the id of these. */
async function parentsOf(db: Db, rows: readonly StandingFacts[], asOf: Day): Promise<Map<string, Parent>> {
  const children = [...new Set(rows.filter(row => row.facts & hasParent).map(row => row.schoolId))]
  if (children.length === 0) return new Map()
  const parents = await db
    .selectFrom('school as child')
    .innerJoin('school as s', 's.id', 'child.parent_id')
    .innerJoin('school_profile as p', 'p.school_id', 's.id')
    .where(profileOn(asOf))
    .where('child.id', 'in', children)
    .select([
      'child.id as childId',
      's.id as id',
      'p.name as name',
      'p.type as type',
      'p.counts_unit_code as unitCode',
      's.opened_on as openedOn',
      's.closed_on as closedOn',
    ])
    .execute()
  return new Map(
    parents.map(({ childId, openedOn, closedOn, ...parent }) => [
      childId,
      { ...parent, isOpen: openedOn <= asOf && asOf < closedOn },
    ]),
  )
}

function placedSchool(row: StandingFacts, parents: ReadonlyMap<string, Parent>): PlacedSchool {
  const { id, schoolId, sport, stage, unitCode, type, facts } = row
  return {
    id,
    schoolId,
    sport,
    stage,
    unitCode,
    type,
    hasCode: (facts & hasCode) > 0,
    isOpen: (facts & isOpen) > 0,
    runsStage: (facts & runsStage) > 0,
    parent: facts & hasParent ? (parents.get(schoolId) ?? null) : null,
  }
}
