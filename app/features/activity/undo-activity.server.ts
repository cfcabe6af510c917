import type { Json, UndoAnswer, UndoContext } from '#app/features/imports/sheet-import.ts'
import { findSchool } from '#app/features/schools/schools.queries.server.ts'
import { groupBy } from '#app/group-by.ts'
import type { Tx } from '#db/tables.ts'
import { lockRow } from '#db/write.server.ts'
import { byClassDay, classDayKeyOf } from './activity-compare.rule.ts'
import { printOf } from './class-day-print.rule.ts'
import type { ActivityChange, FreshChange, FreshPieceChange } from './commit-activity.server.ts'
import { type LedgerRow, ledgerRowsOn } from './ledger.queries.server.ts'
import { classDaysOfText } from './log/log-text.ts'
import { replaceClassDays } from './replace-class-days.server.ts'

/**
 * Puts back what stood before an activity import, school by school. Refused when one of its class-days was changed
 * since: undoing would lose what came later.
 */
export async function undoActivity(
  tx: Tx,
  changes: readonly Json[],
  context: UndoContext,
): Promise<UndoAnswer> {
  const all: ActivityChange[][] = []
  for (const change of changes) all.push(await changesOf(change, context))
  const bySchool = groupBy(all.flat(), change => change.schoolId)
  for (const [schoolId, given] of bySchool) {
    const answer = await undoSchool(tx, schoolId, given, context)
    if (!answer.ok) return answer
  }
  return { ok: true }
}

async function changesOf(kept: Json, { contentOf }: UndoContext): Promise<ActivityChange[]> {
  const change = kept as unknown as ActivityChange | FreshChange | FreshPieceChange
  const { schoolId } = change
  if ('fresh' in change)
    return change.fresh.map(([classId, day, , after]) => ({ schoolId, classId, day, before: [], after }))
  if (!('piece' in change)) return [change]
  if (contentOf === undefined) throw new Error(`Nothing is told of piece ${change.piece}`)
  const classDays = classDaysOfText(await contentOf(change.piece), null)
  return classDays.map(({ classId, day, print }) => ({ schoolId, classId, day, before: [], after: print }))
}

async function undoSchool(
  tx: Tx,
  schoolId: string,
  given: readonly ActivityChange[],
  { importId, scope, today }: UndoContext,
): Promise<UndoAnswer> {
  if ((await findSchool(tx, scope, schoolId, today)) === undefined) return { ok: false, refusal: 'not-yours' }
  await lockRow(tx, 'school', schoolId)
  const days = [...new Set(given.map(change => change.day))].sort()
  const later = laterThan(given, await ledgerRowsOn(tx, schoolId, days), importId)
  if (later !== null) return { ok: false, refusal: 'changed-since', by: later.by }
  await replaceClassDays(
    tx,
    schoolId,
    given.map(({ classId, day, before }) => ({ classId, day, rows: before, isNew: false })),
  )
  return { ok: true }
}

/** The first class-day that is not as the import left it, with the import that changed it where one did; null for none. */
function laterThan(
  given: readonly ActivityChange[],
  stands: readonly LedgerRow[],
  importId: string,
): { by: string | null } | null {
  const standing = byClassDay(stands)
  for (const change of given) {
    const now = standing.get(classDayKeyOf(change)) ?? []
    const own = new Set([importId, ...change.before.map(row => row.importId)])
    const later = now.find(row => !own.has(row.importId))
    if (later === undefined && printOf(now) === change.after) continue
    return { by: later?.importId ?? null }
  }
  return null
}
