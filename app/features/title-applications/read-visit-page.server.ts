import type { Actor } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import { indicatorsOf } from '#app/features/designation/indicators.queries.server.ts'
import type { Db } from '#db/tables.ts'
import { newId } from '#db/write.server.ts'
import { visitScope } from './record-visit.server.ts'
import { findTitleApplication } from './title-applications.queries.server.ts'
import { visitsOf } from './visits.queries.server.ts'

/** What a visitor needs at the school, with the id under which this visit will be known; null for another's. */
export async function readVisitPage(db: Db, visitor: Actor, { id, today }: { id: string; today: Day }) {
  const application = await findTitleApplication(db, await visitScope(db, visitor, id), id, today)
  if (application === undefined) return null
  const indicators = await indicatorsOf(db, application.setId)
  return {
    application: { id, schoolName: application.schoolName, batchName: application.batchName },
    isOnSite: application.state === 'ONSITE_REVIEW',
    indicators: indicators.map(({ code, title }) => ({ code, title })),
    visits: await visitsOf(db, id),
    visitId: newId(),
  }
}
