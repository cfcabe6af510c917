import { openEnd } from '#app/calendar-day.ts'
import type { Json, SheetImport, StagedImport, StagedRow } from '#app/features/imports/sheet-import.ts'
import { staleImport } from '#app/features/imports/stale-import.ts'
import { type Days, overlapping } from '#app/features/schools/dated.rule.ts'
import { judgeDated } from '#app/features/schools/dated-rows.ts'
import { schoolReader } from '#app/features/schools/school-reader.server.ts'
import {
  type OtherRows,
  problemAt,
  rowsTold,
  shownRecord,
  stagedTable,
} from '#app/features/schools/sheet-rows.ts'
import { sportReader } from '#app/features/sports/sport-reader.server.ts'
import type { Problem } from '#app/spreadsheet/problem.ts'
import { readTable, type TableRow } from '#app/spreadsheet/read-table.ts'
import type { Tx } from '#db/tables.ts'
import { insertPlacements, type Placement, updatePlacement } from './placements.queries.server.ts'
import { type PlacementRecord, placementsSheet } from './placements.sheet.ts'
import { loadPlacementsInForce, type PlacementsInForce, slotOf } from './placements-in-force.server.ts'
import {
  type PlacementEntry,
  type PlacementPlan,
  type PlacementRefusal,
  planPlacement,
  whyNoPlacement,
} from './plan-placement.rule.ts'
import { undoPlacements } from './undo-placements.server.ts'

type Row = TableRow<typeof placementsSheet>

/** Placements from a workbook, by school, sport, stage and first day. None is ever removed by an import. */
export const placementsImport: SheetImport = {
  async stage(db, grids, context): Promise<StagedImport> {
    const inForce = await loadPlacementsInForce(db, context)
    const sports = await sportReader(db, context)
    const { today } = context
    const schools = await schoolReader(db, context)
    const table = readTable(grids, placementsSheet, ({ date1904 }) => ({
      today,
      date1904,
      ...sports,
      ...schools,
    }))
    const judged = judgeRows(table.rows, inForce)
    const rows = [...judged.plans].map(([row, plan]) => stagedRow(row, plan))
    return stagedTable(placementsSheet, table, { ...judged, rows })
  },

  async commit(tx, rows, context): Promise<Json[]> {
    const inForce = await loadPlacementsInForce(tx, context)
    const planned = rows.map(row => {
      const entry = row.data as unknown as PlacementEntry
      const school = inForce.schools.get(entry.code)
      if (school === undefined || whyNoPlacement(entry, school) !== null) throw staleImport(row)
      const slot = slotOf({ ...entry, schoolId: school.id })
      const plan = planPlacement(entry, inForce.bySlot.get(slot) ?? [])
      return {
        row,
        slot,
        plan,
        placement: { schoolId: school.id, sport: entry.sport, stage: entry.stage, ...plan.after },
      }
    })
    const [met] = overlapping(planned, slot => inForce.bySlot.get(slot) ?? []).keys()
    if (met !== undefined) throw staleImport(met)
    return writePlacements(tx, planned)
  },

  undo: undoPlacements,
}

/** Each row by itself first, then against what will stand for the same school, sport and stage. */
function judgeRows(rows: readonly Row[], inForce: PlacementsInForce) {
  return judgeDated<typeof placementsSheet, PlacementPlan>(rows, {
    keyOf: ({ code, sport, stage, validFrom }) => [code, sport.code, stage, validFrom].join(' '),
    judge: (row, record) => {
      const refuse = (why: Pick<PlacementRefusal, 'key'> & { code: string }) =>
        ({ ok: false, problem: problemAt(placementsSheet, row, why.key, why) }) as const
      const school = inForce.schools.get(record.code)
      if (school === undefined) return refuse({ key: 'code', code: 'placement.school-unknown' })
      const entry = entryOf(row, record)
      const refusal = whyNoPlacement(entry, school)
      if (refusal !== null) return refuse(refusal)
      const slot = slotOf({ ...entry, schoolId: school.id })
      return { ok: true, slot, plan: planPlacement(entry, inForce.bySlot.get(slot) ?? []) }
    },
    standingIn: slot => inForce.bySlot.get(slot) ?? [],
    twice: twiceProblem,
    overlap: overlapProblem,
  })
}

function twiceProblem(row: Row, others: OtherRows): Problem {
  return problemAt(placementsSheet, row, 'validFrom', { code: 'placement.twice', values: rowsTold(others) })
}

function overlapProblem(row: Row, other: Days): Problem {
  const values = { from: other.validFrom, to: other.validTo === openEnd ? '…' : other.validTo }
  return problemAt(placementsSheet, row, 'validFrom', { code: 'placement.overlaps', values })
}

/** An empty cell says open-ended, member, no document; a file without the column leaves what stands. */
function entryOf(row: Row, record: PlacementRecord): PlacementEntry {
  const { cells } = row
  return {
    code: record.code,
    sport: record.sport.code,
    stage: record.stage,
    validFrom: record.validFrom,
    ...(cells.validTo !== undefined && { validTo: record.validTo ?? openEnd }),
    ...(cells.role !== undefined && { role: record.role ?? 'member' }),
    ...(cells.document !== undefined && { document: record.document ?? '' }),
  }
}

function stagedRow(row: Row, plan: PlacementPlan): StagedRow {
  const record = row.record!
  const shown = (value: PlacementPlan['after']) =>
    shownRecord(placementsSheet, { ...record, ...value, document: value.document || null })
  const { sheet } = row
  const staged: StagedRow = {
    sheet,
    row: row.row,
    verdict: plan.verdict,
    data: { ...entryOf(row, record) },
    shown: shown(plan.after),
  }
  return plan.verdict === 'changed' ? { ...staged, before: shown(plan.standing) } : staged
}

async function writePlacements(
  tx: Tx,
  planned: readonly { plan: PlacementPlan; placement: Omit<Placement, 'id'> }[],
): Promise<Json[]> {
  const added = planned.filter(({ plan }) => plan.verdict === 'new').map(({ placement }) => placement)
  const ids = await insertPlacements(tx, added)
  const changes: Json[] = ids.map((id, at) => ({ kind: 'placement.add', id, after: { ...added[at]! } }))
  for (const { plan } of planned) {
    if (plan.verdict !== 'changed') continue
    const { id, ...before } = plan.standing
    const { role, validTo, document } = plan.after
    await updatePlacement(tx, id, { role, validTo, document })
    changes.push({
      kind: 'placement.change',
      id,
      before: { role: before.role, validTo: before.validTo, document: before.document },
      after: { role, validTo, document },
    })
  }
  return changes
}
