import type { Scope } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import type { Tx } from '#db/tables.ts'
import { lockRow } from '#db/write.server.ts'
import { findReview, type Review } from './reviews.queries.server.ts'
import { findTitleApplication, type TitleApplication } from './title-applications.queries.server.ts'

/** Experts have no schools of their own: what they were asked for is theirs to see. */
export const everywhere: Scope = { kind: 'city' }

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
