import type { Scope } from '#app/auth/scope.ts'
import { openEnd } from '#app/calendar-day.ts'
import { duplicatesOf, problemAt, rowsTold } from '#app/features/schools/sheet-rows.ts'
import type { Problem } from '#app/spreadsheet/problem.ts'
import type { TableRow } from '#app/spreadsheet/read-table.ts'
import { aliasKey } from '#db/write.server.ts'
import { judgeWork, type WorkJudgement, type WorkRefusal, type WorkWarning } from './coach-placement.rule.ts'
import { type CoachPlacementRecord, coachPlacementsSheet } from './coach-placements.sheet.ts'
import type { InstructorRow } from './instructors.queries.server.ts'
import { planWork, type WorkEntry, type WorkPlan, type WorkState } from './plan-work.rule.ts'
import { personKey, placeOf, type RosterInForce } from './roster-in-force.server.ts'
import type { Travel } from './travel.rule.ts'
import { writeWeeklyTimes } from './weekly-time.rule.ts'

type Row = TableRow<typeof coachPlacementsSheet>
type Column = Extract<keyof CoachPlacementRecord, string>
type Stood = WorkState & { id: string }

/** What a row of the sheet of work does. */
export interface PlannedWork {
  entry: WorkEntry
  coach: InstructorRow
  plan: WorkPlan<Stood>
}

/** What one row does, looked at by itself. */
export function planWorkRow(
  entry: WorkEntry,
  inForce: RosterInForce,
  scope: Scope,
): PlannedWork | { problem: { code: string; at: Column } } {
  const school = inForce.schools.get(entry.schoolCode)
  if (school === undefined) return { problem: { code: 'roster.school-unknown', at: 'code' } }
  const isNamed = entry.homeCode !== null || entry.homeUnit !== ''
  const home = isNamed
    ? { schoolCode: entry.homeCode, unitCode: entry.homeUnit }
    : { schoolCode: entry.schoolCode, unitCode: '' }
  const found = placeOf(inForce, scope, home)
  if (!found.ok) {
    const at = !isNamed ? 'code' : found.refusal.at === 'code' ? 'homeCode' : 'homeUnit'
    return { problem: { code: found.refusal.code, at } }
  }
  const key = personKey({ ...found.place, name: entry.name, namesake: entry.namesake })
  const contracts = inForce.contracts.get(key) ?? []
  const [anyContract] = contracts
  if (anyContract === undefined) return { problem: { code: 'roster.person-unknown', at: 'name' } }
  const coach = contracts.find(one => one.validFrom <= entry.validFrom && entry.validFrom <= one.validTo)
  if (coach === undefined) return { problem: { code: 'roster.no-contract', at: 'validFrom' } }
  if (!coach.sports.some(one => one.sport === entry.sport))
    return { problem: { code: 'roster.sport-not-theirs', at: 'sport' } }
  const standing = (inForce.work.get(coach.personId) ?? []).filter(one => one.instructorId === coach.id)
  const plan = planWork(
    entry,
    { instructorId: coach.id, schoolId: school.id, contractEnds: coach.validTo },
    standing,
  )
  return { entry, coach, plan }
}

const columnOf: Record<(WorkRefusal | WorkWarning)['code'], Column> = {
  'ends-before-start': 'validTo',
  'outside-contract': 'validTo',
  'school-not-open': 'validFrom',
  'no-stage': 'stages',
  'stage-not-run': 'stages',
  'stage-not-theirs': 'stages',
  'times-overlap': 'times',
  'times-exceed-hours': 'times',
  'placed-already': 'validFrom',
  clash: 'times',
  'travel-too-short': 'times',
  'above-limit': 'hours',
  'travel-unknown': 'times',
  'times-unknown': 'times',
}

