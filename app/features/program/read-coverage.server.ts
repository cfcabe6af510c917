import type { Scope } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import { remember } from '#app/features/audit/remember.server.ts'
import { isObliged } from '#app/features/regions/obligation.rule.ts'
import { listVisibleUnits, type UnitRow } from '#app/features/regions/units.queries.server.ts'
import { groupBy } from '#app/group-by.ts'
import type { Db } from '#db/tables.ts'
import { placedSports, placementsOn } from './coverage.queries.server.ts'
import { coverageOfUnit, type SportTraits, type UnitCoverage } from './coverage.rule.ts'
import { type ProgramRule, ruleFor } from './program.rule.ts'
import { readLiving } from './read-living.server.ts'
import { listRules } from './rules.queries.server.ts'
import type { PlacedSchool } from './standing.rule.ts'

export interface CoveredUnit extends UnitCoverage {
  name: string
  shortName: string
  nameEn: string
  isObliged: boolean
  /** The rule in force for this unit. */
  rule: ProgramRule
}

export interface CoverageReport {
  asOf: Day
  /** The city's rule, or the rule of the only unit that was asked for. */
  rule: ProgramRule
  /** The units that carry the plan, or the one asked for, in code order. */
  units: CoveredUnit[]
  /** Units with placements that do not carry the plan. */
  others: CoveredUnit[]
  unitsMet: number
  /** Obliged units whose living schools alone would meet the plan. */
  unitsLiving: number
  unitsObliged: number
  sports: ReadonlyMap<string, SportTraits & { name: string; nameEn: string }>
}

interface Asked {
  asOf: Day
  unitCode?: string
}

/** The coverage of the scope's units on a day, by the rules of that day; null before the plan began. */
export async function readCoverage(db: Db, scope: Scope, asked: Asked): Promise<CoverageReport | null> {
  const question = `coverage ${JSON.stringify([scope, asked.asOf, asked.unitCode])}`
  return remember(db, question, () => workOutCoverage(db, scope, asked))
}

async function workOutCoverage(db: Db, scope: Scope, asked: Asked): Promise<CoverageReport | null> {
  const { asOf, unitCode } = asked
  const [visible, rules, sports, placements] = await Promise.all([
    listVisibleUnits(db, scope),
    listRules(db),
    placedSports(db),
    placementsOn(db, scope, { asOf, unitCode }),
  ])
  const units = visible.filter(unit => unitCode === undefined || unit.code === unitCode)
  const rule = ruleFor(rules, units.length === 1 ? units[0]!.code : '', asOf)
  if (rule === null) return null
  const placed = groupBy(placements, placement => placement.unitCode)
  const shown = units
    .filter(unit => unitCode !== undefined || isObliged(unit, asOf) || placed.has(unit.code))
    .map(unit => ({ unit, rule: ruleFor(rules, unit.code, asOf) ?? rule }))
  const windows = shown.map(one => ({ code: one.unit.code, livingWindow: one.rule.livingWindow }))
  const living = await readLiving(db, { units: windows, asOf })
  const covered = shown
    .map(one => cover(one.unit, one.rule, placed.get(one.unit.code) ?? []))
    .sort((one, other) => (one.code < other.code ? -1 : 1))
  const obliged = covered.filter(unit => unit.isObliged)
  const isShown = (unit: CoveredUnit) => unit.isObliged || unitCode !== undefined
  return {
    asOf,
    rule,
    units: covered.filter(isShown),
    others: covered.filter(unit => !isShown(unit)),
    unitsMet: obliged.filter(unit => unit.met).length,
    unitsLiving: obliged.filter(unit => unit.livingMet).length,
    unitsObliged: obliged.length,
    sports,
  }

  function cover(unit: UnitRow, byRule: ProgramRule, here: readonly PlacedSchool[]): CoveredUnit {
    const { name, shortName, nameEn } = unit
    const coverage = coverageOfUnit(unit.code, byRule, here, sports, living)
    return { ...coverage, name, shortName, nameEn, isObliged: isObliged(unit, asOf), rule: byRule }
  }
}
