import type { Json, SheetImport, StagedImport, StagedRow } from '#app/features/imports/sheet-import.ts'
import { staleImport } from '#app/features/imports/stale-import.ts'
import type { Problem } from '#app/spreadsheet/problem.ts'
import { readTable, type TableRow } from '#app/spreadsheet/read-table.ts'
import type { Tx } from '#db/tables.ts'
import { aliasKey } from '#db/write.server.ts'
import { applySchoolPlan, type SchoolWritten } from './apply-school-plan.server.ts'
import { planSchool, type SchoolEntry } from './plan-school.rule.ts'
import { schoolEntryOf, schoolRecordOf } from './school-entry.ts'
import { refusedBecause } from './school-row.rule.ts'
import { type SchoolState, schoolStates } from './school-states.queries.server.ts'
import { schoolsSheet } from './schools.sheet.ts'
import { loadSchoolsInForce, type SchoolsInForce } from './schools-in-force.server.ts'
import { duplicatesOf, problemAt, rowsTold, setAside, shownColumns, shownRecord } from './sheet-rows.ts'
import { undoSchools } from './undo-schools.server.ts'

type Row = TableRow<typeof schoolsSheet>

/** The registry of schools from a workbook: a code that stands is changed from today on, a new one is entered. */
export const schoolsImport: SheetImport = {
  async stage(db, grids, context): Promise<StagedImport> {
    const inForce = await loadSchoolsInForce(db, context)
    const table = readTable(grids, schoolsSheet, grid => ({
      today: context.today,
      date1904: grid.date1904,
      units: inForce.units,
      keyOf: aliasKey,
    }))
    const { repeated, contradicting } = duplicatesOf(table.rows, record => record.code)
    const problems: Problem[] = [...table.problems]
    const staged: StagedImport = {
      rows: [],
      problems,
      rejected: [],
      ignored: setAside(table),
      columns: shownColumns(schoolsSheet),
      firstDay: null,
      lastDay: null,
      schoolId: null,
    }
    for (const row of table.rows) {
      const others = contradicting.get(row)
      if (others !== undefined) {
        problems.push(
          problemAt(schoolsSheet, row, 'code', {
            code: 'registry.twice',
            values: rowsTold(others),
          }),
        )
        staged.rejected.push(row)
      } else if (repeated.has(row)) staged.ignored.push({ sheet: row.sheet, row: row.row, why: 'repeated' })
      else stageRow(row, inForce, staged)
    }
    staged.rejected = staged.rejected.map(({ sheet, row }) => ({ sheet, row }))
    return staged
  },

  async commit(tx, rows, context): Promise<Json[]> {
    const inForce = await loadSchoolsInForce(tx, context)
    const planned = rows.map(row => {
      const entry = row.data as unknown as SchoolEntry
      if (refusedBecause(entry, inForce) !== null) throw staleImport(row)
      const standing = inForce.byCode.get(entry.code)
      return { standing, plan: planSchool(entry, standing, aliasKey) }
    })
    const toWrite = planned.filter(({ plan }) => plan.verdict !== 'unchanged')
    const before = await schoolStates(
      tx,
      toWrite.flatMap(({ standing }) => standing?.id ?? []),
    )
    const changes: SchoolWritten[] = []
    for (const { standing, plan } of toWrite)
      changes.push(await applySchoolPlan(tx, standing, plan, context.today))
    return withStates(tx, changes, before)
  },

  undo: undoSchools,
}

/** What the registry said of each school before and says now, so that it can be put back. */
async function withStates(
  tx: Tx,
  changes: readonly SchoolWritten[],
  before: ReadonlyMap<string, SchoolState>,
): Promise<Json[]> {
  const now = await schoolStates(
    tx,
    changes.map(({ id }) => id),
  )
  return changes.map(change => {
    const stood = before.get(change.id)
    // Through text, as it is kept: a state holds nothing but what JSON does.
    return JSON.parse(JSON.stringify({ ...change, stood, stands: now.get(change.id) })) as Json
  })
}

function stageRow(row: Row, inForce: SchoolsInForce, staged: StagedImport): void {
  if (row.record === null) {
    staged.rejected.push(row)
    return
  }
  const entry = schoolEntryOf(row, row.record)
  const refusal = refusedBecause(entry, inForce)
  if (refusal !== null) {
    staged.problems.push(problemAt(schoolsSheet, row, refusal.key, refusal))
    staged.rejected.push(row)
    return
  }
  const standing = inForce.byCode.get(entry.code)
  const plan = planSchool(entry, standing, aliasKey)
  inForce.namesTaken.set(`${entry.unitCode} ${entry.name}`, entry.code)
  const after = schoolRecordOf(
    {
      ...plan.facts,
      ...plan.details,
      code: entry.code,
      id: '',
      stages: [],
      formerNames: [],
      aliases: [...(standing?.aliases ?? []), ...plan.addedNames],
    },
    inForce.unitNames,
  )
  const staging: StagedRow = {
    sheet: row.sheet,
    row: row.row,
    verdict: plan.verdict,
    data: { ...entry },
    shown: shownRecord(schoolsSheet, after),
  }
  if (plan.verdict === 'changed' && standing !== undefined) {
    const before = schoolRecordOf({ ...standing, code: entry.code }, inForce.unitNames)
    staging.before = shownRecord(schoolsSheet, before)
  }
  staged.rows.push(staging)
}
