import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Scope } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import { profileOn } from '#app/features/schools/schools.queries.server.ts'
import type { Database, Db, Stage } from '#db/tables.ts'
import type { PostContent } from './post.rule.ts'
import type { PostStatus } from './post-state.rule.ts'
import { windowState } from './round.rule.ts'

/** A school that a post serves, as it is on the day on which its round closes. */
export interface ServedSchool {
  id: string
  code: string | null
  name: string
  unitCode: string
  address: string
  longitude: number | null
  latitude: number | null
}

export interface Post extends PostContent {
  id: string
  number: string
  roundId: string
  /** The unit that reviews and publishes it. */
  unitCode: string
  unitName: string
  unitNameEn: string
  /** Whether the city itself reviews and publishes it. */
  isOfCity: boolean
  sportName: string
  sportNameEn: string
  /** The school whose own post it is; null for a pooled one. */
  schoolId: string | null
  schools: ServedSchool[]
  status: PostStatus
  statusReason: string
  publishedAt: string | null
  createdBy: string
  createdAt: string
  updatedAt: string
  round: {
    name: string
    document: string
    opensAt: string
    closesAt: string
    onePostEach: boolean
    endedAt: string | null
  }
}

/**
 * The one scope predicate on posts, for a query whose `coach_post` goes by the alias `post`: the city sees all, a unit
 * those that it reviews, a school its own.
 */
function visiblePost(scope: Scope): RawBuilder<SqlBool> {
  switch (scope.kind) {
    case 'city':
      return sql<SqlBool>`1 = 1`
    case 'unit':
      return sql<SqlBool>`post.unit_code = ${scope.unitCode}`
    case 'school':
      return sql<SqlBool>`post.school_id = ${scope.schoolId}`
    case 'applicant':
    case 'nothing':
      return sql<SqlBool>`1 = 0`
  }
}

export interface PostFilter {
  roundId?: string
  status?: PostStatus
  unitCode?: string
  schoolId?: string
  limit?: number
  offset?: number
}

/** Posts of the scope, the latest first. */
export async function listPosts(db: Db, scope: Scope, filter: PostFilter = {}): Promise<Post[]> {
  const query = selectPosts(db)
    .where(fits(scope, filter))
    .orderBy('post.created_at', 'desc')
    .orderBy('post.number', 'desc')
  const { limit, offset = 0 } = filter
  const rows = await (limit === undefined ? query : query.limit(limit).offset(offset)).execute()
  return completed(db, rows)
}

/** How many posts of the scope stand in each state. */
export async function countByStatus(
  db: Db,
  scope: Scope,
  filter: PostFilter = {},
): Promise<Partial<Record<PostStatus, number>>> {
  const rows = await db
    .selectFrom('coach_post as post')
    .where(fits(scope, filter))
    .groupBy('post.status')
    .select(eb => ['post.status as status', eb.fn.countAll<number>().as('count')])
    .execute()
  return Object.fromEntries(rows.map(({ status, count }) => [status, Number(count)]))
}

function fits(scope: Scope, { roundId, status, unitCode, schoolId }: PostFilter): RawBuilder<SqlBool> {
  const limits = [
    visiblePost(scope),
    roundId !== undefined && sql<SqlBool>`post.round_id = ${roundId}`,
    status !== undefined && sql<SqlBool>`post.status = ${status}`,
    unitCode !== undefined && sql<SqlBool>`post.unit_code = ${unitCode}`,
    schoolId !== undefined && sql<SqlBool>`post.school_id = ${schoolId}`,
  ].filter(limit => limit !== false)
  return sql<SqlBool>`(${sql.join(limits, sql` and `)})`
}

export async function findPost(db: Db, scope: Scope, id: string): Promise<Post | undefined> {
  const rows = await selectPosts(db).where('post.id', '=', id).where(visiblePost(scope)).execute()
  return (await completed(db, rows))[0]
}

/** A post that was once published, for anybody: one cancelled or completed since too. */
export async function findPublishedPost(db: Db, number: string): Promise<Post | undefined> {
  const rows = await selectPosts(db)
    .where('post.number', '=', number)
    .where('post.published_at', 'is not', null)
    .execute()
  return (await completed(db, rows))[0]
}

/** How a post stands now. */
export async function statusOf(db: Db, id: string): Promise<PostStatus> {
  const { status } = await db
    .selectFrom('coach_post')
    .where('id', '=', id)
    .select('status')
    .executeTakeFirstOrThrow()
  return status
}

/** The post if it may be applied to at this instant. */
export async function openPost(db: Db, id: string, now: string): Promise<Post | undefined> {
  const rows = await selectPosts(db)
    .where('post.id', '=', id)
    .where('post.status', '=', 'published')
    .execute()
  const [post] = await completed(db, rows)
  return post !== undefined && windowState(post.round, now) === 'open' ? post : undefined
}

type Row = Awaited<ReturnType<ReturnType<typeof selectPosts>['execute']>>[number]

