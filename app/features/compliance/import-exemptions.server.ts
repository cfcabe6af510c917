import type {
  ImportContext,
  Json,
  SheetImport,
  StagedImport,
  StagedRow,
} from '#app/features/imports/sheet-import.ts'
import { staleImport } from '#app/features/imports/stale-import.ts'
import { mayChangeIn } from '#app/features/schools/registry-permission.rule.ts'
import { schoolReader } from '#app/features/schools/school-reader.server.ts'
import { findSchool } from '#app/features/schools/schools.queries.server.ts'
import type { SchoolRefusal } from '#app/features/schools/schools-of-rows.server.ts'
import {
  type OtherRows,
  otherRows,
  problemAt,
  rowsTold,
  setAside,
  shownColumns,
  shownRecord,
} from '#app/features/schools/sheet-rows.ts'
import { readTable, type TableRow } from '#app/spreadsheet/read-table.ts'
import type { Tx } from '#db/tables.ts'
import { lockRow, newId } from '#db/write.server.ts'
import { type ExemptionRequest, whyNotRequested } from './exemption.rule.ts'
import { keyOf } from './exemption-key.rule.ts'
import {
  type ExemptionValues,
  insertExemptions,
  standingExemptionsOf,
  updateExemption,
} from './exemption-rows.queries.server.ts'
import { type ExemptionSchool, loadExemptionSchools } from './exemption-schools.server.ts'
import { readTarget } from './exemption-target.ts'
import { isClassOf } from './exemptions.queries.server.ts'
import { type ExemptionRecord, exemptionsSheet } from './exemptions.sheet.ts'
import { followExemptions } from './follow-exemptions.server.ts'
import { planExemption, standingOf } from './plan-exemption.rule.ts'
import { type ExemptionChange, undoExemptions } from './undo-exemptions.server.ts'

type Row = TableRow<typeof exemptionsSheet>

/** Whom and when a row excuses, and why; a file without the column of notes says nothing of them. */
type ExemptionData = Omit<ExemptionRequest, 'note'> & { note?: string }

/**
 * Exemptions from a workbook, by school, class or grade, and days. What a school imports is asked for; what the city,
 * or the unit that administers the school, imports is approved, and the roll-ups follow. None is ever removed.
 */
export const exemptionsImport: SheetImport = {
  async stage(db, grids, context): Promise<StagedImport> {
    const { today } = context
    const names = await schoolReader(db, context)
    const table = readTable(grids, exemptionsSheet, ({ date1904 }) => ({ today, date1904, ...names }))
    const schools = await loadExemptionSchools(
      db,
      context,
      table.rows.map(row => row.record?.code ?? null),
    )
    const staged: StagedImport = {
      rows: [],
      problems: [...table.problems],
      rejected: [],
      ignored: setAside(table),
      columns: shownColumns(exemptionsSheet),
      firstDay: null,
      lastDay: null,
      schoolId: context.scope.kind === 'school' ? context.scope.schoolId : context.schoolId,
    }
    const read = table.rows.flatMap(row => {
      const data = row.record === null ? null : readRow(row, row.record, schools.of(row.record.code), staged)
      if (data === null) staged.rejected.push({ sheet: row.sheet, row: row.row })
      return data === null ? [] : [{ row, data }]
    })
    stageRows(read, schools.byId, staged)
    return withDaysAndSchool(staged)
  },

  commit: commitExemptions,
  undo: undoExemptions,
  changedRow: change => (change as unknown as ExemptionChange).after.id,
}

/** What the row says, with what is wrong put among the problems; null where it cannot stand. */
function readRow(
  row: Row,
  record: ExemptionRecord,
  school: ExemptionSchool | { refusal: SchoolRefusal },
  staged: StagedImport,
): ExemptionData | null {
  if ('refusal' in school) {
    staged.problems.push(problemAt(exemptionsSheet, row, 'code', { code: `exemption.${school.refusal}` }))
    return null
  }
  const target = readTarget(record, school.classes, record.firstDay)
  for (const { key, candidates, ...found } of target.problems) {
    const problem = problemAt(exemptionsSheet, row, key, found)
    staged.problems.push(candidates === undefined ? problem : { ...problem, candidates })
  }
  if (!target.ok) return null
  const data: ExemptionData = {
    schoolId: school.id,
    grade: target.grade,
    classId: target.classId,
    firstDay: record.firstDay,
    lastDay: record.lastDay,
    reason: record.reason,
    ...(row.cells.note !== undefined && { note: record.note ?? '' }),
  }
  const standing = school.standing.get(keyOf(data))
  const refusal = whyNotRequested({ ...data, note: data.note ?? standing?.note ?? '' })
  const isDecided = planExemption(data, standing, school.mayDecide).verdict === 'refused'
  const code = isDecided ? 'exemption.decided' : refusal === null ? null : `exemption.${refusal}`
  if (code === null) return data
  const key = refusal === 'note-needed' ? 'note' : isDecided ? 'reason' : 'lastDay'
  staged.problems.push(problemAt(exemptionsSheet, row, key, { code }))
  return null
}

