import type { Scope } from '#app/auth/scope.ts'
import { openEnd } from '#app/calendar-day.ts'
import type {
  ImportContext,
  Json,
  SheetImport,
  StagedImport,
  StagedRow,
} from '#app/features/imports/sheet-import.ts'
import { staleImport } from '#app/features/imports/stale-import.ts'
import {
  duplicatesOf,
  problemAt,
  setAside,
  shownColumns,
  shownRecord,
} from '#app/features/schools/sheet-rows.ts'
import { listUnitNames } from '#app/features/schools/units.queries.server.ts'
import { listSportNames } from '#app/features/sports/sports.queries.server.ts'
import type { Problem } from '#app/spreadsheet/problem.ts'
import { readTable, type TableRow } from '#app/spreadsheet/read-table.ts'
import type { Db, Tx } from '#db/tables.ts'
import { aliasKey, isUniqueViolation } from '#db/write.server.ts'
import { type CoachRecord, coachesSheet } from './coaches.sheet.ts'
import { type ContractRefusal, shareDays, whyNoContract } from './contract.rule.ts'
import { insertInstructor, updateEnd, updateFacts } from './instructor-writes.queries.server.ts'
import type { InstructorRow } from './instructors.queries.server.ts'
import {
  type ContractPlan,
  type ContractState,
  planContract,
  type RosterEntry,
  stateOf,
} from './plan-contract.rule.ts'
import {
  loadRosterInForce,
  personKey,
  placeOf,
  type RosterInForce,
  type RosterPlace,
} from './roster-in-force.server.ts'
import { personalNumberProblem, unknownColumnProblems } from './roster-workbook.ts'
import { undoCoaches } from './undo-coaches.server.ts'
import { whyWorkNoLongerFits } from './work-under-contract.rule.ts'

type Row = TableRow<typeof coachesSheet>
type Column = Extract<keyof CoachRecord, string>

/** The roster from a workbook: contracts known by place, name and first day. None is ever removed by an import. */
export const coachesImport: SheetImport = {
  async stage(db, grids, context): Promise<StagedImport> {
    const personal = personalNumberProblem(grids)
    if (personal !== null) return nothingBut(personal)
    const { today } = context
    const names = await readerNames(db)
    const inForce = await loadRosterInForce(db, context)
    const table = readTable(grids, coachesSheet, ({ date1904 }) => ({ today, date1904, ...names }))
    const ownCode = await codeOfUploader(inForce, context)
    const judged = judgeRows(table.rows, inForce, context.scope, ownCode)
    return {
      rows: [...judged.planned].map(([row, planned]) => stagedRow(row, planned, names)),
      problems: [
        ...unknownColumnProblems(table.unknownColumns),
        ...table.problems,
        ...judged.problems.values(),
      ],
      rejected: table.rows
        .filter(row => row.record === null || judged.problems.has(row))
        .map(({ sheet, row }) => ({ sheet, row })),
      ignored: [
        ...setAside(table),
        ...[...judged.repeated].map(({ sheet, row }) => ({ sheet, row, why: 'repeated' })),
      ],
      columns: shownColumns(coachesSheet),
      firstDay: null,
      lastDay: null,
      schoolId: context.scope.kind === 'school' ? context.scope.schoolId : null,
    }
  },

  async commit(tx, rows, context): Promise<Json[]> {
    const inForce = await loadRosterInForce(tx, context)
    const planned = rows.map(row => {
      const entry = row.data as unknown as RosterEntry
      const found = planRow(entry, inForce, context.scope)
      if ('problem' in found) throw staleImport(row)
      return { row, ...found }
    })
    const after = contractsAfter(inForce, planned)
    for (const one of planned)
      if (overlapping(one, after) !== undefined || isInternAgain(one, after)) throw staleImport(one.row)
    return writeContracts(tx, planned, context)
  },

  undo: undoCoaches,
}

/** Everything that the readers of the sheets of instructors must know of the database. */
export async function readerNames(db: Db) {
  return { units: await listUnitNames(db), sports: await listSportNames(db), keyOf: aliasKey }
}

/** An import that holds nothing but one problem: its file is not kept. */
export function nothingBut(problem: Problem): StagedImport {
  return {
    ...{ rows: [], rejected: [], ignored: [], columns: [], firstDay: null, lastDay: null, schoolId: null },
    problems: [problem],
  }
}

/** A school's own people need not repeat its code. */
async function codeOfUploader(
  inForce: RosterInForce,
  { scope, schoolId }: ImportContext,
): Promise<string | null> {
  const own = scope.kind === 'school' ? scope.schoolId : schoolId
  return [...inForce.schools.values()].find(school => school.id === own)?.code ?? null
}

