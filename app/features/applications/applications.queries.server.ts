import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Scope } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import type { ApplicationState, Db, Engagement, Tx } from '#db/tables.ts'
import { lockRow } from '#db/write.server.ts'

/**
 * The one scope predicate on applications, for a query with `application` as `a`, its `coach_post` as `p` and its
 * `applicant` as `w`: the city sees all, a unit those to its posts, a school those to its own posts, an applicant the
 * own ones. A draft is nobody's but the applicant's.
 */
export function visibleApplication(scope: Scope): RawBuilder<SqlBool> {
  switch (scope.kind) {
    case 'city':
      return sql<SqlBool>`a.state <> 'DRAFT'`
    case 'unit':
      return sql<SqlBool>`(p.unit_code = ${scope.unitCode} and a.state <> 'DRAFT')`
    case 'school':
      return sql<SqlBool>`(p.school_id = ${scope.schoolId} and a.state <> 'DRAFT')`
    case 'applicant':
      return sql<SqlBool>`w.account_id = ${scope.accountId}`
    case 'nothing':
      return sql<SqlBool>`1 = 0`
  }
}

export interface ApplicationRow {
  id: string
  number: string
  state: ApplicationState
  stateAt: string
  statement: string
  /** JSON of the codes by which it was eligible when it was handed in. */
  eligibility: string
  submittedAt: string | null
  applicantId: string
  postId: string
  postNumber: string
  postTitle: string
  engagement: Engagement
  unitCode: string
  unitName: string
  unitNameEn: string
  schoolId: string | null
  opensAt: string
  closesAt: string
  /** Last day of the person's public notice. */
  publicityTo: Day | null
  probationMonths: number
  contractFrom: Day | null
  interviewAt: string | null
  interviewPlace: string | null
}

/** Applications of the scope, the latest first. */
export async function listApplications(
  db: Db,
  scope: Scope,
  filter: { limit?: number } = {},
): Promise<ApplicationRow[]> {
  return applications(db, scope)
    .orderBy('a.state_at', 'desc')
    .orderBy('a.id')
    .limit(filter.limit ?? 200)
    .execute()
}

export async function findApplication(db: Db, scope: Scope, id: string): Promise<ApplicationRow | undefined> {
  return applications(db, scope).where('a.id', '=', id).executeTakeFirst()
}

/**
 * An application with its person held until the transaction ends. Read under the lock: where two profiles are made one
 * meanwhile, it is the kept person's by then, and that one is held.
 */
export async function findApplicationOfHeld(
  tx: Tx,
  scope: Scope,
  id: string,
): Promise<ApplicationRow | undefined> {
  let seen = await findApplication(tx, scope, id)
  while (seen !== undefined) {
    await lockRow(tx, 'applicant', seen.applicantId)
    const standing = await findApplication(tx, scope, id)
    if (standing?.applicantId === seen.applicantId) return standing
    seen = standing
  }
  return undefined
}

function applications(db: Db, scope: Scope) {
  return db
    .selectFrom('application as a')
    .innerJoin('coach_post as p', 'p.id', 'a.post_id')
    .innerJoin('coach_round as r', 'r.id', 'a.round_id')
    .innerJoin('applicant as w', 'w.id', 'a.applicant_id')
    .innerJoin('unit as u', 'u.code', 'p.unit_code')
    .leftJoin('interview_slot as s', 's.application_id', 'a.id')
    .leftJoin('instructor as i', 'i.application_id', 'a.id')
    .where(visibleApplication(scope))
    .select([
      'a.id as id',
      'a.number as number',
      'a.state as state',
      'a.state_at as stateAt',
      'a.statement as statement',
      'a.eligibility as eligibility',
      'a.submitted_at as submittedAt',
      'a.applicant_id as applicantId',
      'p.id as postId',
      'p.number as postNumber',
      'p.title as postTitle',
      'p.engagement as engagement',
      'p.unit_code as unitCode',
      'u.name as unitName',
      'u.name_en as unitNameEn',
      'p.school_id as schoolId',
      'r.opens_at as opensAt',
      'r.closes_at as closesAt',
      'a.publicity_to as publicityTo',
      'p.probation_months as probationMonths',
      'i.valid_from as contractFrom',
      's.starts_at as interviewAt',
      's.place as interviewPlace',
    ])
}

/** What an applicant has under way in a round: which post, how it stands. Withdrawn ones are over, and those of a post that was cancelled. */
export interface Standing {
  id: string
  number: string
  postId: string
  postNumber: string
  postTitle: string
  state: ApplicationState
  stateAt: string
  statement: string
}

export async function standingInRound(db: Db, applicantId: string, roundId: string): Promise<Standing[]> {
  return db
    .selectFrom('application as a')
    .innerJoin('coach_post as p', 'p.id', 'a.post_id')
    .where('a.applicant_id', '=', applicantId)
    .where('a.round_id', '=', roundId)
    .where('a.state', '<>', 'WITHDRAWN')
    .where(eb => eb.or([eb('a.state', '<>', 'TERMINATED'), eb('p.status', '<>', 'cancelled')]))
    .select([
      'a.id as id',
      'a.number as number',
      'a.post_id as postId',
      'p.number as postNumber',
      'p.title as postTitle',
      'a.state as state',
      'a.state_at as stateAt',
      'a.statement as statement',
    ])
    .orderBy('a.id')
    .execute()
}
