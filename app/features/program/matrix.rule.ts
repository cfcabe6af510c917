import { stages } from './program.rule.ts'
import type { CoverageReport } from './read-coverage.server.ts'

/** Have and need of the three stages in turn, then the gap, then how many of each stage live. */
type MatrixCell = [number, number, number, number, number, number, number, number, number, number]

interface MatrixUnit {
  code: string
  name: string
  met: boolean
  sportsMet: number
  sportsLiving: number
  gap: number
  /** In the order of the matrix's sports; null where the unit has no placement of the sport. */
  cells: (MatrixCell | null)[]
}

/** The coverage of units by sports, numbers only: what a page sends and a table shows. */
export interface Matrix {
  sports: { code: string; name: string; unitsMet: number }[]
  units: MatrixUnit[]
}

/** Units by the sports that any of them has, those met most often first. */
export function matrixOf(
  units: CoverageReport['units'],
  report: Pick<CoverageReport, 'sports'>,
  locale: 'zh-CN' | 'en',
): Matrix {
  const codes = new Set(units.flatMap(unit => unit.sports.map(sport => sport.code)))
  const sports = [...codes].map(code => {
    const sport = report.sports.get(code)
    const name = (locale === 'en' ? sport?.nameEn : sport?.name) ?? code
    const unitsMet = units.filter(unit => unit.sports.some(one => one.code === code && one.met)).length
    const unitsHave = units.filter(unit => unit.sports.some(one => one.code === code)).length
    return { code, name, unitsMet, unitsHave }
  })
  sports.sort(
    (one, other) =>
      other.unitsMet - one.unitsMet || other.unitsHave - one.unitsHave || (one.code < other.code ? -1 : 1),
  )
  return {
    sports: sports.map(({ code, name, unitsMet }) => ({ code, name, unitsMet })),
    units: units.map(unit => ({
      code: unit.code,
      name: locale === 'en' ? unit.nameEn : unit.name,
      met: unit.met,
      sportsMet: unit.sportsMet,
      sportsLiving: unit.sportsLiving,
      gap: unit.gap,
      cells: sports.map(({ code }) => cellOf(unit.sports.find(sport => sport.code === code))),
    })),
  }
}

function cellOf(sport: CoverageReport['units'][number]['sports'][number] | undefined): MatrixCell | null {
  if (sport === undefined) return null
  const [primary, junior, senior] = stages.map(stage => sport.stages[stage])
  if (primary === undefined || junior === undefined || senior === undefined) return null
  const onPaper = [primary.have, primary.need, junior.have, junior.need, senior.have, senior.need] as const
  return [...onPaper, sport.gap, primary.living, junior.living, senior.living]
}
