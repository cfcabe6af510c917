import type { Scope } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import { findSport } from '#app/features/sports/sports.queries.server.ts'
import type { Locale } from '#app/i18n/text.ts'
import type { Db } from '#db/tables.ts'
import { placementDetails } from './coverage.queries.server.ts'

/** A placement and everything that ever stood for the same school, sport and stage; null outside the scope. */
export async function readPlacement(
  db: Db,
  scope: Scope,
  asked: { placementId: string; today: Day; locale: Locale },
) {
  const asOf = asked.today
  const [placement] = await placementDetails(db, scope, { asOf, placementId: asked.placementId })
  if (placement === undefined) return null
  const sport = await findSport(db, placement.sport)
  const ofSchool = await placementDetails(db, scope, {
    asOf,
    schoolId: placement.schoolId,
    sport: placement.sport,
  })
  return {
    placement,
    sport: (asked.locale === 'en' ? sport?.nameEn : sport?.name) ?? placement.sport,
    history: ofSchool.filter(one => one.stage === placement.stage),
  }
}