interface Planned {
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
function planRow(entry: RosterEntry, inForce: RosterInForce, scope: Scope): Planned | Refused {
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

function judgeRows(rows: readonly Row[], inForce: RosterInForce, scope: Scope, ownCode: string | null) {
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
  const candidates: (Planned & { row: Row })[] = []
  for (const row of rows) {
    if (row.record === null || repeated.has(row)) continue
    const twice = contradicting.get(row)
    const found = planRow(entryOf(row, row.record, ownCode), inForce, scope)
    if ('problem' in found)
      problems.set(row, problemAt(coachesSheet, row, found.problem.at, { code: found.problem.code }))
    else if (twice !== undefined)
      problems.set(
        row,
        problemAt(coachesSheet, row, 'validFrom', {
          code: 'roster.twice',
          values: { rows: twice.join('、') },
        }),
      )
    else candidates.push({ row, ...found })
  }
  const after = contractsAfter(inForce, candidates)
  const planned = new Map<Row, Planned>()
  for (const one of candidates) {
    const problem = problemBeside(one, after)
    if (problem === null) planned.set(one.row, one)
    else problems.set(one.row, problemAt(coachesSheet, one.row, problem.at, problem))
  }
  return { planned, problems, repeated }
}

/** Each person's contracts once all rows are written. */
function contractsAfter(inForce: RosterInForce, planned: readonly Planned[]): Map<string, ContractState[]> {
  const after = new Map<string, ContractState[]>()
  for (const { key, plan } of planned) {
    const standing = after.get(key) ?? inForce.contracts.get(key) ?? []
    after.set(key, [...standing.filter(one => one.validFrom !== plan.after.validFrom), plan.after])
  }
  return after
}

/** Why a contract cannot stand beside the others of the person as they will be. */
function problemBeside(one: Planned, after: ReadonlyMap<string, ContractState[]>) {
  const other = overlapping(one, after)
  if (other !== undefined) {
    const values = { from: other.validFrom, to: other.validTo === openEnd ? '…' : other.validTo }
    return { code: 'roster.overlaps', at: 'validFrom' as const, values }
  }
  return isInternAgain(one, after) ? { code: 'roster.intern-over-a-year', at: 'validTo' as const } : null
}

function overlapping(
  { key, plan }: Planned,
  after: ReadonlyMap<string, ContractState[]>,
): ContractState | undefined {
  return after
    .get(key)
    ?.find(other => other.validFrom !== plan.after.validFrom && shareDays(other, plan.after))
}

/** The year of an intern is a person's, over all contracts. */
function isInternAgain({ key, plan }: Planned, after: ReadonlyMap<string, ContractState[]>): boolean {
  if (plan.verdict === 'unchanged') return false
  const interns = (after.get(key) ?? []).filter(one => one.engagement === 'INTERN')
  const [since] = interns.map(one => one.validFrom).sort()
  return whyNoContract(plan.after, plan.after, since ?? null) === 'intern-over-a-year'
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

function stagedRow(
  row: Row,
  { plan, entry }: Planned,
  names: Awaited<ReturnType<typeof readerNames>>,
): StagedRow {
  const record = row.record!
  const shown = (state: ContractState) =>
    shownRecord(coachesSheet, {
      ...{
        code: record.code,
        unit: record.unit,
        name: state.name,
        namesake: state.namesake,
        kind: state.kind,
      },
      gender: state.gender || null,
      sports: state.sports.map(({ sport }) => ({
        code: sport,
        name: names.sports.find(one => one.code === sport)?.name ?? sport,
      })),
      stages: state.stages,
      title: state.titleLiteral || null,
      grades: state.sports.map(one => one.grade),
      retired: state.isRetiredAthlete,
      engagement: state.engagement || null,
      hours: state.hoursWeek,
      validFrom: state.validFrom,
      validTo: state.validTo === openEnd ? null : state.validTo,
      reason: state.endReason || null,
    })
  const staged: StagedRow = {
    sheet: row.sheet,
    row: row.row,
    verdict: plan.verdict,
    data: json(entry),
    shown: shown(plan.after),
  }
  return plan.verdict === 'changed' ? { ...staged, before: shown(plan.standing) } : staged
}

async function writeContracts(
  tx: Tx,
  planned: readonly (Planned & { row: StagedRow })[],
  { now }: ImportContext,
): Promise<Json[]> {
  const changes: Json[] = []
  const persons = new Map<string, string>()
  // The earliest contract of somebody new makes the person, whom the later ones join.
  const inOrder = [...planned].sort((one, two) =>
    one.plan.after.validFrom < two.plan.after.validFrom ? -1 : 1,
  )
  for (const { key, place, plan, row, ...one } of inOrder) {
    if (plan.verdict === 'unchanged') continue
    const { schoolId, unitCode } = place
    const after = stateOf(plan.after)
    if (plan.verdict === 'changed') {
      const { id } = plan.standing
      await updateFacts(tx, id, { ...after, schoolId, unitCode })
      await updateEnd(tx, id, after)
      changes.push(json({ kind: 'instructor.change', id, before: stateOf(plan.standing), after }))
      continue
    }
    const personId = one.personId ?? persons.get(key) ?? null
    const contract = { ...after, schoolId, unitCode, personId, applicationId: null, createdAt: now }
    const id = await insertInstructor(tx, contract).catch(error => {
      // Somebody entered the same person since the preview.
      throw isUniqueViolation(error) ? staleImport(row) : error
    })
    if (after.endReason !== '') await updateEnd(tx, id, after)
    persons.set(key, personId ?? id)
    changes.push(json({ kind: 'instructor.add', id, after }))
  }
  return changes
}

/** A value as history keeps it. */
export function json(value: object): Json {
  return JSON.parse(JSON.stringify(value)) as Json
}
