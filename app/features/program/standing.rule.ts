import type { Stage } from '#db/tables.ts'
import { findSchoolType } from '../schools/school-type.rule.ts'
import { type ProgramRule, stages } from './program.rule.ts'

/** A placement that holds on the day, with its school as it is on that day. */
export interface PlacedSchool {
  id: string
  schoolId: string
  sport: string
  stage: Stage
  /** 计入单位 */
  unitCode: string
  /** 办学类型, three digits. */
  type: string
  /** False for a campus without a 标识码 of its own. */
  hasCode: boolean
  isOpen: boolean
  runsStage: boolean
  /** The school to which a teaching point, attached class or campus belongs. */
  parent: { id: string; type: string; unitCode: string; isOpen: boolean } | null
}

/** Why a placement does not count. */
export type WhyNot =
  | 'school-closed'
  | 'stage-not-run'
  | 'type-not-counted'
  | 'vocational-not-counted'
  | 'no-parent'
  | 'parent-closed'
  | 'parent-elsewhere'
  | 'counted-already'
  | 'other-stage-counts'

/** The school as which a placement counts (itself, or the one it belongs to), or why it does not. */
export type Standing =
  | { as: string; whyNot: null }
  /** Another placement of the same sport and stage counts for the school `of` already: this one stands behind it. */
  | { as: null; whyNot: 'counted-already'; of: string }
  | { as: null; whyNot: Exclude<WhyNot, 'counted-already'> }

type Counting = Pick<ProgramRule, Stage | 'oneStagePerSchool' | 'vocationalCounts'>

/**
 * How each placement of one sport in one unit stands (domain.md 2 and 4): open schools that run the stage count,
 * once a stage; teaching points, attached classes and campuses without a code count as the school they belong to.
 */
export function standingsOf(placements: readonly PlacedSchool[], rule: Counting): Map<string, Standing> {
  const standings = new Map<string, Standing>()
  const taken = new Set<string>()
  for (const placement of ownPlacementsFirst(placements)) {
    const standing = standingAlone(placement, rule)
    const slot = `${standing.as} ${placement.stage}`
    const isTaken = standing.as !== null && taken.has(slot)
    standings.set(placement.id, isTaken ? { as: null, whyNot: 'counted-already', of: standing.as } : standing)
    taken.add(slot)
  }
  if (rule.oneStagePerSchool) keepOneStage(placements, standings, rule)
  return standings
}

/** A school's own placement counts before that of its teaching point. */
function ownPlacementsFirst(placements: readonly PlacedSchool[]): PlacedSchool[] {
  return [...placements].sort((one, other) => Number(countsToParent(one)) - Number(countsToParent(other)))
}

function countsToParent({ type, hasCode, parent }: PlacedSchool): boolean {
  return findSchoolType(type)?.standing === 'to-parent' || (!hasCode && parent !== null)
}

function standingAlone(placement: PlacedSchool, rule: Counting): Standing {
  const { parent, stage } = placement
  if (!placement.isOpen) return not('school-closed')
  if (!placement.runsStage) return not('stage-not-run')
  if (!countsToParent(placement)) return standingOfType(placement.type, stage, rule, placement.schoolId)
  if (parent === null) return not('no-parent')
  if (!parent.isOpen) return not('parent-closed')
  if (parent.unitCode !== placement.unitCode) return not('parent-elsewhere')
  return standingOfType(parent.type, stage, rule, parent.id)
}

function standingOfType(type: string, stage: Stage, rule: Counting, as: string): Standing {
  const standing = findSchoolType(type)?.standing
  if (standing === 'counts') return { as, whyNot: null }
  if (standing !== 'by-decision') return not('type-not-counted')
  return rule.vocationalCounts && stage === 'senior' ? { as, whyNot: null } : not('vocational-not-counted')
}

function not(whyNot: Exclude<WhyNot, 'counted-already'>): Standing {
  return { as: null, whyNot }
}

/** Leaves each school the one stage in which it helps most: as many needed places as possible are filled. */
function keepOneStage(
  placements: readonly PlacedSchool[],
  standings: Map<string, Standing>,
  rule: Counting,
): void {
  const stagesOfSchool = new Map<string, Stage[]>()
  for (const placement of placements) {
    const as = standings.get(placement.id)?.as
    if (as != null) stagesOfSchool.set(as, [...(stagesOfSchool.get(as) ?? []), placement.stage])
  }
  const chosen = chooseStages(stagesOfSchool, rule)
  for (const placement of placements) {
    const as = standings.get(placement.id)?.as
    if (as != null && chosen.get(as) !== placement.stage)
      standings.set(placement.id, not('other-stage-counts'))
  }
}

/** A largest matching of schools to needed places by augmenting paths; the schools left over take their first stage. */
function chooseStages(
  stagesOfSchool: ReadonlyMap<string, readonly Stage[]>,
  rule: Counting,
): Map<string, Stage> {
  const holders: Record<Stage, string[]> = { primary: [], junior: [], senior: [] }
  const place = (school: string, seen: Set<Stage>): boolean => {
    for (const stage of stagesOfSchool.get(school) ?? []) {
      if (seen.has(stage)) continue
      seen.add(stage)
      const held = holders[stage]
      if (held.length < rule[stage]) {
        held.push(school)
        return true
      }
      const moved = held.findIndex(holder => place(holder, seen))
      if (moved < 0) continue
      held[moved] = school
      return true
    }
    return false
  }
  for (const school of stagesOfSchool.keys()) place(school, new Set())
  const chosen = new Map<string, Stage>()
  for (const [school, [first]] of stagesOfSchool) if (first !== undefined) chosen.set(school, first)
  for (const stage of stages) for (const school of holders[stage]) chosen.set(school, stage)
  return chosen
}
