import { addDays, type Day, openEnd, schoolYearOf } from '#app/calendar-day.ts'
import { findSchoolType } from '#app/features/schools/school-type.rule.ts'
import type { Stage } from '#db/tables.ts'
import { demoIds } from './demo-id.ts'
import type { DemoSchool } from './schools.ts'

export interface DemoPlacement {
  id: string
  schoolId: string
  sport: string
  stage: Stage
  role: 'leader' | 'member'
  validFrom: Day
  validTo: Day
  document: string
}

/** Sport and the schools it has in primary, junior and senior. */
type SportPlan = [sport: string, primary: number, junior: number, senior: number]

/**
 * Three of the six obliged units reach 5621: 连云 just so, 海州 with a sixth sport, 赣榆 with five that leave out the
 * base disciplines. 东海 lacks a junior and the senior of its fifth sport while its basketball has more than it
 * needs; 灌云 lacks one senior; 灌南 has three sports and a surplus of primaries that does not help.
 */
const unitSports: Record<string, { letters: string; sports: SportPlan[] }> = {
  '320703': {
    letters: '连区教体',
    sports: [
      ['athletics', 6, 2, 1],
      ['football', 7, 3, 2],
      ['sailing', 6, 2, 1],
      ['swimming', 6, 2, 1],
      ['volleyball', 6, 2, 1],
    ],
  },
  '320706': {
    letters: '海教体',
    sports: [
      ['athletics', 10, 4, 2],
      ['badminton', 7, 2, 1],
      ['basketball', 12, 5, 3],
      ['football', 14, 5, 2],
      ['table_tennis', 8, 3, 1],
      ['wushu', 6, 2, 1],
    ],
  },
  '320707': {
    letters: '赣教体',
    sports: [
      ['basketball', 8, 3, 2],
      ['football', 9, 3, 1],
      ['rope_skipping', 10, 3, 1],
      ['table_tennis', 6, 2, 1],
      ['volleyball', 6, 2, 1],
    ],
  },
  '320722': {
    letters: '东教体',
    sports: [
      ['athletics', 7, 2, 1],
      ['basketball', 11, 4, 2],
      ['football', 7, 2, 1],
      ['table_tennis', 6, 3, 1],
      ['wushu', 6, 1, 0],
    ],
  },
  '320723': {
    letters: '灌云教体',
    sports: [
      ['athletics', 6, 2, 1],
      ['badminton', 6, 2, 1],
      ['basketball', 7, 3, 1],
      ['football', 8, 2, 2],
      ['tennis', 6, 2, 0],
    ],
  },
  '320724': {
    letters: '灌南教体',
    sports: [
      ['athletics', 6, 2, 1],
      ['basketball', 6, 2, 1],
      ['football', 9, 3, 1],
      ['happy_gymnastics', 9, 0, 0],
    ],
  },
  '320771': {
    letters: '连开教',
    sports: [
      ['football', 4, 2, 1],
      ['sailing', 2, 1, 0],
    ],
  },
  '3207HT': { letters: '连高新教', sports: [['basketball', 3, 1, 0]] },
}

/** The schools of the 5621 plan with the letters that named them, past and coming changes included. */
export function demoPlacements(schools: readonly DemoSchool[], today: Day): DemoPlacement[] {
  const nextId = demoIds('P')
  const year = schoolYearOf(today)
  const placements = Object.entries(unitSports).flatMap(([unitCode, plan]) =>
    plan.sports.flatMap((sport, place) =>
      placementsOf({ unitCode, letters: plan.letters, place, sport, year }, schools, nextId),
    ),
  )
  changeLately(placements, schools, today, nextId)
  placements.push(...withoutEffect(schools, year, nextId))
  return placements
}

function placementsOf(
  plan: { unitCode: string; letters: string; place: number; sport: SportPlan; year: number },
  schools: readonly DemoSchool[],
  nextId: () => string,
): DemoPlacement[] {
  const [sport, primary, junior, senior] = plan.sport
  const since = [plan.year - 3, plan.year - 3, plan.year - 2, plan.year - 2, plan.year - 1, plan.year - 1]
  const begun = since[plan.place] ?? plan.year - 1
  const wanted: Record<Stage, number> = { primary, junior, senior }
  return (['primary', 'junior', 'senior'] as const).flatMap(stage => {
    const eligible = eligibleFor(schools, plan.unitCode, stage)
    const chosen = Array.from(
      { length: Math.min(wanted[stage], eligible.length) },
      (_, n) => eligible[(plan.place * wanted[stage] + n) % eligible.length]!,
    )
    return chosen.map((school, n) => ({
      id: nextId(),
      schoolId: school.id,
      sport,
      stage,
      role: stage === 'senior' && n === 0 ? ('leader' as const) : ('member' as const),
      validFrom: `${begun}-09-01`,
      validTo: openEnd,
      document: `${plan.letters}〔${begun}〕${12 + plan.place}号`,
    }))
  })
}

function eligibleFor(schools: readonly DemoSchool[], unitCode: string, stage: Stage): DemoSchool[] {
  return schools.filter(
    school =>
      school.countsUnitCode === unitCode &&
      school.stages.includes(stage) &&
      school.closedOn === openEnd &&
      school.parentId === null &&
      findSchoolType(school.type)?.standing === 'counts',
  )
}

/** 海州's sixth sport has its senior since last month; 灌云's missing senior comes next month; some ended in summer. */
function changeLately(
  placements: DemoPlacement[],
  schools: readonly DemoSchool[],
  today: Day,
  nextId: () => string,
): void {
  const units = new Map(schools.map(school => [school.id, school.countsUnitCode]))
  const lastMonth = `${addDays(`${today.slice(0, 7)}-01`, -1).slice(0, 7)}-01`
  const nextMonth = `${addDays(`${today.slice(0, 7)}-01`, 31).slice(0, 7)}-01`
  const recent = placements.find(
    one => one.sport === 'wushu' && one.stage === 'senior' && units.get(one.schoolId) === '320706',
  )
  if (recent !== undefined) recent.validFrom = lastMonth
  const basketball = placements.find(
    one => one.sport === 'basketball' && one.stage === 'senior' && units.get(one.schoolId) === '320723',
  )
  if (basketball !== undefined) {
    placements.push({
      ...basketball,
      id: nextId(),
      sport: 'tennis',
      validFrom: nextMonth,
      document: `灌云教体〔${nextMonth.slice(0, 4)}〕31号`,
    })
  }
}

/** Placements worth a second look: of a closed and of a special school, of a teaching point, and ended ones. */
function withoutEffect(schools: readonly DemoSchool[], year: number, nextId: () => string): DemoPlacement[] {
  const base = { stage: 'primary' as const, role: 'member' as const, document: `连教体〔${year - 2}〕8号` }
  const closed = schools.find(school => school.closedOn !== openEnd)
  const special = schools.find(school => school.kind === 'special' && school.unitCode === '320706')
  const point = schools.find(school => school.kind === 'point' && school.unitCode === '320722')
  const ended = ['320706', '320722', '320723', '320724'].flatMap((unitCode, place) => {
    const school = schools.filter(one => one.kind === 'primary' && one.unitCode === unitCode)[20 + place]
    return school === undefined ? [] : [school]
  })
  return [
    ...[closed, special, point].flatMap(school =>
      school === undefined ? [] : [{ ...base, schoolId: school.id, validTo: openEnd }],
    ),
    ...ended.map(school => ({ ...base, schoolId: school.id, validTo: `${year}-08-31` })),
  ].map(one => ({ ...one, id: nextId(), sport: 'tennis', validFrom: `${year - 2}-09-01` }))
}
