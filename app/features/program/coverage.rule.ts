import { groupBy } from '#app/group-by.ts'
import type { Stage } from '#db/tables.ts'
import { type Living, lifeOf, livingKey, nothingKnown } from './living.rule.ts'
import { type ProgramRule, placementsPerSport, stages } from './program.rule.ts'
import { type PlacedSchool, standingsOf } from './standing.rule.ts'

export interface StageCoverage {
  /** Distinct schools that count on the day. */
  have: number
  need: number
  /** Those among `have` that live: the sport is done and somebody stands behind it. */
  living: number
}

export interface SportCoverage {
  code: string
  met: boolean
  /** Placements the sport lacks over its stages: surplus in one never fills another. */
  gap: number
  /** Whether the living schools alone would meet the rule. */
  living: boolean
  stages: Record<Stage, StageCoverage>
}

export interface UnitCoverage {
  code: string
  met: boolean
  sportsMet: number
  /** Sports that the living schools alone would meet. */
  sportsLiving: number
  /** Whether the living schools alone would meet the plan. */
  livingMet: boolean
  /** Placements lacking over the unit's best sports; a sport without placement lacks all of its. */
  gap: number
  /** Whether a base discipline and a ball sport are among the met sports. */
  mix: { base: boolean; ball: boolean }
  /** Sports with a placement, in code order. */
  sports: SportCoverage[]
}

export interface SportTraits {
  isBase: boolean
  isBall: boolean
}

/** The 5621 coverage of one unit by a rule, from the placements that hold on the day (contracts.md, Coverage). */
export function coverageOfUnit(
  code: string,
  rule: ProgramRule,
  placements: readonly PlacedSchool[],
  traits: ReadonlyMap<string, SportTraits>,
  living: Living,
): UnitCoverage {
  const sports = [...groupBy(placements, placement => placement.sport)]
    .map(([sport, placed]) => coverageOfSport(sport, rule, placed, living))
    .sort((one, other) => (one.code < other.code ? -1 : 1))
  const met = sports.filter(sport => sport.met)
  const alive = sports.filter(sport => sport.living)
  const mix = mixOf(met)
  return {
    code,
    met: meets(met, mix),
    sportsMet: met.length,
    sportsLiving: alive.length,
    livingMet: meets(alive, mixOf(alive)),
    gap: gapOfUnit(
      rule,
      sports.map(sport => sport.gap),
    ),
    mix,
    sports,
  }

  function mixOf(some: readonly SportCoverage[]): UnitCoverage['mix'] {
    return {
      base: some.some(sport => traits.get(sport.code)?.isBase === true),
      ball: some.some(sport => traits.get(sport.code)?.isBall === true),
    }
  }

  function meets(some: readonly SportCoverage[], { base, ball }: UnitCoverage['mix']): boolean {
    return some.length >= rule.sports && (rule.mix !== 'gate' || (base && ball))
  }
}

export function coverageOfSport(
  code: string,
  rule: ProgramRule,
  placements: readonly PlacedSchool[],
  living: Living,
): SportCoverage {
  const standings = standingsOf(placements, rule)
  const counted = placements.filter(placement => standings.get(placement.id)?.as != null)
  // What is done at a teaching point is done by its school, also where the school has a placement of its own.
  const behind = placements.flatMap(placement => {
    const standing = standings.get(placement.id)
    return standing?.whyNot === 'counted-already' ? [{ ...placement, of: standing.of }] : []
  })
  const alive = counted.filter(placement => {
    const as = standings.get(placement.id)?.as
    const together = behind.filter(one => one.of === as && one.stage === placement.stage)
    return [placement, ...together].some(one => isLiving(one, rule, living))
  })
  const coverage = Object.fromEntries(
    stages.map(stage => [stage, stageCoverage(rule, stage, counted, alive)]),
  ) as Record<Stage, StageCoverage>
  const gap = stages.reduce((sum, stage) => sum + Math.max(0, rule[stage] - coverage[stage].have), 0)
  const lives = stages.every(stage => coverage[stage].living >= rule[stage])
  return { code, met: gap === 0, gap, living: lives, stages: coverage }
}

/** The sum of the least gaps over as many sports as the rule asks for. */
export function gapOfUnit(rule: ProgramRule, gaps: readonly number[]): number {
  const best = [...gaps].sort((one, other) => one - other).slice(0, rule.sports)
  const unplaced = rule.sports - best.length
  return best.reduce((sum, gap) => sum + gap, 0) + unplaced * placementsPerSport(rule)
}

/** The sports over which the unit's gap is counted: least gap first, then by code. */
export function bestSports(rule: ProgramRule, sports: readonly SportCoverage[]): SportCoverage[] {
  return [...sports]
    .sort((one, other) => one.gap - other.gap || (one.code < other.code ? -1 : 1))
    .slice(0, rule.sports)
}

function stageCoverage(
  rule: ProgramRule,
  stage: Stage,
  counted: readonly PlacedSchool[],
  alive: readonly PlacedSchool[],
): StageCoverage {
  const here = (some: readonly PlacedSchool[]) => some.filter(placement => placement.stage === stage).length
  return { have: here(counted), need: rule[stage], living: here(alive) }
}

function isLiving(placement: PlacedSchool, rule: ProgramRule, living: Living): boolean {
  return lifeOf(living.get(livingKey(placement)) ?? nothingKnown, rule.livingDays).lives
}
