import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Database, Db, Engagement, Stage } from '#db/tables.ts'
import { narrowingAt, type Spot, squaredDegrees } from './places.rule.ts'
import type { WindowState } from './round.rule.ts'

/** What somebody looks for on the public board. */
export interface BoardFilter {
  state: WindowState
  sport?: string
  unit?: string
  engagement?: Engagement
  stage?: Stage
  /** From where distances are counted. */
  near?: Spot
  /** Kilometres from there at most. */
  within?: number
  sort: 'closing' | 'distance'
}

export interface BoardRow {
  id: string
  number: string
  title: string
  sportName: string
  sportNameEn: string
  unitName: string
  unitNameEn: string
  engagement: Engagement
  hoursWeek: number
  quota: number
  leastGrade: Database['coach_post']['least_grade']
  isReserved: boolean
  opensAt: string
  closesAt: string
}

/** Published posts whose window is in the asked state at the minute; the nearest or the first to close come first. */
export async function boardRows(
  db: Db,
  filter: BoardFilter,
  page: { minute: string; limit: number; offset: number },
): Promise<BoardRow[]> {
  const rows = await ordered(db, filter, page.minute)
    .innerJoin('sport', 'sport.code', 'post.sport_code')
    .innerJoin('unit', 'unit.code', 'post.unit_code')
    .select([
      'post.id as id',
      'post.number as number',
      'post.title as title',
      'sport.name as sportName',
      'sport.name_en as sportNameEn',
      'unit.name as unitName',
      'unit.name_en as unitNameEn',
      'post.engagement as engagement',
      'post.hours_week as hoursWeek',
      'post.quota as quota',
      'post.least_grade as leastGrade',
      'post.reserved_for_retired as isReserved',
      'round.opens_at as opensAt',
      'round.closes_at as closesAt',
    ])
    .limit(page.limit)
    .offset(page.offset)
    .execute()
  return rows.map(row => ({ ...row, isReserved: row.isReserved === 1 }))
}

export async function countBoard(db: Db, filter: BoardFilter, minute: string): Promise<number> {
  const { count } = await sought(db, filter, minute)
    .select(eb => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** The sports of published posts, in the order of the catalogue: others would find nothing. */
export function boardSports(db: Db): Promise<{ code: string; name: string; nameEn: string }[]> {
  return db
    .selectFrom('sport')
    .where('code', 'in', eb =>
      eb.selectFrom('coach_post').select('sport_code').where('status', '=', 'published'),
    )
    .select(['code', 'name', 'name_en as nameEn'])
    .orderBy('position')
    .execute()
}

function sought(db: Db, filter: BoardFilter, minute: string) {
  const { sport, unit, engagement, stage, near, within } = filter
  return db
    .selectFrom('coach_round as round')
    .innerJoin('coach_post as post', 'post.round_id', 'round.id')
    .where('post.status', '=', 'published')
    .where(windowIs(filter.state, minute))
    .$if(sport !== undefined, q => q.where('post.sport_code', '=', sport!))
    .$if(unit !== undefined, q => q.where('post.unit_code', '=', unit!))
    .$if(engagement !== undefined, q => q.where('post.engagement', '=', engagement!))
    .$if(stage !== undefined, q =>
      q.where('post.id', 'in', eb =>
        eb.selectFrom('coach_post_stage').select('post_id').where('stage', '=', stage!),
      ),
    )
    .$if(near !== undefined && within !== undefined, q =>
      q.where(sql<SqlBool>`${nearestSquared(near!)} <= ${squaredDegrees(within!)}`),
    )
}

function ordered(db: Db, filter: BoardFilter, minute: string) {
  const { near, sort, state } = filter
  const query = sought(db, filter, minute)
  if (sort === 'distance' && near !== undefined) {
    const distance = nearestSquared(near)
    return query
      .orderBy(sql`case when ${distance} is null then 1 else 0 end`)
      .orderBy(distance)
      .orderBy('post.number')
  }
  // Those that closed last come first: they are what somebody missed.
  return query
    .orderBy('round.closes_at', state === 'closed' ? 'desc' : 'asc')
    .orderBy('round.id')
    .orderBy('post.number')
}

function windowIs(state: WindowState, minute: string): RawBuilder<SqlBool> {
  if (state === 'soon') return sql<SqlBool>`round.opens_at > ${minute}`
  if (state === 'closed') return sql<SqlBool>`round.closes_at <= ${minute}`
  return sql<SqlBool>`(round.closes_at > ${minute} and round.opens_at <= ${minute})`
}

/** The squared distance in degrees of latitude to the nearest school of the post; null where none has a place. */
function nearestSquared({ longitude, latitude }: Spot): RawBuilder<number | null> {
  const narrowing = narrowingAt(latitude) ** 2
  return sql`(select min((s.longitude - ${longitude}) * (s.longitude - ${longitude}) * ${narrowing}
    + (s.latitude - ${latitude}) * (s.latitude - ${latitude}))
    from coach_post_school ps inner join school s on s.id = ps.school_id where ps.post_id = post.id)`
}
