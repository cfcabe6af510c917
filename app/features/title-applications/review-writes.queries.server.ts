import type { Tx } from '#db/tables.ts'
import { insertAll, newId } from '#db/write.server.ts'
import type { ExpertScore } from './scoring.rule.ts'

/** Throws a unique violation where an expert was asked for an application before. */
export async function insertReviews(
  tx: Tx,
  pairs: readonly { applicationId: string; accountId: string }[],
  at: string,
): Promise<void> {
  await insertAll(
    tx,
    'title_review',
    pairs.map(({ applicationId, accountId }) => ({
      ...{ id: newId(), application_id: applicationId, account_id: accountId, state: 'open' as const },
      ...{ free_of_conflict_at: null, conflict: '', comment: '' },
      ...{ assigned_at: at, updated_at: at, done_at: null },
    })),
  )
}

/** A review with all that was written for it. */
export async function deleteReview(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('title_review_score').where('review_id', '=', id).execute()
  await tx.deleteFrom('title_review').where('id', '=', id).execute()
}

export async function setFreeOfConflict(tx: Tx, id: string, at: string): Promise<void> {
  await tx
    .updateTable('title_review')
    .set({ free_of_conflict_at: at, updated_at: at })
    .where('id', '=', id)
    .execute()
}

/** Closes a review for a conflict of interest; points that were given before it go. */
export async function setConflict(tx: Tx, id: string, conflict: string, at: string): Promise<void> {
  await tx.deleteFrom('title_review_score').where('review_id', '=', id).execute()
  await tx
    .updateTable('title_review')
    .set({ state: 'conflict', conflict, comment: '', free_of_conflict_at: null, updated_at: at })
    .where('id', '=', id)
    .execute()
}

/** What an expert writes; everything of it is replaced. */
export async function replaceScores(
  tx: Tx,
  id: string,
  given: { scores: readonly ExpertScore[]; comment: string; isDone: boolean; at: string },
): Promise<void> {
  const { scores, comment, isDone, at } = given
  await tx
    .updateTable('title_review')
    .set({ comment, updated_at: at, ...(isDone && { state: 'done', done_at: at }) })
    .where('id', '=', id)
    .execute()
  await tx.deleteFrom('title_review_score').where('review_id', '=', id).execute()
  await insertAll(
    tx,
    'title_review_score',
    scores.map(({ code, points }) => ({ review_id: id, indicator_code: code, points })),
  )
}

export async function setOpenAgain(tx: Tx, id: string, at: string): Promise<void> {
  await tx
    .updateTable('title_review')
    .set({ state: 'open', done_at: null, updated_at: at })
    .where('id', '=', id)
    .execute()
}
