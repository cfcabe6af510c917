import type { Scope } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import type { ApplicationState, Db, Tx } from '#db/tables.ts'
import { setEach, upsertAll } from '#db/write.server.ts'
import { visibleApplication } from './applications.queries.server.ts'
import type { Waiting } from './ranking.rule.ts'
import type { Score } from './score.rule.ts'
import { holdingPlace } from './way.rule.ts'

export type Component = 'WRITTEN' | 'SKILL' | 'EXTRA'

/** An application with its scores, as a list of candidates shows it. */
export interface CandidateRow {
  id: string
  number: string
  name: string
  state: ApplicationState
  stateAt: string
  rank: number | null
  /** Missing: not entered yet; null: absent. */
  scores: Partial<Record<Component, Score>>
}

/** Which part of a long list is wanted. */
interface Page {
  state?: ApplicationState
  limit: number
  offset: number
}

/** The candidates of a post that the scope sees, by number, all of them or a page; drafts are nobody's. */
export async function candidatesOf(
  db: Db,
  scope: Scope,
  postId: string,
  page?: Page,
): Promise<CandidateRow[]> {
  const state = page?.state
  const rows = await handedIn(db, scope, postId)
    .$if(state !== undefined, q => q.where('a.state', '=', state ?? 'DRAFT'))
    .select([
      'a.id as id',
      'a.number as number',
      'w.name as name',
      'a.state as state',
      'a.state_at as stateAt',
      'a.rank as rank',
    ])
    .orderBy('a.number')
    .$if(page !== undefined, q => q.limit(page?.limit ?? 0).offset(page?.offset ?? 0))
    .execute()
  const ids = page === undefined ? undefined : rows.map(row => row.id)
  const scores = await scoresOfPost(db, postId, ids)
  return rows.map(row => ({ ...row, scores: scores.get(row.id) ?? {} }))
}

/** How many candidates of a post the scope sees at each state. */
export async function countStates(
  db: Db,
  scope: Scope,
  postId: string,
): Promise<{ state: ApplicationState; count: number }[]> {
  const rows = await handedIn(db, scope, postId)
    .groupBy('a.state')
    .select(eb => ['a.state as state', eb.fn.countAll<number>().as('count')])
    .orderBy('a.state')
    .execute()
  return rows.map(({ state, count }) => ({ state, count: Number(count) }))
}

function handedIn(db: Db, scope: Scope, postId: string) {
  return db
    .selectFrom('application as a')
    .innerJoin('coach_post as p', 'p.id', 'a.post_id')
    .innerJoin('applicant as w', 'w.id', 'a.applicant_id')
    .where('a.post_id', '=', postId)
    .where('a.state', '<>', 'DRAFT')
    .where(visibleApplication(scope))
}

/** The scores of a post's candidates, or of those named. */
async function scoresOfPost(
  db: Db,
  postId: string,
  ids: readonly string[] | undefined,
): Promise<Map<string, CandidateRow['scores']>> {
  if (ids?.length === 0) return new Map()
  const rows = await db
    .selectFrom('application_score as s')
    .innerJoin('application as a', 'a.id', 's.application_id')
    .where('a.post_id', '=', postId)
    .$if(ids !== undefined, q => q.where('a.id', 'in', ids ?? []))
    .select(['s.application_id as id', 's.component as component', 's.score as score'])
    .execute()
  const scores = new Map<string, CandidateRow['scores']>()
  for (const { id, component, score } of rows) {
    const known = scores.get(id)
    if (known === undefined) scores.set(id, { [component]: score })
    else known[component] = score
  }
  return scores
}

/** The applications to a post that stand at one of the states, by state. */
export async function statesOfPost(
  db: Db,
  postId: string,
  states: readonly ApplicationState[],
): Promise<Map<ApplicationState, string[]>> {
  const rows = await db
    .selectFrom('application')
    .where('post_id', '=', postId)
    .where('state', 'in', states)
    .select(['id', 'state'])
    .orderBy('id')
    .execute()
  const groups = new Map<ApplicationState, string[]>()
  for (const { id, state } of rows) groups.set(state, [...(groups.get(state) ?? []), id])
  return groups
}

export async function writeScore(
  tx: Tx,
  given: { applicationId: string; component: Component; score: Score; by: string; at: string },
): Promise<void> {
  const row = {
    application_id: given.applicationId,
    component: given.component,
    score: given.score,
    entered_by: given.by,
    entered_at: given.at,
  }
  await upsertAll(tx, 'application_score', [row], ['application_id', 'component'])
}

