import type { Scope } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import { groupBy } from '#app/group-by.ts'
import type { Locale } from '#app/i18n/text.ts'
import type { Db } from '#db/tables.ts'
import { bestSports, type SportCoverage } from './coverage.rule.ts'
import { explainPlacements } from './explain-coverage.server.ts'
import { placementsPerSport } from './program.rule.ts'
import { readCoverage } from './read-coverage.server.ts'

/** All that the page of one unit shows; null when the scope does not see the unit or no rule holds on the day. */
export async function readUnitCoverage(
  db: Db,
  scope: Scope,
  asked: { asOf: Day; unitCode: string; locale: Locale; search: string; seesChecks: boolean },
) {
  const { asOf, unitCode, locale, search, seesChecks } = asked
  const report = await readCoverage(db, scope, { asOf, unitCode })
  const unit = report?.units[0]
  if (report == null || unit === undefined) return null
  const active = (await explainPlacements(db, scope, { asOf, unit, seesChecks })).filter(one => one.isActive)
  const { code, name, nameEn, met, gap, mix, sportsMet, sportsLiving, livingMet, rule } = unit
  const best = bestSports(rule, unit.sports)
  return {
    unit: { code, name: locale === 'en' ? nameEn : name, met, gap, mix, sportsMet, sportsLiving, livingMet },
    rule,
    best: best.map(lineOf),
    unplaced: { count: Math.max(0, rule.sports - best.length), each: placementsPerSport(rule) },
    sports: unit.sports.map(lineOf),
    schools: [...groupBy(active, one => one.schoolId).values()].map(placements => ({
      id: placements[0]!.schoolId,
      code: placements[0]!.code,
      name: placements[0]!.name,
      placements: placements.map(({ id, sport, stage, role, life }) => ({
        id,
        sport: sportName(sport),
        stage,
        role,
        life,
      })),
    })),
  }

  function sportName(sport: string): string {
    const names = report?.sports.get(sport)
    return (locale === 'en' ? names?.nameEn : names?.name) ?? sport
  }

  function lineOf(sport: SportCoverage) {
    const to = `/coverage/units/${unitCode}/${sport.code}${search}`
    return {
      key: sport.code,
      name: sportName(sport.code),
      to,
      met: sport.met,
      gap: sport.gap,
      living: sport.living,
      stages: sport.stages,
    }
  }
}
