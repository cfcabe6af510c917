import type { Scope } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import { findSport } from '#app/features/sports/sports.queries.server.ts'
import type { Locale } from '#app/i18n/text.ts'
import type { Db } from '#db/tables.ts'
import { coverageOfSport } from './coverage.rule.ts'
import { readCoverage } from './read-coverage.server.ts'

/** One sport in every unit that the scope sees; null for an unknown sport or before the plan began. */
export async function readSportCoverage(
  db: Db,
  scope: Scope,
  asked: { asOf: Day; sport: string; locale: Locale; search: string },
) {
  const sport = await findSport(db, asked.sport)
  const report = await readCoverage(db, scope, { asOf: asked.asOf })
  if (sport === undefined || report === null) return null
  const units = [...report.units, ...report.others.filter(unit => unit.sports.some(isIt))]
  const lines = units.map(unit => {
    const { met, gap, living, stages } =
      unit.sports.find(isIt) ?? coverageOfSport(sport.code, unit.rule, [], new Map())
    const name = asked.locale === 'en' ? unit.nameEn : unit.name
    return {
      key: unit.code,
      name,
      to: `/coverage/units/${unit.code}/${sport.code}${asked.search}`,
      met,
      gap,
      living,
      stages,
    }
  })
  const obliged = report.units.filter(unit => unit.isObliged)
  return {
    name: asked.locale === 'en' ? sport.nameEn : sport.name,
    lines,
    met: obliged.filter(unit => unit.sports.some(one => isIt(one) && one.met)).length,
    living: obliged.filter(unit => unit.sports.some(one => isIt(one) && one.living)).length,
    obliged: obliged.length,
    rule: report.rule,
  }

  function isIt(one: { code: string }): boolean {
    return one.code === asked.sport
  }
}
