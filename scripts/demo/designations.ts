import { addDays, addYears, type Day, openEnd } from '#app/calendar-day.ts'
import { reportYears } from '#app/features/reevaluation/report.rule.ts'
import { sampleDesignation, sampleReevaluation, sampleTitleReport } from '#db/samples.ts'
import type { Database, Tx } from '#db/tables.ts'
import { insertAll } from '#db/write.server.ts'
import { demoIds } from './demo-id.ts'
import type { DemoPlacement } from './placements.ts'
import type { DemoSchool } from './schools.ts'

type Level = Database['designation']['level']

const city = 66
const provincial = 14
const county = 8

/**
 * Titles of schools that have the sport among their placements: the city is well on its way to the hundred. Those of the
 * first batch run out within the year, one is suspended, one was revoked, and a few have run out. Of the newest yearly
 * reports most are confirmed, some wait for their unit and some are missing.
 */
export async function insertDesignations(
  tx: Tx,
  schools: readonly DemoSchool[],
  placements: readonly DemoPlacement[],
  today: Day,
): Promise<void> {
  const nextId = demoIds('T')
  const titled = titledPlacements(schools, placements)
  const rows = titled.map((placement, at) => titleRow(nextId(), placement, at, today))
  await insertAll(tx, 'designation', rows)
  await insertReports(tx, rows, today)
  const [, suspended] = rows
  if (suspended === undefined) return
  await insertAll(tx, 'designation_suspension', [
    {
      id: demoIds('U')(),
      designation_id: suspended.id,
      valid_from: addDays(today, -20),
      valid_to: addDays(today, 70),
      reason: '运动队一学期未训练，限期整改',
      document: '连教体〔2026〕31号',
      created_at: `${addDays(today, -20)} 02:00:00.000`,
    },
  ])
}

type Title = ReturnType<typeof sampleDesignation>

async function insertReports(tx: Tx, titles: readonly Title[], today: Day): Promise<void> {
  const nextId = demoIds('R')
  const reports = titles.flatMap((title, at) => {
    const of = { validFrom: title.valid_from, validTo: title.valid_to, endKind: title.end_kind ?? '' }
    const living = { ...of, closedOn: openEnd }
    return reportYears(living, today)
      .map((year, age) => reportRow(nextId(), title.id, { year, isOpen: age === 0, at }))
      .filter(row => row !== null)
  })
  await insertAll(tx, 'title_report', reports)
  const due = titles.find(one => today >= addDays(one.valid_to, -180) && today <= one.valid_to)
  if (due === undefined) return
  const at = `${addDays(today, -3)} 02:00:00.000`
  await insertAll(tx, 'title_reevaluation', [
    sampleReevaluation({
      ...{ id: demoIds('W')(), designation_id: due.id, opened_at: at, updated_at: at },
    }),
  ])
}

/** Older ones are confirmed; of the newest every fifth is missing and every fifth waits. */
function reportRow(
  id: string,
  designationId: string,
  { year, isOpen, at }: { year: number; isOpen: boolean; at: number },
) {
  if (isOpen && at % 5 === 0) return null
  const handedIn = `${year + 1}-06-${String(10 + (at % 15)).padStart(2, '0')}`
  const isConfirmed = !isOpen || at % 5 !== 1
  return sampleTitleReport({
    ...{ id, designation_id: designationId, school_year: year, figures_on: handedIn },
    ...{ submitted_at: `${handedIn} 02:00:00.000`, updated_at: `${handedIn} 02:00:00.000` },
    ...(isConfirmed && {
      ...{ state: 'confirmed' as const, decided_at: `${year + 1}-06-28 02:00:00.000` },
      ...{ decided_by: '体卫艺科', opinion: '情况属实，训练正常' },
    }),
  })
}

/** A placement of each school, spread over the units. */
function titledPlacements(
  schools: readonly DemoSchool[],
  placements: readonly DemoPlacement[],
): DemoPlacement[] {
  const coded = new Set(schools.filter(school => school.code !== null).map(school => school.id))
  const first = new Map<string, DemoPlacement>()
  for (const placement of placements)
    if (coded.has(placement.schoolId) && !first.has(placement.schoolId))
      first.set(placement.schoolId, placement)
  const all = [...first.values()]
  const wanted = Math.min(all.length, city + provincial + county)
  return Array.from({ length: wanted }, (_, at) => all[Math.floor((at * all.length) / wanted)]!)
}

function titleRow(id: string, { schoolId, sport }: DemoPlacement, at: number, today: Day) {
  const year = Number(today.slice(0, 4))
  const level: Level = at < city ? 'CITY' : at < city + provincial ? 'PROVINCIAL' : 'COUNTY'
  const first = at % 3 === 0 ? year - 4 : year - 2
  const named = { validFrom: `${first}-12-01`, validTo: addDays(addYears(`${first}-12-01`, 4), -1) }
  const isRevoked = at === 4
  return sampleDesignation({
    ...{ id, school_id: schoolId, sport_code: sport, level },
    batch: `${first}年`,
    document: `${level === 'PROVINCIAL' ? '苏教体艺' : '连教体'}〔${first}〕${level === 'COUNTY' ? 41 : 28}号`,
    certificate: `${level.slice(0, 1)}${first}-${String(at + 1).padStart(3, '0')}`,
    valid_from: named.validFrom,
    valid_to: isRevoked ? addDays(today, -100) : named.validTo,
    ...(isRevoked && {
      ...{ end_kind: 'REVOKED' as const, end_reason: '弄虚作假' },
      end_document: `连教体〔${year}〕17号`,
    }),
  })
}
