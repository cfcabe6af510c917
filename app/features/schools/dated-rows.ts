import type { Problem } from '#app/spreadsheet/problem.ts'
import type { TableRow } from '#app/spreadsheet/read-table.ts'
import type { Sheet } from '#app/spreadsheet/sheet.ts'
import { type DatedPlan, type Days, overlapping, type PlannedRow, type StandingIn } from './dated.rule.ts'
import { duplicatesOf, type OtherRows } from './sheet-rows.ts'

/** The rows of a sheet of dated things, judged each by itself first, then against what will stand in the same slot. */
export function judgeDated<S extends Sheet, Plan extends DatedPlan>(
  rows: readonly TableRow<S>[],
  by: {
    /** All by which a row is known, its first day too. */
    keyOf: (record: NonNullable<TableRow<S>['record']>) => string
    judge: (
      row: TableRow<S>,
      record: NonNullable<TableRow<S>['record']>,
    ) => { ok: true; slot: string; plan: Plan } | { ok: false; problem: Problem }
    standingIn: StandingIn
    twice: (row: TableRow<S>, others: OtherRows) => Problem
    overlap: (row: TableRow<S>, other: Days) => Problem
  },
): { plans: Map<TableRow<S>, Plan>; problems: Map<TableRow<S>, Problem>; repeated: Set<TableRow<S>> } {
  const { repeated, contradicting } = duplicatesOf(rows, by.keyOf)
  const problems = new Map<TableRow<S>, Problem>()
  const planned: PlannedRow<TableRow<S>, Plan>[] = []
  for (const row of rows) {
    if (row.record === null || repeated.has(row)) continue
    const judged = by.judge(row, row.record)
    const twice = contradicting.get(row)
    if (!judged.ok) problems.set(row, judged.problem)
    else if (twice !== undefined) problems.set(row, by.twice(row, twice))
    else planned.push({ row, slot: judged.slot, plan: judged.plan })
  }
  for (const [row, other] of overlapping(planned, by.standingIn)) problems.set(row, by.overlap(row, other))
  const plans = planned.filter(({ row }) => !problems.has(row)).map(({ row, plan }) => [row, plan] as const)
  return { plans: new Map(plans), problems, repeated }
}
