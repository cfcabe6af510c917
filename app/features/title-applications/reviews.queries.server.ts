import type { Database, Db } from '#db/tables.ts'
import { type ExpertScore, vetoFound } from './scoring.rule.ts'

export interface ReviewState {
  id: string
  applicationId: string
  accountId: string
  state: Database['title_review']['state']
}

const most = 500

/** How the reviews of applications stand. */
export async function reviewStatesOf(db: Db, applicationIds: readonly string[]): Promise<ReviewState[]> {
  if (applicationIds.length === 0) return []
  return db
    .selectFrom('title_review')
    .where('application_id', 'in', applicationIds)
    .select(['id', 'application_id as applicationId', 'account_id as accountId', 'state'])
    .orderBy('assigned_at')
    .orderBy('id')
    .execute()
}

/** Whether any expert who has finished finds that one of the batch's vetoes applies to the school. */
export async function isVetoFound(db: Db, applicationId: string): Promise<boolean> {
  const found = await db
    .selectFrom('title_review as r')
    .innerJoin('title_review_score as s', 's.review_id', 'r.id')
    .innerJoin('title_application as a', 'a.id', 'r.application_id')
    .innerJoin('designation_batch as b', 'b.id', 'a.batch_id')
    .innerJoin('indicator as i', join =>
      join.onRef('i.set_id', '=', 'b.set_id').onRef('i.code', '=', 's.indicator_code'),
    )
    .where('r.application_id', '=', applicationId)
    .where('r.state', '=', 'done')
    .where('i.kind', '=', 'veto')
    .where('s.points', '=', vetoFound)
    .select('r.id')
    .executeTakeFirst()
  return found !== undefined
}

/** What an expert was asked to score, and how far they are. */
export interface Review extends ReviewState {
  batchId: string
  /** The expert's name; empty when the account is gone. */
  expert: string
  isExpertDisabled: boolean
  /** When they declared to have no conflict of interest. */
  freeAt: string | null
  conflict: string
  comment: string
  assignedAt: string
  updatedAt: string
  doneAt: string | null
}

/** The reviews of applications in the order in which the experts were asked. */
export async function reviewsOf(db: Db, applicationIds: readonly string[]): Promise<Review[]> {
  const found: Review[] = []
  for (let from = 0; from < applicationIds.length; from += most) {
    const ids = applicationIds.slice(from, from + most)
    found.push(...(await selectReviews(db).where('r.application_id', 'in', ids).execute()).map(asReview))
  }
  return found
}

export async function reviewsOfExpert(db: Db, accountId: string): Promise<Review[]> {
  return (await selectReviews(db).where('r.account_id', '=', accountId).execute()).map(asReview)
}

export async function findReview(db: Db, id: string): Promise<Review | undefined> {
  const row = await selectReviews(db).where('r.id', '=', id).executeTakeFirst()
  return row === undefined ? undefined : asReview(row)
}

/** Whether somebody was asked to score an application and declared to have no conflict of interest in it. */
export async function isReviewerOf(db: Db, accountId: string, applicationId: string): Promise<boolean> {
  const row = await db
    .selectFrom('title_review')
    .where('application_id', '=', applicationId)
    .where('account_id', '=', accountId)
    .where('state', '!=', 'conflict')
    .where('free_of_conflict_at', 'is not', null)
    .select('id')
    .executeTakeFirst()
  return row !== undefined
}

function selectReviews(db: Db) {
  return db
    .selectFrom('title_review as r')
    .innerJoin('title_application as a', 'a.id', 'r.application_id')
    .leftJoin('account as e', 'e.id', 'r.account_id')
    .select([
      'r.id as id',
      'a.batch_id as batchId',
      'r.application_id as applicationId',
      'r.account_id as accountId',
      'r.state as state',
      'e.name as expert',
      'e.disabled_at as disabledAt',
      'r.free_of_conflict_at as freeAt',
      'r.conflict as conflict',
      'r.comment as comment',
      'r.assigned_at as assignedAt',
      'r.updated_at as updatedAt',
      'r.done_at as doneAt',
    ])
    .orderBy('r.assigned_at')
    .orderBy('r.id')
}

type ReviewRow = Awaited<ReturnType<ReturnType<typeof selectReviews>['execute']>>[number]

function asReview({ disabledAt, expert, ...row }: ReviewRow): Review {
  return { ...row, expert: expert ?? '', isExpertDisabled: expert === null || disabledAt !== null }
}

/** The scores of reviews, as far as they were given. */
export async function scoresOfReviews(
  db: Db,
  reviewIds: readonly string[],
): Promise<Map<string, ExpertScore[]>> {
  const found = new Map<string, ExpertScore[]>()
  for (let from = 0; from < reviewIds.length; from += most) {
    const rows = await db
      .selectFrom('title_review_score')
      .where('review_id', 'in', reviewIds.slice(from, from + most))
      .select(['review_id as id', 'indicator_code as code', 'points'])
      .orderBy('review_id')
      .orderBy('indicator_code')
      .execute()
    for (const { id, code, points } of rows) {
      const known = found.get(id)
      if (known === undefined) found.set(id, [{ code, points }])
      else known.push({ code, points })
    }
  }
  return found
}

/** Somebody who may be asked to score. */
export interface Expert {
  id: string
  name: string
  role: Database['account']['role']
  /** Where they work, if at a school. */
  schoolId: string | null
  isDisabled: boolean
}

/** The experts by name; with `ids` those accounts, whatever their role. */
export async function listExperts(db: Db, ids?: readonly string[]): Promise<Expert[]> {
  if (ids?.length === 0) return []
  const rows = await db
    .selectFrom('account')
    .$if(ids === undefined, q => q.where('role', '=', 'expert'))
    .$if(ids !== undefined, q => q.where('id', 'in', ids ?? []))
    .select(['id', 'name', 'role', 'school_id as schoolId', 'disabled_at as disabledAt'])
    .orderBy('name')
    .orderBy('id')
    .execute()
  return rows.map(({ disabledAt, ...row }) => ({ ...row, isDisabled: disabledAt !== null }))
}
