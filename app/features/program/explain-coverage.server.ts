import type { Scope } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import type { Db } from '#db/tables.ts'
import { type PlacementDetail, placementDetails } from './coverage.queries.server.ts'
import { livingKey } from './coverage.rule.ts'
import { type CoveredUnit, readCoverage } from './read-coverage.server.ts'
import { readLiving } from './read-living.server.ts'
import { standingsOf, type WhyNot } from './standing.rule.ts'

/** A placement, whether it counts on the day, and why not. */
export interface ExplainedPlacement extends PlacementDetail {
  whyNot: WhyNot | 'ended' | 'not-yet' | null
  /** Whether it counts as the school it belongs to. */
  countsAsParent: boolean
  /** Whether the sport is really done there; null where it does not count. */
  isLiving: boolean | null
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
  asked: { asOf: Day; unitCode: string; sport: string },
): Promise<Explanation | null> {
  const { asOf, unitCode, sport } = asked
  const report = await readCoverage(db, scope, { asOf, unitCode })
  const unit = report?.units[0]
  const traits = report?.sports.get(sport)
  if (unit === undefined || traits === undefined) return null
  const placements = await placementDetails(db, scope, { asOf, unitCode, sport })
  const living = await readLiving(db, { units: [unitCode], asOf, sport })
  const standings = standingsOf(
    placements.filter(placement => placement.isActive),
    unit.rule,
  )
  return {
    unit,
    sport: { code: sport, name: traits.name, nameEn: traits.nameEn },
    placements: placements.map(placement => {
      const standing = standings.get(placement.id)
      const whyNot = standing === undefined ? whenNot(placement, asOf) : standing.whyNot
      return {
        ...placement,
        whyNot,
        countsAsParent: standing?.as != null && standing.as !== placement.schoolId,
        isLiving: whyNot === null ? living.has(livingKey(placement)) : null,
      }
    }),
  }
}

function whenNot(placement: PlacementDetail, asOf: Day): 'ended' | 'not-yet' {
  return placement.validTo < asOf ? 'ended' : 'not-yet'
}
