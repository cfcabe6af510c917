import type { Scope } from '#app/auth/scope.ts'
import type { ApplicationState, Db, Tx } from '#db/tables.ts'
import { visibleApplication } from './applications.queries.server.ts'
import { type Component, rankOf, recruitingOf } from './candidates.queries.server.ts'
import type { Score } from './score.rule.ts'

/** A candidate as far as scores go. */
export interface Scorable {
  id: string
  number: string
  name: string
  state: ApplicationState
  postId: string
  postNumber: string
  unitCode: string
  schoolId: string | null
  /** Whether the city itself recruits. */
  isOfCity: boolean
  isPublished: boolean
  /**
   * What was entered. In reserve the extra test counts from the publication of the scores on: an earlier one was of the
   * ranking itself, and is missing here.
   */
  scores: Partial<Record<Component, Score>>
}

type Unscored = Omit<Scorable, 'scores'> & { publishedAt: string | null }

const most = 500

/** Whether anything was entered of the candidate, an absence too. */
export function hasScore({ scores }: Pick<Scorable, 'scores'>): boolean {
  return Object.keys(scores).length > 0
}

/** Whether the candidate takes a test now: whose score is to be entered. */
export function takesTest({ state }: Pick<Scorable, 'state'>): boolean {
  return state === 'WRITTEN' || state === 'SKILL_TEST'
}

/** The candidates of the scope, by number or of a post; drafts are nobody's. */
export async function scorables(
  db: Db,
  scope: Scope,
  asked: { numbers: readonly string[] } | { postId?: string; unitCode?: string },
): Promise<Scorable[]> {
  if (!('numbers' in asked)) return completed(db, await rowsOf(db, scope, asked))
  const found: Scorable[] = []
  for (let from = 0; from < asked.numbers.length; from += most)
    found.push(
      ...(await completed(db, await rowsOf(db, scope, { numbers: asked.numbers.slice(from, from + most) }))),
    )
  return found
}

async function rowsOf(
  db: Db,
  scope: Scope,
  asked: { numbers?: readonly string[]; postId?: string; unitCode?: string },
): Promise<Unscored[]> {
  const { numbers, postId, unitCode } = asked
  const rows = await db
    .selectFrom('application as a')
    .innerJoin('coach_post as p', 'p.id', 'a.post_id')
    .innerJoin('applicant as w', 'w.id', 'a.applicant_id')
    .innerJoin('unit as u', 'u.code', 'p.unit_code')
    .where(visibleApplication(scope))
    .where('a.state', '<>', 'DRAFT')
    .$if(numbers !== undefined, q => q.where('a.number', 'in', numbers ?? []))
    .$if(postId !== undefined, q => q.where('a.post_id', '=', postId ?? ''))
    .$if(unitCode !== undefined, q => q.where('p.unit_code', '=', unitCode ?? ''))
    .select([
      'a.id as id',
      'a.number as number',
      'w.name as name',
      'a.state as state',
      'p.id as postId',
      'p.number as postNumber',
      'p.unit_code as unitCode',
      'p.school_id as schoolId',
      'p.scores_published_at as publishedAt',
      'u.kind as unitKind',
    ])
    .orderBy('p.number')
    .orderBy('a.number')
    .execute()
  return rows.map(({ unitKind, ...row }) => ({
    ...row,
    isPublished: row.publishedAt !== null,
    isOfCity: unitKind === 'city_direct',
  }))
}

async function completed(db: Db, rows: readonly Unscored[]): Promise<Scorable[]> {
  const scores = new Map<string, Scorable['scores']>()
  const byId = new Map(rows.map(row => [row.id, row]))
  const ids = [...byId.keys()]
  for (let from = 0; from < ids.length; from += most) {
    const found = await db
      .selectFrom('application_score')
      .where('application_id', 'in', ids.slice(from, from + most))
      .select(['application_id as id', 'component', 'score', 'entered_at as at'])
      .execute()
    for (const { id, component, score, at } of found)
      if (component !== 'EXTRA' || countsAsExtra(byId.get(id)!, at))
        scores.set(id, { ...scores.get(id), [component]: score })
  }
  return rows.map(({ publishedAt: _, ...row }) => ({ ...row, scores: scores.get(row.id) ?? {} }))
}

function countsAsExtra({ state, publishedAt }: Unscored, at: string): boolean {
  return state !== 'RESERVE' || publishedAt === null || at >= publishedAt
}

/** A score as it was entered, by whom and when. */
export interface EnteredScore {
  score: Score
  by: string
  at: string
}

export async function enteredScore(
  db: Db,
  applicationId: string,
  component: Component,
): Promise<EnteredScore | undefined> {
  return db
    .selectFrom('application_score')
    .where('application_id', '=', applicationId)
    .where('component', '=', component)
    .select(['score', 'entered_by as by', 'entered_at as at'])
    .executeTakeFirst()
}

export async function deleteScore(tx: Tx, applicationId: string, component: Component): Promise<void> {
  await tx
    .deleteFrom('application_score')
    .where('application_id', '=', applicationId)
    .where('component', '=', component)
    .execute()
}

/** Another value of a score that stands; who entered it stays. */
export async function resetScore(
  tx: Tx,
  applicationId: string,
  component: Component,
  score: Score,
): Promise<void> {
  await tx
    .updateTable('application_score')
    .set({ score })
    .where('application_id', '=', applicationId)
    .where('component', '=', component)
    .execute()
}

/** What somebody reached in the tests of one application, as the office sees it: published or not. */
export async function resultsOf(
  db: Db,
  applicationId: string,
): Promise<{ rank: number | null; scores: Scorable['scores'] }> {
  const rows = await db
    .selectFrom('application_score')
    .where('application_id', '=', applicationId)
    .select(['component', 'score'])
    .execute()
  const scores: Scorable['scores'] = {}
  for (const { component, score } of rows) scores[component] = score
  return { rank: await rankOf(db, applicationId), scores }
}

/** The same as the person sees it: nothing before the post's scores are published. */
export async function publishedResultsOf(
  db: Db,
  { id, postId }: { id: string; postId: string },
): Promise<{ rank: number | null; scores: Scorable['scores'] }> {
  const { scoresPublishedAt } = await recruitingOf(db, postId)
  return scoresPublishedAt === null ? { rank: null, scores: {} } : resultsOf(db, id)
}
