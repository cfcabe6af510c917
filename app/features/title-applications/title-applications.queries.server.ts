import type { Scope } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import { profileOn, visibleSchool } from '#app/features/schools/schools.queries.server.ts'
import type { Database, Db, DesignationLevel, TitleApplicationState } from '#db/tables.ts'
import type { SelfEntry } from './self-score.rule.ts'

/** An application with its batch and its school as the school is on the day that was asked for. */
export interface TitleApplication {
  id: string
  batchId: string
  batchName: string
  level: DesignationLevel
  setId: string
  opensAt: string
  closesAt: string
  mostSports: number
  schoolId: string
  code: string | null
  schoolName: string
  /** Who administers the school, and so recommends it. */
  unitCode: string
  unitName: string
  unitKind: Database['unit']['kind']
  countsUnitCode: string
  state: TitleApplicationState
  stateAt: string
  statement: string
  mendUntil: string | null
  noticeId: string | null
  certificate: string | null
  document: string
  namedOn: Day | null
  submittedAt: string | null
  updatedAt: string
  /** Its sports in the order in which the school named them. */
  sports: readonly string[]
}

export interface TitleApplicationFilter {
  asOf: Day
  id?: string
  batchId?: string
  schoolId?: string
  states?: readonly TitleApplicationState[]
}

/**
 * Applications of the scope's schools, by batch, unit and school. What a school has not handed in is its own: units and
 * the city see no drafts.
 */
export async function listTitleApplications(
  db: Db,
  scope: Scope,
  filter: TitleApplicationFilter,
): Promise<TitleApplication[]> {
  const rows = await selectApplications(db, filter)
    .where(visibleSchool(scope))
    .$if(scope.kind !== 'school', q => q.where('a.state', '!=', 'DRAFT'))
    .execute()
  return withSports(db, rows)
}

export async function findTitleApplication(
  db: Db,
  scope: Scope,
  id: string,
  asOf: Day,
): Promise<TitleApplication | undefined> {
  return (await listTitleApplications(db, scope, { id, asOf }))[0]
}

/** The application of a school in a batch, whatever its state; whoever calls it holds the school's scope. */
export async function findOwnTitleApplication(
  db: Db,
  scope: Extract<Scope, { kind: 'school' }>,
  batchId: string,
  asOf: Day,
): Promise<TitleApplication | undefined> {
  return (await listTitleApplications(db, scope, { batchId, schoolId: scope.schoolId, asOf }))[0]
}

function selectApplications(db: Db, { asOf, id, batchId, schoolId, states }: TitleApplicationFilter) {
  return db
    .selectFrom('title_application as a')
    .innerJoin('designation_batch as b', 'b.id', 'a.batch_id')
    .innerJoin('school_profile as p', 'p.school_id', 'a.school_id')
    .innerJoin('unit as u', 'u.code', 'p.unit_code')
    .where(profileOn(asOf))
    .$if(id !== undefined, q => q.where('a.id', '=', id ?? ''))
    .$if(batchId !== undefined, q => q.where('a.batch_id', '=', batchId ?? ''))
    .$if(schoolId !== undefined, q => q.where('a.school_id', '=', schoolId ?? ''))
    .$if(states !== undefined, q => q.where('a.state', 'in', states ?? []))
    .select([
      'a.id as id',
      'a.batch_id as batchId',
      'b.name as batchName',
      'b.level as level',
      'b.set_id as setId',
      'b.opens_at as opensAt',
      'b.closes_at as closesAt',
      'b.most_sports as mostSports',
      'a.school_id as schoolId',
      'p.code as code',
      'p.name as schoolName',
      'p.unit_code as unitCode',
      'u.name as unitName',
      'u.kind as unitKind',
      'p.counts_unit_code as countsUnitCode',
      'a.state as state',
      'a.state_at as stateAt',
      'a.statement as statement',
      'a.mend_until as mendUntil',
      'a.notice_id as noticeId',
      'a.certificate as certificate',
      'a.document as document',
      'a.named_on as namedOn',
      'a.submitted_at as submittedAt',
      'a.updated_at as updatedAt',
    ])
    .orderBy('b.opens_at', 'desc')
    .orderBy('u.position')
    .orderBy('p.code')
    .orderBy('a.id')
}

