import type { Json } from '#app/features/imports/sheet-import.ts'
import type { Tx } from '#db/tables.ts'
import { lockRow } from '#db/write.server.ts'
import { keyOf } from './activity-compare.rule.ts'
import type { ActivityChange } from './commit-activity.server.ts'
import { type LedgerRow, ledgerRowsOn } from './ledger.queries.server.ts'
import { replaceClassDays } from './replace-class-days.server.ts'

/**
 * Puts back what stood before an activity import. Refused when one of its class-days was changed since: undoing would
 * lose what came later. `changes` are those that the commit answered; the caller has checked the scope.
 */
export async function undoActivity(
  tx: Tx,
  changes: readonly Json[],
): Promise<{ ok: true } | { ok: false; refusal: 'changed-since' }> {
  const given = changes as unknown as ActivityChange[]
  const schoolId = given[0]?.schoolId
  if (schoolId === undefined) return { ok: true }
  await lockRow(tx, 'school', schoolId)
  const days = [...new Set(given.map(change => change.day))].sort()
  const stands = rowsByKey(await ledgerRowsOn(tx, schoolId, days))
  const count = new Map<string, number>()
  for (const row of stands.values())
    count.set(row.day + row.classId, (count.get(row.day + row.classId) ?? 0) + 1)
  const isAsLeft = given.every(
    ({ classId, day, after }) =>
      (count.get(day + classId) ?? 0) === after.length &&
      after.every(row => textOf(row) === textOf(stands.get(keyOf(row)))),
  )
  if (!isAsLeft) return { ok: false, refusal: 'changed-since' }
  await replaceClassDays(
    tx,
    schoolId,
    given.map(({ classId, day, before }) => ({ classId, day, rows: before })),
  )
  return { ok: true }
}

function rowsByKey(rows: readonly LedgerRow[]): Map<string, LedgerRow> {
  return new Map(rows.map(row => [keyOf(row), row] as const))
}

function textOf(row: LedgerRow | undefined): string {
  return row === undefined ? '' : JSON.stringify(Object.entries(row).sort())
}
