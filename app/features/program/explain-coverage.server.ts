import type { Scope } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import { groupBy } from '#app/group-by.ts'
import type { Db } from '#db/tables.ts'
import { type PlacementDetail, placementDetails } from './coverage.queries.server.ts'
import { type Life, lifeOf, livingKey, nothingKnown, withoutChecks } from './living.rule.ts'
import { type CoveredUnit, readCoverage } from './read-coverage.server.ts'
import { readLiving } from './read-living.server.ts'
import { type Standing, standingsOf, type WhyNot } from './standing.rule.ts'

/** A placement, whether it counts on the day and why not, whether it lives and why not. */
export interface ExplainedPlacement extends PlacementDetail {
  whyNot: WhyNot | 'ended' | 'not-yet' | null
  /** Whether it counts as the school it belongs to. */
  countsAsParent: boolean
  /** Null where it does not count. */
  life: Life | null
  /** Names of those who stand behind it on the day, whether they may or not. */
  instructors: string[]
}

export interface Explanation {
  unit: CoveredUnit
  sport: { code: string; name: string; nameEn: string }
  placements: ExplainedPlacement[]
}

/** Everything behind the numbers of one sport in one unit; null when the scope sees no such unit or no rule holds. */
export async function explainCoverage(
  db: Db,
  scope: Scope,
  asked: { asOf: Day; unitCode: string; sport: string; seesChecks: boolean },
): Promise<Explanation | null> {
  const { asOf, unitCode, sport, seesChecks } = asked
  const report = await readCoverage(db, scope, { asOf, unitCode })
  const unit = report?.units[0]
  const traits = report?.sports.get(sport)
  if (unit === undefined || traits === undefined) return null
  return {
    unit,
    sport: { code: sport, name: traits.name, nameEn: traits.nameEn },
    placements: await explainPlacements(db, scope, { asOf, unit, sport, seesChecks }),
  }
}

/**
 * Every placement of a unit, ended and coming ones too, each with what it counts for and whether it lives. How a coach's
 * entry check stands is told only where the reader may see checks.
 */
export async function explainPlacements(
  db: Db,
  scope: Scope,
  asked: { asOf: Day; unit: CoveredUnit; sport?: string; seesChecks: boolean },
): Promise<ExplainedPlacement[]> {
  const { asOf, unit, seesChecks } = asked
  const only = { asOf, ...(asked.sport !== undefined && { sport: asked.sport }) }
  const windows = [{ code: unit.code, livingWindow: unit.rule.livingWindow }]
  const placements = await placementDetails(db, scope, { ...only, unitCode: unit.code })
  const living = await readLiving(db, { ...only, units: windows, withLast: true })
  const standings = new Map<string, Standing>()
  const active = placements.filter(placement => placement.isActive)
  for (const ofSport of groupBy(active, one => one.sport).values())
    for (const [id, standing] of standingsOf(ofSport, unit.rule)) standings.set(id, standing)
  return placements.map(placement => {
    const standing = standings.get(placement.id)
    const whyNot = standing === undefined ? whenNot(placement, asOf) : standing.whyNot
    const facts = living.get(livingKey(placement)) ?? nothingKnown
    const { lives, why } = lifeOf(facts, unit.rule.livingDays)
    return {
      ...placement,
      whyNot,
      countsAsParent: standing?.as != null && standing.as !== placement.schoolId,
      life: whyNot === null ? { lives, why: seesChecks ? why : withoutChecks(why) } : null,
      instructors: facts.instructors.map(one => one.name),
    }
  })
}

function whenNot(placement: PlacementDetail, asOf: Day): 'ended' | 'not-yet' {
  return placement.validTo < asOf ? 'ended' : 'not-yet'
}
