import type { Json, UndoAnswer, UndoContext } from '#app/features/imports/sheet-import.ts'
import type { Tx } from '#db/tables.ts'
import {
  deleteCoachPlacements,
  isRenewed,
  listCoachPlacements,
  updateCoachPlacement,
  workOfPersons,
} from './coach-work.queries.server.ts'
import { evaluationsOf } from './evaluations.queries.server.ts'
import { mayKeep } from './instructor-permission.rule.ts'
import { lockPerson } from './instructor-writes.queries.server.ts'
import { findInstructor, type InstructorRow } from './instructors.queries.server.ts'
import { judgeFor } from './place-coach.server.ts'
import { isSameWork, type WorkState } from './plan-work.rule.ts'

/** A placement as an import's commit answered it; `before` is missing where the import added it. */
interface WorkChange {
  id: string
  before?: WorkState
  after: WorkState
}

const changedSince: UndoAnswer = { ok: false, refusal: 'changed-since', by: null }

/**
 * Takes the work that an import added away again and gives that which it changed its earlier form; refused when some
 * was changed, renewed or evaluated since, or when the earlier form would no longer fit beside what came later.
 */
export async function undoCoachPlacements(
  tx: Tx,
  changes: readonly Json[],
  { scope, today }: UndoContext,
): Promise<UndoAnswer> {
  const given = changes as unknown as WorkChange[]
  const coaches = new Map<string, InstructorRow>()
  for (const { id, before, after } of given) {
    const [one] = await listCoachPlacements(tx, scope, { asOf: today, id })
    const coach = one === undefined ? undefined : await findInstructor(tx, scope, one.instructorId, today)
    if (one === undefined || coach === undefined)
      return scope.kind === 'city' ? changedSince : { ok: false, refusal: 'not-yours' }
    if (!mayKeep(scope, coach)) return { ok: false, refusal: 'not-yours' }
    await lockPerson(tx, one.personId)
    if (!isSameWork(one, after)) return changedSince
    const isUsed = (await isRenewed(tx, id)) || (await evaluationsOf(tx, [id])).length > 0
    if (before === undefined && isUsed) return changedSince
    coaches.set(id, coach)
  }
  const persons = [...new Set([...coaches.values()].map(one => one.personId))]
  const later = workAgain(await workOfPersons(tx, persons), given)
  for (const one of later) {
    const coach = coaches.get(one.id)
    if (coach === undefined) continue
    const others = later.filter(other => other !== one && other.personId === coach.personId)
    if ((await judgeFor(tx, coach, one, others)).refusals.length > 0) return changedSince
  }
  await deleteCoachPlacements(
    tx,
    given.filter(change => change.before === undefined).map(change => change.id),
  )
  for (const { id, before } of given) if (before !== undefined) await updateCoachPlacement(tx, id, before)
  return { ok: true }
}

/** All work as it will be: without what was added, and what was changed in its earlier form. */
function workAgain<T extends WorkState & { id: string }>(
  standing: readonly T[],
  given: readonly WorkChange[],
): T[] {
  const changes = new Map(given.map(change => [change.id, change]))
  return standing.flatMap(one => {
    const change = changes.get(one.id)
    if (change === undefined) return [one]
    return change.before === undefined ? [] : [{ ...one, ...change.before }]
  })
}