function selectPosts(db: Db) {
  return db
    .selectFrom('coach_post as post')
    .innerJoin('coach_round as round', 'round.id', 'post.round_id')
    .innerJoin('unit', 'unit.code', 'post.unit_code')
    .innerJoin('sport', 'sport.code', 'post.sport_code')
    .selectAll('post')
    .select([
      'unit.name as unitName',
      'unit.name_en as unitNameEn',
      'unit.kind as unitKind',
      'sport.name as sportName',
      'sport.name_en as sportNameEn',
      'round.name as roundName',
      'round.document as document',
      'round.opens_at as opensAt',
      'round.closes_at as closesAt',
      'round.one_post_each as onePostEach',
      'round.ended_at as endedAt',
    ])
}

async function completed(db: Db, rows: readonly Row[]): Promise<Post[]> {
  const ids = rows.map(row => row.id)
  const stages = await stagesOfPosts(db, ids)
  const schools = await schoolsOfPosts(
    db,
    rows.map(row => ({ postId: row.id, asOf: row.closesAt.slice(0, 10) })),
  )
  return rows.map(row => postOf(row, stages.get(row.id) ?? [], schools.get(row.id) ?? []))
}

function postOf(row: Row, stages: Stage[], schools: ServedSchool[]): Post {
  return {
    ...contentOf(row, stages, schools),
    id: row.id,
    number: row.number,
    roundId: row.round_id,
    unitCode: row.unit_code,
    unitName: row.unitName,
    unitNameEn: row.unitNameEn,
    isOfCity: row.unitKind === 'city_direct',
    sportName: row.sportName,
    sportNameEn: row.sportNameEn,
    schoolId: row.school_id,
    schools,
    status: row.status,
    statusReason: row.status_reason,
    publishedAt: row.published_at,
    createdBy: row.created_by,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    round: {
      name: row.roundName,
      document: row.document,
      opensAt: row.opensAt,
      closesAt: row.closesAt,
      onePostEach: row.onePostEach === 1,
      endedAt: row.endedAt,
    },
  }
}

function contentOf(
  row: Pick<Row, keyof Database['coach_post']>,
  stages: readonly Stage[],
  schools: readonly ServedSchool[],
): PostContent {
  return {
    schoolIds: schools.map(school => school.id),
    isPooled: row.school_id === null,
    title: row.title,
    sport: row.sport_code,
    stages,
    engagement: row.engagement,
    hoursWeek: row.hours_week,
    quota: row.quota,
    leastGrade: row.least_grade,
    resultInstead: row.result_instead,
    leastEducation: row.least_education,
    mostAge: row.most_age,
    certificate: row.certificate,
    leastExperience: row.least_experience,
    isReserved: row.reserved_for_retired === 1,
    writtenWeight: row.written_weight,
    skillWeight: row.skill_weight,
    writtenPass: row.written_pass,
    skillPass: row.skill_pass,
    shortListRatio: row.short_list_ratio,
    probationMonths: row.probation_months,
    termMonths: row.term_months,
    pay: row.pay,
    duties: row.duties,
    contact: row.contact,
  }
}

const askedAtOnce = 500

/** The stages of each post, in the order primary, junior, senior. */
export async function stagesOfPosts(db: Db, ids: readonly string[]): Promise<Map<string, Stage[]>> {
  const stages = new Map<string, Stage[]>()
  for (let start = 0; start < ids.length; start += askedAtOnce) {
    const rows = await db
      .selectFrom('coach_post_stage')
      .where('post_id', 'in', ids.slice(start, start + askedAtOnce))
      .select(['post_id as postId', 'stage'])
      .orderBy(sql`case stage when 'primary' then 1 when 'junior' then 2 else 3 end`)
      .execute()
    for (const { postId, stage } of rows) stages.set(postId, [...(stages.get(postId) ?? []), stage])
  }
  return stages
}

/** The schools of each post as they are on its day, in code order. */
export async function schoolsOfPosts(
  db: Db,
  posts: readonly { postId: string; asOf: Day }[],
): Promise<Map<string, ServedSchool[]>> {
  const schools = new Map<string, ServedSchool[]>()
  for (const asOf of new Set(posts.map(post => post.asOf))) {
    const ids = posts.filter(post => post.asOf === asOf).map(post => post.postId)
    for (let start = 0; start < ids.length; start += askedAtOnce) {
      const rows = await servedSchools(db, ids.slice(start, start + askedAtOnce), asOf)
      for (const { postId, ...school } of rows) schools.set(postId, [...(schools.get(postId) ?? []), school])
    }
  }
  return schools
}

function servedSchools(db: Db, postIds: readonly string[], asOf: Day) {
  return db
    .selectFrom('coach_post_school as ps')
    .innerJoin('school as s', 's.id', 'ps.school_id')
    .innerJoin('school_profile as p', 'p.school_id', 'ps.school_id')
    .where('ps.post_id', 'in', postIds)
    .where(profileOn(asOf))
    .select([
      'ps.post_id as postId',
      's.id as id',
      'p.code as code',
      'p.name as name',
      'p.unit_code as unitCode',
      's.address as address',
      's.longitude as longitude',
      's.latitude as latitude',
    ])
    .orderBy('p.code')
    .orderBy('s.id')
    .execute()
}
