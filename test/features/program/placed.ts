import type { ProgramRule } from '#app/features/program/program.rule.ts'
import type { PlacedSchool } from '#app/features/program/standing.rule.ts'

/** The city's rule as seeded. */
export function sampleRule(given: Partial<ProgramRule> = {}): ProgramRule {
  return {
    id: 'R1',
    unitCode: '',
    validFrom: '2021-10-22',
    validTo: '9999-12-31',
    sports: 5,
    primary: 6,
    junior: 2,
    senior: 1,
    mix: 'warn',
    oneStagePerSchool: false,
    vocationalCounts: false,
    livingWindow: 20,
    livingDays: 4,
    source: '连政办发〔2023〕57号第8条',
    ...given,
  }
}

let number = 0

/** An open primary school with football. */
export function placed(given: Partial<PlacedSchool> = {}): PlacedSchool {
  number += 1
  return {
    id: `P${number}`,
    schoolId: `S${number}`,
    sport: 'football',
    stage: 'primary',
    unitCode: '320722',
    type: '211',
    hasCode: true,
    isOpen: true,
    runsStage: true,
    parent: null,
    ...given,
  }
}

/** As many different schools as asked for, a stage. */
export function schools(sport: string, primary: number, junior: number, senior: number): PlacedSchool[] {
  return [
    ...Array.from({ length: primary }, () => placed({ sport })),
    ...Array.from({ length: junior }, () => placed({ sport, stage: 'junior', type: '311' })),
    ...Array.from({ length: senior }, () => placed({ sport, stage: 'senior', type: '342' })),
  ]
}
