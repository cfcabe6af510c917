import type { Json, UndoAnswer, UndoContext } from '#app/features/imports/sheet-import.ts'
import type { Tx } from '#db/tables.ts'
import { lockRow } from '#db/write.server.ts'
import { type ClassOfUnit, classesWithUnit, deleteClasses, updateClass } from './classes.queries.server.ts'
import type { ClassFacts } from './plan-class.rule.ts'
import { mayChangeIn } from './registry-permission.rule.ts'
import { classesInUse, reportedOutside } from './school-states.queries.server.ts'

/** A class as an import's commit answered it; `before` is missing where the import entered it. */
interface ClassChange {
  id: string
  before?: ClassFacts
  after: ClassFacts
}

/**
 * Takes the classes that an import entered away again, and gives those it changed their earlier pupils, campus and days.
 * Refused when one was changed since, or was reported on in a way that would then be left without its class.
 */
export async function undoClasses(
  tx: Tx,
  changes: readonly Json[],
  { scope, today }: UndoContext,
): Promise<UndoAnswer> {
  const given = changes as unknown as ClassChange[]
  const ids = given.map(({ id }) => id)
  const seen = await classesWithUnit(tx, scope, ids, today)
  const isYours = (one: ClassOfUnit | undefined) => one !== undefined && mayChangeIn(scope, one.unitCode)
  const changedSince = { ok: false, refusal: 'changed-since', by: null } as const
  if (!ids.every(id => isYours(seen.get(id))))
    // What the city does not find is gone; what others do not find may be out of their sight.
    return scope.kind === 'city' ? changedSince : { ok: false, refusal: 'not-yours' }
  const schools = new Set([...seen.values()].map(({ schoolId }) => schoolId))
  for (const schoolId of [...schools].sort()) await lockRow(tx, 'school', schoolId)
  const standing = await classesWithUnit(tx, scope, ids, today)
  const entered = given.flatMap(({ id, before }) => (before === undefined ? [id] : []))
  if ((await classesInUse(tx, entered)).size > 0) return { ...changedSince, inUse: true }
  for (const change of given) {
    const one = standing.get(change.id)
    if (!isAsLeft(change, one)) return changedSince
    if (await isReportedOn(tx, change, one)) return { ...changedSince, inUse: true }
  }
  await deleteClasses(tx, entered)
  for (const { id, before } of given) if (before !== undefined) await updateClass(tx, id, before)
  return { ok: true }
}

function isAsLeft({ after }: ClassChange, one: ClassOfUnit | undefined): one is ClassOfUnit {
  const keys = ['pupils', 'campus', 'validFrom', 'validTo'] as const
  return one !== undefined && keys.every(key => one[key] === after[key])
}

/** Whether the class reported on days that only the import gave it. */
async function isReportedOn(tx: Tx, { before, after }: ClassChange, one: ClassOfUnit): Promise<boolean> {
  if (before === undefined) return false
  const isShorter = before.validFrom > after.validFrom || before.validTo < after.validTo
  const days = { first: before.validFrom, last: before.validTo }
  return isShorter && (await reportedOutside(tx, { schoolId: one.schoolId, classId: one.id }, days))
}