function stageRows(
  read: readonly { row: Row; data: ExemptionData }[],
  schools: ReadonlyMap<string, ExemptionSchool>,
  staged: StagedImport,
): void {
  const groups = new Map<string, { row: Row; data: ExemptionData }[]>()
  for (const one of read) {
    const group = groups.get(keyOf(one.data))
    if (group === undefined) groups.set(keyOf(one.data), [one])
    else group.push(one)
  }
  const contradicting = new Map([...groups.values()].flatMap(contradictingRows))
  for (const { row, data } of read) {
    const group = groups.get(keyOf(data)) ?? []
    const others = contradicting.get(row)
    const { sheet, row: number } = row
    if (others !== undefined) {
      const values = rowsTold(others)
      staged.problems.push(problemAt(exemptionsSheet, row, 'firstDay', { code: 'exemption.twice', values }))
      staged.rejected.push({ sheet, row: number })
    } else if (group[0]?.row !== row) staged.ignored.push({ sheet, row: number, why: 'repeated' })
    else stageRow(row, data, schools.get(data.schoolId), staged)
  }
}

/** Rows of the same classes and days, each with the others, unless all of them say the same. */
function contradictingRows(group: readonly { row: Row; data: ExemptionData }[]): [Row, OtherRows][] {
  const [first] = group
  if (first === undefined || group.every(one => isSame(one.data, first.data))) return []
  const numbers = group.map(({ row }) => row.row)
  return group.map(({ row }, at) => [row, otherRows(numbers, at)])
}

function stageRow(
  row: Row,
  data: ExemptionData,
  school: ExemptionSchool | undefined,
  staged: StagedImport,
): void {
  if (school === undefined || row.record === null) return
  const plan = planExemption(data, school.standing.get(keyOf(data)), school.mayDecide)
  if (plan.verdict === 'refused') return
  const record = { ...row.record, code: school.code }
  const shown = (given: { reason: string; note: string }) =>
    shownRecord(exemptionsSheet, { ...record, reason: given.reason, note: given.note || null })
  const { sheet, row: number } = row
  const given: StagedRow = {
    sheet,
    row: number,
    verdict: plan.verdict,
    data: { ...data },
    shown: shown(plan.after),
  }
  staged.rows.push(plan.verdict === 'changed' ? { ...given, before: shown(plan.standing) } : given)
}

async function commitExemptions(tx: Tx, rows: StagedRow[], context: ImportContext): Promise<Json[]> {
  // Staged above and stored as JSON in between.
  const given = rows.map(row => ({ row, data: row.data as unknown as ExemptionData }))
  const schoolIds = [...new Set(given.map(({ data }) => data.schoolId))].sort()
  for (const id of schoolIds) await lockRow(tx, 'school', id)
  const standing = new Map((await standingExemptionsOf(tx, schoolIds)).map(one => [keyOf(one), one]))
  const changes: ExemptionChange[] = []
  for (const { row, data } of given) {
    const school = await findSchool(tx, context.scope, data.schoolId, context.today)
    if (school === undefined) throw staleImport(row)
    if (data.classId !== '' && !(await isClassOf(tx, school.id, data.classId))) throw staleImport(row)
    const stands = standing.get(keyOf(data))
    const plan = planExemption(
      data,
      stands && standingOf(stands),
      mayChangeIn(context.scope, school.unitCode),
    )
    if (plan.verdict === 'refused') throw staleImport(row)
    if (plan.verdict === 'unchanged') continue
    const isApproved = plan.after.status === 'approved'
    const values: ExemptionValues = {
      ...plan.after,
      decidedBy: isApproved ? context.actor.name : null,
      decidedAt: isApproved ? context.now : null,
    }
    const after = stands === undefined ? { ...data, id: newId(), ...values } : { ...stands, ...values }
    changes.push({ after, before: stands === undefined ? null : valuesOf(stands) })
  }
  await insertExemptions(
    tx,
    changes.filter(change => change.before === null).map(change => change.after),
  )
  for (const { before, after } of changes)
    if (before !== null) await updateExemption(tx, after.id, valuesOf(after))
  await followExemptions(
    tx,
    changes.map(change => change.after),
  )
  return changes as unknown as Json[]
}

function valuesOf({ reason, note, status, decidedBy, decidedAt }: ExemptionValues): ExemptionValues {
  return { reason, note, status, decidedBy, decidedAt }
}

function isSame(one: ExemptionData, other: ExemptionData): boolean {
  return one.reason === other.reason && one.note === other.note
}

function withDaysAndSchool(staged: StagedImport): StagedImport {
  const data = staged.rows.map(row => row.data as unknown as ExemptionData)
  const first = data.map(one => one.firstDay).sort()[0]
  const last = data
    .map(one => one.lastDay)
    .sort()
    .at(-1)
  const schools = [...new Set(data.map(one => one.schoolId))]
  const [only] = schools.length === 1 ? schools : []
  return {
    ...staged,
    firstDay: first ?? null,
    lastDay: last ?? null,
    schoolId: staged.schoolId ?? only ?? null,
  }
}