/** Each row by itself first, then beside all else that its person does and will do. */
export function judgeWorkRows(rows: readonly Row[], inForce: RosterInForce, scope: Scope, travel: Travel) {
  const { repeated, contradicting } = duplicatesOf(rows, record =>
    [
      ...[record.code, record.homeCode, record.homeUnit?.code, aliasKey(record.name), record.namesake ?? 1],
      ...[record.sport.code, record.validFrom],
    ].join(' '),
  )
  const problems: Problem[] = []
  const rejected = new Set<Row>()
  const candidates: (PlannedWork & { row: Row })[] = []
  for (const row of rows) {
    if (row.record === null || repeated.has(row)) continue
    const twice = contradicting.get(row)
    const found = planWorkRow(entryOf(row, row.record), inForce, scope)
    if ('problem' in found) {
      problems.push(problemAt(coachPlacementsSheet, row, found.problem.at, { code: found.problem.code }))
      rejected.add(row)
    } else if (twice !== undefined) {
      const values = rowsTold(twice)
      problems.push(problemAt(coachPlacementsSheet, row, 'validFrom', { code: 'roster.twice', values }))
      rejected.add(row)
    } else candidates.push({ row, ...found })
  }
  const after = workAfter(inForce, candidates)
  const planned = new Map<Row, PlannedWork>()
  for (const one of candidates) {
    const judged = judgePlanned(one, after, inForce, travel)
    problems.push(...problemsOf(one.row, judged, inForce))
    if (judged.refusals.length > 0) rejected.add(one.row)
    else planned.set(one.row, one)
  }
  return { planned, problems, rejected, repeated }
}

/** All work of each person once every row is written. */
export function workAfter(inForce: RosterInForce, planned: readonly PlannedWork[]): Map<string, WorkState[]> {
  const after = new Map<string, WorkState[]>()
  for (const { coach, plan } of planned) {
    const standing = after.get(coach.personId) ?? inForce.work.get(coach.personId) ?? []
    const others = plan.verdict === 'new' ? standing : standing.filter(one => one !== plan.standing)
    after.set(coach.personId, [...others, plan.after])
  }
  return after
}

/** What stands as it stood is not judged again. */
export function judgePlanned(
  { coach, plan }: PlannedWork,
  after: ReadonlyMap<string, WorkState[]>,
  inForce: RosterInForce,
  travel: Travel,
): WorkJudgement {
  if (plan.verdict === 'unchanged') return { refusals: [], warnings: [] }
  const others = (after.get(coach.personId) ?? []).filter(one => one !== plan.after)
  return judgeWork(plan.after, { contract: coach, others, schools: inForce.workSchools, travel })
}

function problemsOf(row: Row, judged: WorkJudgement, inForce: RosterInForce): Problem[] {
  const names = new Map([...inForce.schools.values()].map(school => [school.id, school.name]))
  const told = (found: WorkRefusal | WorkWarning, reading: Problem['reading']): Problem => {
    const { code, ...rest } = found
    const values = Object.fromEntries(
      Object.entries(rest).flatMap(([key, value]): [string, string | number][] => {
        if (key === 'schoolId') return [['school', names.get(String(value)) ?? '']]
        if (typeof value === 'object') return [['time', writeWeeklyTimes([value])]]
        return [[key, value]]
      }),
    )
    return problemAt(coachPlacementsSheet, row, columnOf[code], { reading, code: `work.${code}`, values })
  }
  return [
    ...judged.refusals.map(one => told(one, 'reject')),
    ...judged.warnings.map(one => told(one, 'warn')),
  ]
}

/** An empty cell says none; a file without the column leaves what stands. */
function entryOf({ cells }: Row, record: CoachPlacementRecord): WorkEntry {
  return {
    schoolCode: record.code,
    homeCode: record.homeCode,
    homeUnit: record.homeUnit?.code ?? '',
    name: record.name,
    namesake: record.namesake ?? 1,
    sport: record.sport.code,
    stages: record.stages,
    hoursWeek: record.hours,
    validFrom: record.validFrom,
    ...(cells.times !== undefined && { times: record.times ?? [] }),
    ...(cells.validTo !== undefined && { validTo: record.validTo ?? openEnd }),
    ...(cells.reason !== undefined && { endReason: record.reason ?? '' }),
    ...(cells.note !== undefined && { note: record.note ?? '' }),
  }
}
