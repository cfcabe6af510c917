import { nameOfClassKey } from '#app/features/schools/class-name.rule.ts'
import type { Problem } from '#app/spreadsheet/problem.ts'
import { type ActivityValues, classDayKeyOf, compareActivities } from './activity-compare.rule.ts'
import type { LedgerRow } from './ledger.queries.server.ts'

/** An activity that a file gives, and where. */
export interface UploadedActivity {
  sheet: string
  row: number
  /** Address of its minutes. */
  cell: string
  /** The header over them. */
  header: string
  classKey: string
  values: ActivityValues
}

export interface ComparedActivity {
  verdict: 'new' | 'changed' | 'unchanged'
  before: LedgerRow | null
}

/**
 * How each activity of whole class-days compares with what stands. Of a class-day that loses rows the first is changed
 * at least, and says so: it must not pass for unchanged.
 */
export function compareUpload(
  given: readonly UploadedActivity[],
  standing: readonly LedgerRow[],
): { compared: ComparedActivity[]; problems: Problem[] } {
  const values = given.map(one => one.values)
  const { rows, removed } = compareActivities(values, standing)
  const losses = lossesOf(values, removed)
  const problems = [...losses].map(([at, count]): Problem => {
    const { sheet, cell, header, classKey, values } = given[at]!
    const words = { class: nameOfClassKey(classKey), day: values.day, count }
    const raw = String(values.minutes)
    return { sheet, cell, header, raw, reading: 'warn', code: 'activity.removes-rows', values: words }
  })
  const compared = rows.map(({ verdict, before }, at): ComparedActivity => {
    return { verdict: verdict === 'unchanged' && losses.has(at) ? 'changed' : verdict, before }
  })
  return { compared, problems }
}

/** How many standing rows each class-day would lose, at the first given row of that class-day. */
function lossesOf(given: readonly ActivityValues[], removed: readonly ActivityValues[]): Map<number, number> {
  const counts = new Map<string, number>()
  for (const row of removed) counts.set(classDayKeyOf(row), (counts.get(classDayKeyOf(row)) ?? 0) + 1)
  const losses = new Map<number, number>()
  for (const [at, row] of given.entries()) {
    const count = counts.get(classDayKeyOf(row))
    if (count === undefined) continue
    losses.set(at, count)
    counts.delete(classDayKeyOf(row))
  }
  return losses
}
