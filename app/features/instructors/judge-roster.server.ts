import type { Scope } from '#app/auth/scope.ts'
import { openEnd } from '#app/calendar-day.ts'
import type { ImportContext } from '#app/features/imports/sheet-import.ts'
import { duplicatesOf, problemAt, rowsTold } from '#app/features/schools/sheet-rows.ts'
import type { Problem } from '#app/spreadsheet/problem.ts'
import type { TableRow } from '#app/spreadsheet/read-table.ts'
import { aliasKey } from '#db/write.server.ts'
import { type CoachRecord, coachesSheet } from './coaches.sheet.ts'
import { type ContractRefusal, shareDays, whyNoContract } from './contract.rule.ts'
import { whyNotThisKind } from './instructor-permission.rule.ts'
import type { InstructorRow } from './instructors.queries.server.ts'
import {
  type ContractPlan,
  type ContractState,
  planContract,
  type RosterEntry,
} from './plan-contract.rule.ts'
import { personKey, placeOf, type RosterInForce, type RosterPlace } from './roster-in-force.server.ts'
import { whyWorkNoLongerFits } from './work-under-contract.rule.ts'

type Row = TableRow<typeof coachesSheet>
type Column = Extract<keyof CoachRecord, string>

/** What a row of the roster does. */
export interface PlannedContract {
  entry: RosterEntry
  key: string
  place: RosterPlace
  personId: string | null
  plan: ContractPlan<InstructorRow>
}

type Refused = { problem: { code: string; at: Column } }

const columnOf: Record<ContractRefusal, Column> = {
  'ends-before-start': 'validTo',
  'sport-missing': 'sports',
  'sport-twice': 'sports',
  'too-many-sports': 'sports',
  'engagement-missing': 'engagement',
  'hours-missing': 'hours',
  'hours-out-of-bounds': 'hours',
  'title-unknown': 'title',
  'intern-without-end': 'validTo',
  'intern-over-a-year': 'validTo',
}

/** What one row does, looked at by itself. */
export function planContractRow(
  entry: RosterEntry,
  inForce: RosterInForce,
  scope: Scope,
): PlannedContract | Refused {
  const found = placeOf(inForce, scope, entry)
  if (!found.ok) return { problem: found.refusal }
  const { place } = found
  if (entry.grades !== undefined && entry.grades.length > 0 && entry.grades.length !== entry.sports.length)
    return { problem: { code: 'roster.grades-differ', at: 'grades' } }
  const key = personKey({ ...place, name: entry.name, namesake: entry.namesake })
  const known = inForce.contracts.get(key) ?? []
  const plan = planContract(entry, known)
  const personId = known[0]?.personId ?? null
  if (plan.verdict === 'unchanged') return { entry, key, place, personId, plan }
  const standing = plan.verdict === 'new' ? null : plan.standing
  const kinds = standing === null ? known.map(one => one.kind) : [standing.kind]
  if (kinds.some(kind => whyNotThisKind(scope, kind, plan.after.kind) !== null))
    return { problem: { code: 'roster.kind-not-yours', at: 'kind' } }
  const refusal = whyNoContract(plan.after, plan.after)
  if (refusal !== null) return { problem: { code: `roster.${refusal}`, at: columnOf[refusal] } }
  const school = place.schoolId === null ? undefined : inForce.workSchools.get(place.schoolId)
  const { validFrom, stages } = plan.after
  if (school !== undefined && (validFrom < school.openedOn || validFrom >= school.closedOn))
    return { problem: { code: 'roster.school-not-open', at: 'validFrom' } }
  const isRun = (stage: string) =>
    school?.stages.some(one => one.stage === stage && one.validFrom <= validFrom && validFrom <= one.validTo)
  if (school !== undefined && !stages.every(isRun))
    return { problem: { code: 'roster.stage-not-run', at: 'stages' } }
  const work = (inForce.work.get(personId ?? '') ?? []).filter(one => one.instructorId === standing?.id)
  const misfit = standing === null ? null : whyWorkNoLongerFits(work, plan.after)
  return misfit === null
    ? { entry, key, place, personId, plan }
    : { problem: { code: `roster.${misfit}`, at: misfit === 'work-above-hours' ? 'hours' : 'validTo' } }
}

