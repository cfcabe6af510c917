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
import { setAside, shownColumns, shownRecord } from '#app/features/schools/sheet-rows.ts'
import { readTable, type TableRow } from '#app/spreadsheet/read-table.ts'
import type { Tx } from '#db/tables.ts'
import { coachPlacementsSheet } from './coach-placements.sheet.ts'
import { insertCoachPlacement, updateCoachPlacement } from './coach-work.queries.server.ts'
import { lockPerson } from './instructor-writes.queries.server.ts'
import {
  judgePlanned,
  judgeWorkRows,
  type PlannedWork,
  planWorkRow,
  workAfter,
} from './judge-work-rows.server.ts'
import { type WorkEntry, type WorkState, workState } from './plan-work.rule.ts'
import { loadRosterInForce, type RosterInForce, readerNames } from './roster-in-force.server.ts'
import { json, nothingBut, personalNumberProblem } from './roster-workbook.ts'
import { readTravel } from './travel-setting.queries.server.ts'
import { undoCoachPlacements } from './undo-coach-placements.server.ts'

type Row = TableRow<typeof coachPlacementsSheet>

/** Where coaches work, from a workbook; each row is judged beside all else that its person does and will do. */
export const coachPlacementsImport: SheetImport = {
  async stage(db, grids, context): Promise<StagedImport> {
    const personal = personalNumberProblem(grids)
    if (personal !== null) return nothingBut(personal)
    const { today, scope } = context
    const names = await readerNames(db, context)
    const inForce = await loadRosterInForce(db, context)
    const table = readTable(grids, coachPlacementsSheet, ({ date1904 }) => ({ today, date1904, ...names }))
    const judged = judgeWorkRows(table.rows, inForce, scope, await readTravel(db))
    const isRejected = (row: Row) => row.record === null || judged.rejected.has(row)
    return {
      rows: [...judged.planned].map(([row, planned]) => stagedRow(row, planned)),
      problems: [...table.problems, ...judged.problems],
      rejected: table.rows.filter(isRejected).map(({ sheet, row }) => ({ sheet, row })),
      ignored: setAside(table, judged.repeated),
      columns: shownColumns(coachPlacementsSheet),
      firstDay: null,
      lastDay: null,
      schoolId: scope.kind === 'school' ? scope.schoolId : null,
    }
  },

  async commit(tx, rows, context): Promise<Json[]> {
    const before = await loadRosterInForce(tx, context)
    for (const personId of personsOf(rows, before, context.scope)) await lockPerson(tx, personId)
    const inForce = await loadRosterInForce(tx, context)
    const travel = await readTravel(tx)
    const planned = rows.map(row => {
      const found = planWorkRow(row.data as unknown as WorkEntry, inForce, context.scope)
      if ('problem' in found) throw staleImport(row)
      return { row, ...found }
    })
    const after = workAfter(inForce, planned)
    for (const one of planned)
      if (judgePlanned(one, after, inForce, travel).refusals.length > 0) throw staleImport(one.row)
    return writeWork(tx, planned, context)
  },

  undo: undoCoachPlacements,
}

/** Whom the rows are about, in one order, so that two imports cannot wait for each other. */
function personsOf(rows: readonly StagedRow[], inForce: RosterInForce, scope: Scope): string[] {
  const persons = rows.flatMap(row => {
    const found = planWorkRow(row.data as unknown as WorkEntry, inForce, scope)
    return 'problem' in found ? [] : [found.coach.personId]
  })
  return [...new Set(persons)].sort()
}

function stagedRow(row: Row, { plan, entry }: PlannedWork): StagedRow {
  const shown = (state: WorkState) =>
    shownRecord(coachPlacementsSheet, {
      ...row.record,
      stages: state.stages,
      hours: state.hoursWeek,
      times: state.times,
      validTo: state.validTo === openEnd ? null : state.validTo,
      reason: state.endReason || null,
      note: state.note || null,
    })
  const { verdict } = plan
  const staged = { sheet: row.sheet, row: row.row, verdict, data: json(entry), shown: shown(plan.after) }
  return plan.verdict === 'changed' ? { ...staged, before: shown(plan.standing) } : staged
}

async function writeWork(tx: Tx, planned: readonly PlannedWork[], { now }: ImportContext): Promise<Json[]> {
  const changes: Json[] = []
  for (const { plan } of planned) {
    if (plan.verdict === 'unchanged') continue
    const after = workState(plan.after)
    if (plan.verdict === 'changed') {
      const { id } = plan.standing
      await updateCoachPlacement(tx, id, after)
      changes.push(json({ kind: 'coach-placement.change', id, before: workState(plan.standing), after }))
    } else {
      const id = await insertCoachPlacement(tx, { ...after, renews: null, createdAt: now })
      if (after.endReason !== '') await updateCoachPlacement(tx, id, after)
      changes.push(json({ kind: 'coach-placement.add', id, after }))
    }
  }
  return changes
}
