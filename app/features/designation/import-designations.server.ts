import type {
  ImportContext,
  Json,
  SheetImport,
  StagedImport,
  StagedRow,
} from '#app/features/imports/sheet-import.ts'
import { staleImport } from '#app/features/imports/stale-import.ts'
import { type Days, overlapping } from '#app/features/schools/dated.rule.ts'
import { judgeDated } from '#app/features/schools/dated-rows.ts'
import { schoolReader } from '#app/features/schools/school-reader.server.ts'
import { problemAt, rowsTold, shownRecord, stagedTable } from '#app/features/schools/sheet-rows.ts'
import { undoDated } from '#app/features/schools/undo-dated.server.ts'
import { sportReader } from '#app/features/sports/sport-reader.server.ts'
import type { Problem } from '#app/spreadsheet/problem.ts'
import { readTable, type TableRow } from '#app/spreadsheet/read-table.ts'
import type { ProblemValues } from '#app/spreadsheet/reading.ts'
import type { Tx } from '#db/tables.ts'
import {
  type Designation,
  type DesignationValues,
  deleteDesignations,
  designationsOfSchools,
  findTitle,
  insertDesignations,
  type NewDesignation,
  type SchoolTitle,
  updateDesignation,
} from './designations.queries.server.ts'
import { type DesignationRecord, designationsSheet } from './designations.sheet.ts'
import {
  type DesignationEntry,
  type DesignationPlan,
  mayDesignate,
  planDesignation,
  slotOf,
  whyNoDesignation,
} from './plan-designation.rule.ts'
import { loadTitlesInForce, type TitlesInForce } from './titles-in-force.server.ts'

type Row = TableRow<typeof designationsSheet>

/** Titles from a workbook, by school, level, sport and first day. None is ever removed by an import. */
export const designationsImport: SheetImport = {
  async stage(db, grids, context): Promise<StagedImport> {
    const inForce = await loadTitlesInForce(db, context)
    const sports = await sportReader(db, context)
    const { today } = context
    const schools = await schoolReader(db, context)
    const table = readTable(grids, designationsSheet, ({ date1904 }) => ({
      today,
      date1904,
      ...sports,
      ...schools,
    }))
    const judged = judgeRows(table.rows, inForce, context)
    const rows = [...judged.plans].map(([row, plan]) => stagedRow(row, plan))
    return stagedTable(designationsSheet, table, { ...judged, rows })
  },

  async commit(tx, rows, context): Promise<Json[]> {
    const inForce = await loadTitlesInForce(tx, context)
    const planned = rows.map(row => {
      const entry = row.data as unknown as DesignationEntry
      const school = inForce.schools.get(entry.code)
      if (school === undefined || whyNoDesignation(entry, school, context.scope) !== null)
        throw staleImport(row)
      const of = { schoolId: school.id, level: entry.level, sport: entry.sport }
      const planning = planDesignation(entry, inForce.bySlot.get(slotOf(of)) ?? [])
      if (!planning.ok) throw staleImport(row)
      const { plan } = planning
      return { row, slot: slotOf(of), plan, title: { ...of, certificate: '', ...plan.after } }
    })
    const [met] = overlapping(planned, slot => inForce.bySlot.get(slot) ?? []).keys()
    if (met !== undefined) throw staleImport(met)
    return writeTitles(tx, planned, context)
  },

  undo: (tx, changes, { scope, today }) =>
    undoDated<Designation, SchoolTitle, DesignationValues>(tx, scope, changes, {
      find: id => findTitle(tx, scope, id, today),
      mayChange: title => mayDesignate(scope, title.level, title),
      isSame: (one, other) =>
        one.endKind === '' &&
        one.validTo === other.validTo &&
        one.batch === other.batch &&
        one.document === other.document,
      rowsOf: ids => designationsOfSchools(tx, ids),
      slotOf,
      remove: ids => deleteDesignations(tx, ids),
      restore: (id, values) => updateDesignation(tx, id, values),
    }),
}

function judgeRows(rows: readonly Row[], inForce: TitlesInForce, { scope }: Pick<ImportContext, 'scope'>) {
  const standingIn = (slot: string) => inForce.bySlot.get(slot) ?? []
  return judgeDated<typeof designationsSheet, DesignationPlan>(rows, {
    keyOf: ({ code, level, sport, validFrom }) => [code, level, sport.code, validFrom].join(' '),
    judge: (row, record) => {
      const refuse = (key: keyof DesignationRecord, code: string) =>
        ({
          ok: false,
          problem: problemAt(designationsSheet, row, key, { code: `designation.${code}` }),
        }) as const
      const school = inForce.schools.get(record.code)
      if (school === undefined) return refuse('code', 'school-unknown')
      const entry = entryOf(row, record)
      const refusal = whyNoDesignation(entry, school, scope)
      if (refusal !== null) return refuse(refusal.key, refusal.code)
      const slot = slotOf({ schoolId: school.id, level: entry.level, sport: entry.sport })
      const planning = planDesignation(entry, standingIn(slot))
      return planning.ok ? { ok: true, slot, plan: planning.plan } : refuse('validTo', 'ended')
    },
    standingIn,
    twice: (row, others) => problemOf(row, 'twice', rowsTold(others)),
    overlap: (row, other) => problemOf(row, 'overlaps', daysOf(other)),
  })
}

function problemOf(row: Row, code: string, values: ProblemValues): Problem {
  return problemAt(designationsSheet, row, 'validFrom', { code: `designation.${code}`, values })
}

function daysOf({ validFrom: from, validTo: to }: Days): Record<string, string> {
  return { from, to }
}

/** A file without the column leaves what stands; an empty cell says that there is none. */
function entryOf({ cells }: Row, record: DesignationRecord): DesignationEntry {
  const { code, level, sport, validFrom, validTo } = record
  return {
    ...{ code, level, sport: sport.code, validFrom, validTo },
    ...(cells.batch !== undefined && { batch: record.batch ?? '' }),
    ...(cells.document !== undefined && { document: record.document ?? '' }),
  }
}

function stagedRow(row: Row, plan: DesignationPlan): StagedRow {
  const record = row.record!
  const shown = ({ validTo, batch, document }: DesignationValues) =>
    shownRecord(designationsSheet, { ...record, validTo, batch: batch || null, document: document || null })
  const { sheet, row: at } = row
  const data = { ...entryOf(row, record) }
  const staged = { sheet, row: at, verdict: plan.verdict, data, shown: shown(plan.after) }
  return plan.verdict === 'changed' ? { ...staged, before: shown(plan.standing) } : staged
}

async function writeTitles(
  tx: Tx,
  planned: readonly { plan: DesignationPlan; title: NewDesignation }[],
  { now }: ImportContext,
): Promise<Json[]> {
  const added = planned.filter(({ plan }) => plan.verdict === 'new').map(({ title }) => title)
  const ids = await insertDesignations(tx, added, now)
  const changes: Json[] = ids.map((id, at) => ({ kind: 'designation.add', id, after: { ...added[at]! } }))
  for (const { plan } of planned) {
    if (plan.verdict !== 'changed') continue
    const { id } = plan.standing
    const [before, after] = [valuesOf(plan.standing), valuesOf(plan.after)]
    await updateDesignation(tx, id, after)
    changes.push({ kind: 'designation.change', id, before, after })
  }
  return changes
}

function valuesOf({ validTo, batch, document }: DesignationValues) {
  return { validTo, batch, document }
}
