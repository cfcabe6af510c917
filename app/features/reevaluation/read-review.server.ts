import type { Scope } from '#app/auth/scope.ts'
import { addDays, type Day } from '#app/calendar-day.ts'
import { listSports } from '#app/features/sports/sports.queries.server.ts'
import type { Locale } from '#app/i18n/text.ts'
import type { Db } from '#db/tables.ts'
import { actionsOn } from './reevaluation-way.rule.ts'
import { standingIn } from './review-title.server.ts'
import { titleLife } from './title-life.server.ts'

/** A title as whoever decides about it needs it; null for everybody else. */
export async function readForDecision(
  db: Db,
  scope: Scope,
  { id, today, locale }: { id: string; today: Day; locale: Locale },
) {
  const life = await titleLife(db, scope, { id, today })
  if (life === null || life.standing !== 'decider') return null
  const { title, stage, review } = life
  const sport = (await listSports(db)).find(one => one.code === title.sport)
  return {
    id,
    schoolName: title.schoolName,
    sportName: (locale === 'en' ? sport?.nameEn : sport?.name) ?? title.sport,
    validTo: title.validTo,
    /** The first day on which its school is no longer open. */
    closedOn: title.closedOn,
    renewedFrom: addDays(title.validTo, 1),
    ...{ stage, review },
    actions: actionsOn(standingIn(life), life.standing),
  }
}