/** The ranks of a list that is published now; whoever else of the post had one loses it. */
export async function setRanks(
  tx: Tx,
  postId: string,
  placed: readonly { id: string; rank: number }[],
): Promise<void> {
  await tx
    .updateTable('application')
    .set({ rank: null })
    .where('post_id', '=', postId)
    .where('rank', 'is not', null)
    .execute()
  await setEach(tx, 'application', 'rank', new Map(placed.map(one => [one.id, one.rank])))
}

/** What of a post changes while it is recruited for. */
export interface Recruiting {
  scoresPublishedAt: string | null
  publicityFrom: Day | null
  publicityTo: Day | null
}

export async function recruitingOf(db: Db, postId: string): Promise<Recruiting> {
  return db
    .selectFrom('coach_post')
    .where('id', '=', postId)
    .select([
      'scores_published_at as scoresPublishedAt',
      'publicity_from as publicityFrom',
      'publicity_to as publicityTo',
    ])
    .executeTakeFirstOrThrow()
}

export async function publishScores(tx: Tx, postId: string, at: string): Promise<void> {
  await tx.updateTable('coach_post').set({ scores_published_at: at }).where('id', '=', postId).execute()
}

/** Announces the notice of a candidate: its own days, and those of the whole post. */
export async function setNotice(
  tx: Tx,
  notice: { postId: string; applicationId: string; own: { to: Day }; days: { from: Day; to: Day } },
): Promise<void> {
  const { postId, applicationId, own, days } = notice
  await tx.updateTable('application').set({ publicity_to: own.to }).where('id', '=', applicationId).execute()
  await tx
    .updateTable('coach_post')
    .set({ publicity_from: days.from, publicity_to: days.to })
    .where('id', '=', postId)
    .execute()
}

/**
 * How many of the post's places are used: held by somebody, or once approved and given up since, for after approval
 * nobody is called from reserve (盐城 2016).
 */
export async function placesUsed(db: Db, postId: string): Promise<number> {
  return (await placesUsedOf(db, [postId])).get(postId) ?? 0
}

/** How many places of each post are used; posts of which none is are left out. */
export async function placesUsedOf(db: Db, postIds: readonly string[]): Promise<Map<string, number>> {
  if (postIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('application as a')
    .where('a.post_id', 'in', postIds)
    .where(eb =>
      eb.or([
        eb('a.state', 'in', holdingPlace),
        eb.and([
          eb('a.state', '=', 'TERMINATED'),
          eb.exists(
            eb
              .selectFrom('application_step as s')
              .whereRef('s.application_id', '=', 'a.id')
              .where('s.to_state', '=', 'APPROVED')
              .select('s.position'),
          ),
        ]),
      ]),
    )
    .groupBy('a.post_id')
    .select(eb => ['a.post_id as postId', eb.fn.countAll<number>().as('count')] as const)
    .execute()
  return new Map(rows.map(row => [row.postId, Number(row.count)]))
}

/** Who is in reserve at the best rank there is, with the extra test that sets equals apart. */
export async function firstInReserve(db: Db, postId: string): Promise<Waiting[]> {
  const row = await db
    .selectFrom('application')
    .where('post_id', '=', postId)
    .where('state', '=', 'RESERVE')
    .select(eb => eb.fn.min('rank').as('rank'))
    .executeTakeFirst()
  return row?.rank == null ? [] : reserveAt(db, postId, row.rank)
}

/** Who is in reserve at a rank, with the extra tests taken since the ranking was published. */
export async function reserveAt(db: Db, postId: string, rank: number): Promise<Waiting[]> {
  const rows = await db
    .selectFrom('application as a')
    .innerJoin('coach_post as p', 'p.id', 'a.post_id')
    .leftJoin('application_score as s', join =>
      join
        .onRef('s.application_id', '=', 'a.id')
        .on('s.component', '=', 'EXTRA')
        .onRef('s.entered_at', '>=', 'p.scores_published_at'),
    )
    .where('a.post_id', '=', postId)
    .where('a.state', '=', 'RESERVE')
    .where('a.rank', '=', rank)
    .select(['a.id as id', 's.score as extra', 's.entered_at as enteredAt'])
    .execute()
  return rows.map(({ id, extra, enteredAt }) => ({ id, extra: enteredAt === null ? undefined : extra }))
}

/** The written ranks of those who were called to the check of originals and are still on the way to the ranking. */
export async function ranksUnderWay(db: Db, postId: string): Promise<number[]> {
  const rows = await db
    .selectFrom('application')
    .where('post_id', '=', postId)
    .where('state', 'in', ['RECHECK', 'SKILL_TEST'])
    .select('rank')
    .execute()
  return rows.map(row => row.rank ?? 0)
}

export async function rankOf(db: Db, id: string): Promise<number | null> {
  const row = await db.selectFrom('application').where('id', '=', id).select('rank').executeTakeFirst()
  return row?.rank ?? null
}
