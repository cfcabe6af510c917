import type { SportCoverage } from './coverage.rule.ts'
import type { CoverageReport } from './read-coverage.server.ts'

/** Coverage as contracts.md promises it to other systems. */
export function coverageJson(report: CoverageReport) {
  const { sports, primary, junior, senior } = report.rule
  return {
    plan: '5621',
    asOf: report.asOf,
    rule: { sports, primary, junior, senior },
    units: report.units.map(unit => ({
      code: unit.code,
      name: unit.name,
      met: unit.met,
      sportsMet: unit.sportsMet,
      gap: unit.gap,
      mix: unit.mix,
      sports: unit.sports.map(sport => sportJson(sport, report.sports.get(sport.code)?.name ?? sport.code)),
    })),
    unitsMet: report.unitsMet,
    unitsObliged: report.unitsObliged,
  }
}

function sportJson({ code, met, gap, living, stages }: SportCoverage, name: string) {
  const { primary, junior, senior } = stages
  return { code, name, met, gap, living, stages: { primary, junior, senior } }
}
