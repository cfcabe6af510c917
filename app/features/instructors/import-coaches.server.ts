import type { Scope } from '#app/auth/scope.ts'
import { addDays, openEnd } from '#app/calendar-day.ts'
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
import { isUniqueViolation } from '#db/write.server.ts'
import { coachesSheet } from './coaches.sheet.ts'
import { insertInstructor, lockPerson, updateEnd, updateFacts } from './instructor-writes.queries.server.ts'
import {
  codeOfUploader,
  contractsAfter,
  judgeRoster,
  type PlannedContract,
  planContractRow,
  problemBeside,
} from './judge-roster.server.ts'
import { type ContractState, type RosterEntry, stateOf } from './plan-contract.rule.ts'
import { loadRosterInForce, type RosterInForce, readerNames } from './roster-in-force.server.ts'
import { json, nothingBut, personalNumberProblem } from './roster-workbook.ts'
import { undoCoaches } from './undo-coaches.server.ts'

type Row = TableRow<typeof coachesSheet>

/** The roster from a workbook: contracts known by place, name and first day. None is ever removed by an import. */
export const coachesImport: SheetImport = {
  async stage(db, grids, context): Promise<StagedImport> {
    const personal = personalNumberProblem(grids)
    if (personal !== null) return nothingBut(personal)
    const { today } = context
    const names = await readerNames(db, context)
    const inForce = await loadRosterInForce(db, context)
    const table = readTable(grids, coachesSheet, ({ date1904 }) => ({ today, date1904, ...names }))
    const ownCode = codeOfUploader(inForce, context)
    const judged = judgeRoster(table.rows, inForce, context.scope, ownCode)
    return {
      rows: [...judged.planned].map(([row, planned]) => stagedRow(row, planned, names)),
      problems: [...table.problems, ...judged.problems.values()],
      rejected: table.rows
        .filter(row => row.record === null || judged.problems.has(row))
        .map(({ sheet, row }) => ({ sheet, row })),
      ignored: setAside(table, judged.repeated),
      columns: shownColumns(coachesSheet),
      firstDay: null,
      lastDay: null,
      schoolId: context.scope.kind === 'school' ? context.scope.schoolId : null,
    }
  },

  async commit(tx, rows, context): Promise<Json[]> {
    const before = await loadRosterInForce(tx, context)
    for (const personId of personsOf(rows, before, context.scope)) await lockPerson(tx, personId)
    const inForce = await loadRosterInForce(tx, context)
    const planned = rows.map(row => {
      const entry = row.data as unknown as RosterEntry
      const found = planContractRow(entry, inForce, context.scope)
      if ('problem' in found) throw staleImport(row)
      return { row, ...found }
    })
    const after = contractsAfter(inForce, planned)
    for (const one of planned) if (problemBeside(one, after) !== null) throw staleImport(one.row)
    return writeContracts(tx, planned, inForce, context)
  },

  undo: undoCoaches,
}

/** Whom the rows are about, in one order, so that two imports cannot wait for each other. */
function personsOf(rows: readonly StagedRow[], inForce: RosterInForce, scope: Scope): string[] {
  const persons = rows.flatMap(row => {
    const found = planContractRow(row.data as unknown as RosterEntry, inForce, scope)
    return 'problem' in found || found.personId === null ? [] : [found.personId]
  })
  return [...new Set(persons)].sort()
}

function stagedRow(
  row: Row,
  { plan, entry }: PlannedContract,
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
  planned: readonly (PlannedContract & { row: StagedRow })[],
  inForce: RosterInForce,
  { now }: ImportContext,
): Promise<Json[]> {
  const changes: Json[] = []
  const persons = new Map<string, string>()
  const ends = new Map(
    [...inForce.contracts].map(([key, all]) => [key, all.map(({ id, validTo }) => ({ id, validTo }))]),
  )
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
      ends.set(key, [...(ends.get(key) ?? []).filter(end => end.id !== id), { id, validTo: after.validTo }])
      changes.push(json({ kind: 'instructor.change', id, before: stateOf(plan.standing), after }))
      continue
    }
    const personId = one.personId ?? persons.get(key) ?? null
    const contract = {
      ...after,
      schoolId,
      unitCode,
      personId,
      applicationId: null,
      continues: ends.get(key)?.find(end => end.validTo === addDays(after.validFrom, -1))?.id ?? null,
      createdAt: now,
    }
    const id = await insertInstructor(tx, contract).catch(error => {
      // Somebody entered the same person since the preview.
      throw isUniqueViolation(error) ? staleImport(row) : error
    })
    if (after.endReason !== '') await updateEnd(tx, id, after)
    persons.set(key, personId ?? id)
    ends.set(key, [...(ends.get(key) ?? []), { id, validTo: after.validTo }])
    changes.push(json({ kind: 'instructor.add', id, after }))
  }
  return changes
}
