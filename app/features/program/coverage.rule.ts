import type { Stage } from '#db/tables.ts'
import { groupBy } from './group-by.rule.ts'
import { type ProgramRule, placementsPerSport, stages } from './program.rule.ts'
import { type PlacedSchool, standingsOf } from './standing.rule.ts'

export interface StageCoverage {
  /** Distinct schools that count on the day. */
  have: number
  need: number
  /** Those among `have` where the sport is really done; null where it was not asked. */
  living: number | null
}

export interface SportCoverage {
  code: string
  met: boolean
  /** Placements the sport lacks over its stages: surplus in one never fills another. */
  gap: number
  /** Whether the living schools alone would meet the rule; null where it was not asked. */
  living: boolean | null
  stages: Record<Stage, StageCoverage>
}

export interface UnitCoverage {
  code: string
  met: boolean
  sportsMet: number
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

/** `school|sport|stage` of the placements where the sport is really done. */
export type LivingKeys = ReadonlySet<string>

export function livingKey(of: { schoolId: string; sport: string; stage: Stage }): string {
  return `${of.schoolId}|${of.sport}|${of.stage}`
}

/** The 5621 coverage of one unit by a rule, from the placements that hold on the day (contracts.md, Coverage). */
export function coverageOfUnit(
  code: string,
  rule: ProgramRule,
  placements: readonly PlacedSchool[],
  traits: ReadonlyMap<string, SportTraits>,
  living: LivingKeys | null = null,
): UnitCoverage {
  const sports = [...groupBy(placements, placement => placement.sport)]
    .map(([sport, placed]) => coverageOfSport(sport, rule, placed, living))
    .sort((one, other) => (one.code < other.code ? -1 : 1))
  const met = sports.filter(sport => sport.met)
  const mix = {
    base: met.some(sport => traits.get(sport.code)?.isBase === true),
    ball: met.some(sport => traits.get(sport.code)?.isBall === true),
  }
  return {
    code,
    met: met.length >= rule.sports && (rule.mix !== 'gate' || (mix.base && mix.ball)),
    sportsMet: met.length,
    gap: gapOfUnit(
      rule,
      sports.map(sport => sport.gap),
    ),
    mix,
    sports,
  }
}

export function coverageOfSport(
  code: string,
  rule: ProgramRule,
  placements: readonly PlacedSchool[],
  living: LivingKeys | null = null,
): SportCoverage {
  const standings = standingsOf(placements, rule)
  const counted = placements.filter(placement => standings.get(placement.id)?.as != null)
  const coverage = Object.fromEntries(
    stages.map(stage => [stage, stageCoverage(rule[stage], counted, stage, living)]),
  ) as Record<Stage, StageCoverage>
  const gap = stages.reduce((sum, stage) => sum + Math.max(0, rule[stage] - coverage[stage].have), 0)
  const lives = stages.every(stage => (coverage[stage].living ?? 0) >= rule[stage])
  return { code, met: gap === 0, gap, living: living === null ? null : lives, stages: coverage }
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
  need: number,
  counted: readonly PlacedSchool[],
  stage: Stage,
  living: LivingKeys | null,
): StageCoverage {
  const here = counted.filter(placement => placement.stage === stage)
  return {
    have: here.length,
    need,
    living: living === null ? null : here.filter(placement => living.has(livingKey({ ...placement }))).length,
  }
}
