import type { Json, UndoAnswer, UndoContext } from '#app/features/imports/sheet-import.ts'
import { findSchool } from '#app/features/schools/schools.queries.server.ts'
import type { Tx } from '#db/tables.ts'
import { lockRow } from '#db/write.server.ts'
import { classDayKeyOf, keyOf } from './activity-compare.rule.ts'
import type { ActivityChange } from './commit-activity.server.ts'
import { type LedgerRow, ledgerRowsOn } from './ledger.queries.server.ts'
import { replaceClassDays } from './replace-class-days.server.ts'

/**
 * Puts back what stood before an activity import. Refused when one of its class-days was changed since: undoing would
 * lose what came later. `changes` are those that the commit answered.
 */
export async function undoActivity(
  tx: Tx,
  changes: readonly Json[],
  { scope, today }: UndoContext,
): Promise<UndoAnswer> {
  const given = changes as unknown as ActivityChange[]
  const schoolId = given[0]?.schoolId
  if (schoolId === undefined) return { ok: true }
  if ((await findSchool(tx, scope, schoolId, today)) === undefined) return { ok: false, refusal: 'not-yours' }
  await lockRow(tx, 'school', schoolId)
  const days = [...new Set(given.map(change => change.day))].sort()
  const later = laterThan(given, await ledgerRowsOn(tx, schoolId, days))
  if (later !== null) return { ok: false, refusal: 'changed-since', by: later.by }
  await replaceClassDays(
    tx,
    schoolId,
    given.map(({ classId, day, before }) => ({ classId, day, rows: before })),
  )
  return { ok: true }
}

/** The first class-day that is not as the import left it, with the import that changed it; null for none. */
function laterThan(
  given: readonly ActivityChange[],
  stands: readonly LedgerRow[],
): { by: string | null } | null {
  const byClassDay = new Map<string, LedgerRow[]>()
  for (const row of stands)
    byClassDay.set(classDayKeyOf(row), [...(byClassDay.get(classDayKeyOf(row)) ?? []), row])
  for (const change of given) {
    const standing = byClassDay.get(classDayKeyOf(change)) ?? []
    const left = new Map(change.after.map(row => [keyOf(row), textOf(row)]))
    const strange = standing.find(row => left.get(keyOf(row)) !== textOf(row))
    if (strange !== undefined) return { by: strange.importId }
    if (standing.length !== change.after.length) return { by: null }
  }
  return null
}

function textOf(row: LedgerRow): string {
  return JSON.stringify(Object.entries(row).sort())
}
