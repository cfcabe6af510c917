import type { Day } from '#app/calendar-day.ts'
import { openEnd } from '#app/calendar-day.ts'
import type { AthleteGrade } from '#db/tables.ts'
import type { ContractFacts } from './contract.rule.ts'

/** What a row of the roster says; what it leaves unsaid (undefined) stays as it stands. */
export interface RosterEntry {
  /** Null for a pooled instructor. */
  schoolCode: string | null
  /** '' where the row does not say. */
  unitCode: string
  name: string
  namesake: number
  kind: ContractFacts['kind']
  /** Codes, in the order of the row. */
  sports: string[]
  validFrom: Day
  gender?: ContractFacts['gender']
  stages?: ContractFacts['stages']
  titleLiteral?: string
  /** In the order of the sports. */
  grades?: AthleteGrade[]
  isRetiredAthlete?: boolean
  engagement?: ContractFacts['engagement']
  hoursWeek?: number | null
  validTo?: Day
  endReason?: string
}

/** All that a contract says, as it stands or will stand. */
export interface ContractState extends ContractFacts {
  validFrom: Day
  validTo: Day
  endReason: string
}

export type ContractPlan<S extends ContractState> =
  | { verdict: 'new'; after: ContractState }
  | { verdict: 'changed' | 'unchanged'; standing: S; after: ContractState }

/** What the row does: a contract is known by its first day, all else may change. */
export function planContract<S extends ContractState>(
  entry: RosterEntry,
  standing: readonly S[],
): ContractPlan<S> {
  const known = standing.find(one => one.validFrom === entry.validFrom)
  const gradeOf = (sport: string) => known?.sports.find(one => one.sport === sport)?.grade ?? ''
  const after: ContractState = {
    kind: entry.kind,
    name: entry.name,
    namesake: entry.namesake,
    gender: entry.gender ?? known?.gender ?? '',
    engagement: entry.engagement ?? known?.engagement ?? '',
    titleLiteral: entry.titleLiteral ?? known?.titleLiteral ?? '',
    isRetiredAthlete: entry.isRetiredAthlete ?? known?.isRetiredAthlete ?? false,
    hoursWeek: entry.hoursWeek === undefined ? (known?.hoursWeek ?? null) : entry.hoursWeek,
    sports: entry.sports.map((sport, at) => ({
      sport,
      grade: entry.grades === undefined ? gradeOf(sport) : (entry.grades[at] ?? ''),
    })),
    stages: entry.stages ?? known?.stages ?? [],
    validFrom: entry.validFrom,
    validTo: entry.validTo ?? known?.validTo ?? openEnd,
    endReason: entry.endReason ?? known?.endReason ?? '',
  }
  if (known === undefined) return { verdict: 'new', after }
  return { verdict: isSame(known, after) ? 'unchanged' : 'changed', standing: known, after }
}

/** Whether two contracts say the same, in whatever order they name their sports. */
export function isSame(one: ContractState, other: ContractState): boolean {
  return JSON.stringify(stateOf(one)) === JSON.stringify(stateOf(other))
}

/** What a contract says and nothing else, sports and stages in one order. */
export function stateOf(of: ContractState): ContractState {
  return {
    kind: of.kind,
    name: of.name,
    namesake: of.namesake,
    gender: of.gender,
    engagement: of.engagement,
    titleLiteral: of.titleLiteral,
    isRetiredAthlete: of.isRetiredAthlete,
    hoursWeek: of.hoursWeek,
    sports: of.sports
      .map(({ sport, grade }) => ({ sport, grade }))
      .sort((one, two) => (one.sport < two.sport ? -1 : 1)),
    stages: [...of.stages].sort(),
    validFrom: of.validFrom,
    validTo: of.validTo,
    endReason: of.endReason,
  }
}
