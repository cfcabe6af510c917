import type { Scope } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import { standingInstructors } from '#app/features/instructors/standing-instructors.server.ts'
import { type ExplainedPlacement, explainPlacements } from '#app/features/program/explain-coverage.server.ts'
import { livingKey, type WhyNotLiving } from '#app/features/program/living.rule.ts'
import { stages } from '#app/features/program/program.rule.ts'
import { type CoveredUnit, readCoverage } from '#app/features/program/read-coverage.server.ts'
import type { Db, Stage } from '#db/tables.ts'
import { freePlaces, type Named, readHelpers } from './helpers.server.ts'
import { cellOf, proposalOf } from './proposal.rule.ts'
import type { Reason } from './suit.rule.ts'

interface ProposedPlace {
  placementId: string
  schoolName: string
  sportName: string
  sportNameEn: string
  stage: Stage
  name: string
  /** What else it takes for the placement to live: that the sport is logged. */
  besides: WhyNotLiving[]
}

interface ProposedWork extends ProposedPlace {
  from: Named['from']
  reasons: Reason[]
}

/** A placement that lives once the entry check of whoever stands behind it has a valid answer. */
interface ProposedCheck extends ProposedPlace {
  check: WhyNotLiving
}

export interface UnitProposal {
  unit: { code: string; name: string; nameEn: string }
  /** Placements behind which nobody stands, and living schools that the cells lack. */
  open: number
  lacking: number
  /** Cells that lack living schools, and those of them that would lack none: by checks and works together. */
  cells: { lacking: number; completed: number }
  /** Nobody new is needed here: these come first, and nobody's hours go to their places. */
  checks: ProposedCheck[]
  works: ProposedWork[]
  /** False where there may be a better proposal: there were too many to try. */
  isBest: boolean
}

/**
 * What would bring the unit's placements alive. First the checks to be renewed of people who stand there already; then
 * who could stand behind placements that nobody stands behind: coaches whom the unit keeps, with hours to spare, and
 * people who applied to its posts and meet their rules, as many a post as it has free places. Null where the scope sees
 * no such unit.
 */
export async function proposeAssignment(
  db: Db,
  scope: Scope,
  asked: { unitCode: string; asOf: Day },
): Promise<UnitProposal | null> {
  const { asOf } = asked
  const report = await readCoverage(db, scope, asked)
  const unit = report?.units[0]
  if (report == null || unit === undefined) return null
  const placements = await explainPlacements(db, scope, { asOf, unit, seesChecks: true })
  const open = placements.filter(hasNobody)
  const checks = await checksFor(db, unit, placements, asOf)
  const lacking = lackingIn(unit)
  const left = without(lacking, [...new Set(checks.map(one => one.place))])
  const helpers = await readHelpers(db, scope, asked, open)
  const seats = await freePlaces(db, helpers)
  const { works, completes, isBest } = proposalOf({ places: open, helpers, lacking: left, seats })
  const byId = new Map(helpers.map(helper => [helper.id, helper]))
  const places = new Map(open.map(place => [place.id, place]))
  const shown = (place: ExplainedPlacement, name: string): ProposedPlace => {
    const sport = report.sports.get(place.sport)
    return {
      placementId: place.id,
      schoolName: place.name,
      sportName: sport?.name ?? place.sport,
      sportNameEn: sport?.nameEn ?? place.sport,
      stage: place.stage,
      name,
      besides: place.life?.why.filter(why => why.code === 'no-logs' || why.code === 'few-logs') ?? [],
    }
  }
  return {
    unit: { code: unit.code, name: unit.name, nameEn: unit.nameEn },
    open: open.length,
    lacking: [...lacking.values()].reduce((sum, count) => sum + count, 0),
    cells: {
      lacking: [...lacking.values()].filter(count => count > 0).length,
      completed: completes + [...lacking].filter(([cell, need]) => need > 0 && left.get(cell) === 0).length,
    },
    checks: checks.map(({ place, name, check }) => ({ ...shown(place, name), check })),
    works: works.flatMap(({ helperId, placeId }) => {
      const [helper, place] = [byId.get(helperId), places.get(placeId)]
      if (helper === undefined || place === undefined) return []
      const reasons = helper.places.find(one => one.placeId === placeId)?.reasons ?? []
      return [{ ...shown(place, helper.name), from: helper.from, reasons }]
    }),
    isBest,
  }
}

/** Nobody stands behind it, or only somebody who was stopped. */
function hasNobody(placement: ExplainedPlacement): boolean {
  return placement.life?.why.some(why => ['no-instructor', 'check-not-clear'].includes(why.code)) ?? false
}

/** What keeps a placement from living that a valid answer would mend, nobody having been stopped. */
const mendedByCheck: readonly WhyNotLiving['code'][] = ['check-none', 'check-pending', 'check-expired']

/** The placements that wait for a check alone, each with whoever stands there: any one answer is enough. */
async function checksFor(
  db: Db,
  unit: CoveredUnit,
  placements: readonly ExplainedPlacement[],
  asOf: Day,
): Promise<{ place: ExplainedPlacement; name: string; check: WhyNotLiving }[]> {
  const standing = await standingInstructors(db, { asOf, units: [unit.code] })
  return placements.flatMap(place => {
    const check = place.life?.why.find(why => mendedByCheck.includes(why.code))
    if (check === undefined) return []
    const behind = standing.filter(
      one => livingKey(one) === livingKey(place) && `check-${one.check.state}` === check.code,
    )
    return [...new Set(behind.map(one => one.name))].map(name => ({ place, name, check }))
  })
}

function lackingIn(unit: CoveredUnit): Map<string, number> {
  const cells = unit.sports.flatMap(({ code: sport, stages: of }) =>
    stages.map(stage => [cellOf({ sport, stage }), Math.max(0, of[stage].need - of[stage].living)] as const),
  )
  return new Map(cells)
}

/** What the cells lack once these places live. */
function without(
  lacking: ReadonlyMap<string, number>,
  places: readonly ExplainedPlacement[],
): Map<string, number> {
  const left = new Map(lacking)
  for (const place of places) left.set(cellOf(place), Math.max(0, (left.get(cellOf(place)) ?? 0) - 1))
  return left
}