async function withSports(
  db: Db,
  rows: readonly Omit<TitleApplication, 'sports'>[],
): Promise<TitleApplication[]> {
  const sports = await sportsOfApplications(
    db,
    rows.map(row => row.id),
  )
  return rows.map(row => ({ ...row, sports: sports.get(row.id) ?? [] }))
}

const most = 500

/** The sports of applications, in the order in which they were named. */
async function sportsOfApplications(db: Db, ids: readonly string[]): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>()
  for (let from = 0; from < ids.length; from += most) {
    const rows = await db
      .selectFrom('title_application_sport')
      .where('application_id', 'in', ids.slice(from, from + most))
      .select(['application_id as id', 'sport_code as sport'])
      .orderBy('application_id')
      .orderBy('position')
      .execute()
    for (const { id, sport } of rows) found.set(id, [...(found.get(id) ?? []), sport])
  }
  return found
}

/** What a school says of itself for an indicator, with the figure that it was shown. */
export interface SelfScore {
  code: string
  /** In hundredths; of a veto 0 where it does not apply; null while nothing is said. */
  points: number | null
  evidence: string
  figure: string
  /** Why there was none to be had; '' where it stands. */
  figureMissing: string
  figureValue: number | null
  figureOf: number | null
  figureFrom: Day | null
  figureDay: Day | null
}

export async function selfScoresOf(db: Db, applicationId: string): Promise<SelfScore[]> {
  return db
    .selectFrom('title_self_score')
    .where('application_id', '=', applicationId)
    .select([
      'indicator_code as code',
      'points',
      'evidence',
      'figure',
      'figure_missing as figureMissing',
      'figure_value as figureValue',
      'figure_of as figureOf',
      'figure_from as figureFrom',
      'figure_day as figureDay',
    ])
    .orderBy('indicator_code')
    .execute()
}

/** What schools say of themselves in many applications, by the application. */
export async function selfEntriesOf(db: Db, ids: readonly string[]): Promise<Map<string, SelfEntry[]>> {
  const found = new Map<string, SelfEntry[]>()
  for (let from = 0; from < ids.length; from += most) {
    const rows = await db
      .selectFrom('title_self_score')
      .where('application_id', 'in', ids.slice(from, from + most))
      .select(['application_id as id', 'indicator_code as code', 'points', 'evidence'])
      .orderBy('application_id')
      .orderBy('indicator_code')
      .execute()
    for (const { id, ...entry } of rows) {
      const entries = found.get(id)
      if (entries === undefined) found.set(id, [entry])
      else entries.push(entry)
    }
  }
  return found
}

/** 推荐: the unit's opinion and place, answered for by both of its bureaus. */
export interface Recommendation {
  position: number
  opinion: string
  educationBy: string
  educationOn: Day
  sportsBy: string
  sportsOn: Day
}

export async function recommendationOf(db: Db, applicationId: string): Promise<Recommendation | undefined> {
  return db
    .selectFrom('title_recommendation')
    .where('application_id', '=', applicationId)
    .select([
      'position',
      'opinion',
      'education_by as educationBy',
      'education_on as educationOn',
      'sports_by as sportsBy',
      'sports_on as sportsOn',
    ])
    .executeTakeFirst()
}

/** The places that a unit has given away in a batch, to schools that it administers on the day. */
export async function positionsOfUnit(
  db: Db,
  of: { batchId: string; unitCode: string; asOf: Day },
): Promise<{ applicationId: string; position: number }[]> {
  return db
    .selectFrom('title_recommendation as r')
    .innerJoin('title_application as a', 'a.id', 'r.application_id')
    .innerJoin('school_profile as p', 'p.school_id', 'a.school_id')
    .where(profileOn(of.asOf))
    .where('a.batch_id', '=', of.batchId)
    .where('p.unit_code', '=', of.unitCode)
    .select(['r.application_id as applicationId', 'r.position as position'])
    .orderBy('r.position')
    .execute()
}
