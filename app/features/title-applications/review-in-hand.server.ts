import type { Scope } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import type { Db, Tx } from '#db/tables.ts'
import { lockRow } from '#db/write.server.ts'
import { findReview, isReviewerOf, type Review } from './reviews.queries.server.ts'
import { findTitleApplication, type TitleApplication } from './title-applications.queries.server.ts'

/** Experts have no schools of their own: what they were asked for is theirs to see. */
export const everywhere: Scope = { kind: 'city' }

/** What an expert sees of an application: all of it once they declared to have no conflict of interest, else nothing. */
export async function scopeOfReviewer(db: Db, accountId: string, applicationId: string): Promise<Scope> {
  return (await isReviewerOf(db, accountId, applicationId)) ? everywhere : { kind: 'nothing' }
}

/**
 * A review and its application, read while both are held: whoever moves the application or writes to one of its reviews
 * waits.
 */
export async function holdReview(
  tx: Tx,
  id: string,
  today: Day,
): Promise<{ review: Review; application: TitleApplication } | undefined> {
  const seen = await findReview(tx, id)
  if (seen === undefined) return undefined
  await lockRow(tx, 'title_application', seen.applicationId)
  const review = await findReview(tx, id)
  const application = await findTitleApplication(tx, everywhere, seen.applicationId, today)
  return review === undefined || application === undefined ? undefined : { review, application }
}