/** Each row by itself first, then beside the person's other contracts as they will be. */
export function judgeRoster(
  rows: readonly Row[],
  inForce: RosterInForce,
  scope: Scope,
  ownCode: string | null,
) {
  const { repeated, contradicting } = duplicatesOf(rows, record =>
    [
      record.code ?? ownCode,
      record.unit?.code,
      aliasKey(record.name),
      record.namesake ?? 1,
      record.validFrom,
    ].join(' '),
  )
  const problems = new Map<Row, Problem>()
  const candidates: (PlannedContract & { row: Row })[] = []
  for (const row of rows) {
    if (row.record === null || repeated.has(row)) continue
    const twice = contradicting.get(row)
    const found = planContractRow(entryOf(row, row.record, ownCode), inForce, scope)
    if ('problem' in found)
      problems.set(row, problemAt(coachesSheet, row, found.problem.at, { code: found.problem.code }))
    else if (twice !== undefined)
      problems.set(
        row,
        problemAt(coachesSheet, row, 'validFrom', {
          code: 'roster.twice',
          values: rowsTold(twice),
        }),
      )
    else candidates.push({ row, ...found })
  }
  const after = contractsAfter(inForce, candidates)
  const planned = new Map<Row, PlannedContract>()
  for (const one of candidates) {
    const problem = problemBeside(one, after)
    if (problem === null) planned.set(one.row, one)
    else problems.set(one.row, problemAt(coachesSheet, one.row, problem.at, problem))
  }
  return { planned, problems, repeated }
}

/** Each person's contracts once all rows are written. */
export function contractsAfter(
  inForce: RosterInForce,
  planned: readonly PlannedContract[],
): Map<string, ContractState[]> {
  const after = new Map<string, ContractState[]>()
  for (const { key, plan } of planned) {
    const standing = after.get(key) ?? inForce.contracts.get(key) ?? []
    after.set(key, [...standing.filter(one => one.validFrom !== plan.after.validFrom), plan.after])
  }
  return after
}

/** Why a contract cannot stand beside the others of the person as they will be. */
export function problemBeside(one: PlannedContract, after: ReadonlyMap<string, ContractState[]>) {
  const other = overlapping(one, after)
  if (other !== undefined) {
    const values = { from: other.validFrom, to: other.validTo === openEnd ? '…' : other.validTo }
    return { code: 'roster.overlaps', at: 'validFrom' as const, values }
  }
  return isInternAgain(one, after) ? { code: 'roster.intern-over-a-year', at: 'validTo' as const } : null
}

function overlapping(
  { key, plan }: PlannedContract,
  after: ReadonlyMap<string, ContractState[]>,
): ContractState | undefined {
  return after
    .get(key)
    ?.find(other => other.validFrom !== plan.after.validFrom && shareDays(other, plan.after))
}

/** The year of an intern is a person's, over all contracts. */
function isInternAgain({ key, plan }: PlannedContract, after: ReadonlyMap<string, ContractState[]>): boolean {
  if (plan.verdict === 'unchanged') return false
  const interns = (after.get(key) ?? []).filter(one => one.engagement === 'INTERN')
  const [validFrom] = interns.map(one => one.validFrom).sort()
  const validTo = interns
    .map(one => one.validTo)
    .sort()
    .at(-1)
  const intern = validFrom === undefined || validTo === undefined ? null : { validFrom, validTo }
  return whyNoContract(plan.after, plan.after, intern) === 'intern-over-a-year'
}

/** An empty cell says none; a file without the column leaves what stands. */
function entryOf({ cells }: Row, record: CoachRecord, ownCode: string | null): RosterEntry {
  const unitCode = record.unit?.code ?? ''
  return {
    schoolCode: record.code ?? (unitCode === '' ? ownCode : null),
    unitCode,
    name: record.name,
    namesake: record.namesake ?? 1,
    kind: record.kind,
    sports: record.sports.map(one => one.code),
    validFrom: record.validFrom,
    ...(cells.gender !== undefined && { gender: record.gender ?? '' }),
    ...(cells.stages !== undefined && { stages: record.stages ?? [] }),
    ...(cells.title !== undefined && { titleLiteral: record.title ?? '' }),
    ...(cells.grades !== undefined && { grades: record.grades ?? [] }),
    ...(cells.retired !== undefined && { isRetiredAthlete: record.retired ?? false }),
    ...(cells.engagement !== undefined && { engagement: record.engagement ?? '' }),
    ...(cells.hours !== undefined && { hoursWeek: record.hours }),
    ...(cells.validTo !== undefined && { validTo: record.validTo ?? openEnd }),
    ...(cells.reason !== undefined && { endReason: record.reason ?? '' }),
  }
}

/** A school's own people need not repeat its code. */
export function codeOfUploader(inForce: RosterInForce, { scope, schoolId }: ImportContext): string | null {
  const own = scope.kind === 'school' ? scope.schoolId : schoolId
  return [...inForce.schools.values()].find(school => school.id === own)?.code ?? null
}
