import { addDays, type Day, openEnd } from '#app/calendar-day.ts'
import type { Stage } from '#db/tables.ts'

export const stages = ['primary', 'junior', 'senior'] as const satisfies readonly Stage[]

/** How many sports at how many schools, and what counts; one version of the city's or of one unit's rule. */
export interface ProgramRule {
  id: string
  /** '' is the city's rule; a unit's own row overrides it. */
  unitCode: string
  validFrom: Day
  validTo: Day
  sports: number
  primary: number
  junior: number
  senior: number
  /** Whether a base discipline and a ball sport among the met sports gate success, only warn, or are not asked. */
  mix: 'off' | 'warn' | 'gate'
  /** A school counts in one of its stages only, within one sport. */
  oneStagePerSchool: boolean
  /** Secondary vocational schools count as senior schools. */
  vocationalCounts: boolean
  /** A placement lives when its sport was logged on `livingDays` of the last `livingWindow` school days. */
  livingWindow: number
  livingDays: number
  /** The document that lays it down. */
  source: string
}

/** The rule in force for a unit on a day: its own, else the city's; null before the plan began. */
export function ruleFor(rules: readonly ProgramRule[], unitCode: string, day: Day): ProgramRule | null {
  const inForce = rules.filter(rule => rule.validFrom <= day && day <= rule.validTo)
  return (
    inForce.find(rule => rule.unitCode === unitCode) ?? inForce.find(rule => rule.unitCode === '') ?? null
  )
}

/** The placements one sport needs in all: 9 under 6 + 2 + 1. */
export function placementsPerSport(rule: Pick<ProgramRule, Stage>): number {
  return stages.reduce((sum, stage) => sum + rule[stage], 0)
}

/** What becomes of the versions of one unit when a new one begins; null when one begins on that very day. */
export function versionFrom(
  versions: readonly ProgramRule[],
  unitCode: string,
  from: Day,
): { ends: { id: string; on: Day } | null; validTo: Day } | null {
  const own = versions.filter(version => version.unitCode === unitCode)
  if (own.some(version => version.validFrom === from)) return null
  const current = own.find(version => version.validFrom < from && from <= version.validTo)
  const starts = own.map(version => version.validFrom).filter(start => start > from)
  const next = starts.sort()[0]
  return {
    ends: current === undefined ? null : { id: current.id, on: addDays(from, -1) },
    validTo: current?.validTo ?? (next === undefined ? openEnd : addDays(next, -1)),
  }
}
