import type { Scope } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import { findSport } from '#app/features/sports/sports.queries.server.ts'
import type { Locale } from '#app/i18n/text.ts'
import type { Db, Stage } from '#db/tables.ts'
import { placementDetails } from './coverage.queries.server.ts'
import { explainCoverage } from './explain-coverage.server.ts'

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

/** The 5621 cell a placement belongs to on the day, whether it counts and lives there, and why not; null before the plan. */
export async function readPlacementLife(
  db: Db,
  scope: Scope,
  placement: { id: string; unitCode: string; sport: string; stage: Stage },
  asked: { asOf: Day; locale: Locale; seesChecks: boolean },
) {
  const { unitCode, sport } = placement
  const explained = await explainCoverage(db, scope, { ...asked, unitCode, sport })
  const own = explained?.placements.find(one => one.id === placement.id)
  if (explained === null || own === undefined) return null
  const { unit } = explained
  const cell = unit.sports.find(one => one.code === sport)?.stages[placement.stage]
  return {
    unit: asked.locale === 'en' ? unit.nameEn : unit.name,
    cell: cell ?? { have: 0, need: unit.rule[placement.stage], living: 0 },
    whyNot: own.whyNot,
    life: own.life,
    instructors: own.instructors,
    rule: unit.rule,
  }
}
