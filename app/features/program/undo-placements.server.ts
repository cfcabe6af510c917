import type { Json, UndoAnswer, UndoContext } from '#app/features/imports/sheet-import.ts'
import { inTheWay } from '#app/features/schools/dated.rule.ts'
import type { Tx } from '#db/tables.ts'
import { lockRow } from '#db/write.server.ts'
import { mayPlaceAt } from './placement-permission.rule.ts'
import {
  deletePlacements,
  findPlacement,
  type Placement,
  placementsOfSchools,
  updatePlacement,
} from './placements.queries.server.ts'
import { slotOf } from './placements-in-force.server.ts'

type Values = Pick<Placement, 'role' | 'validTo' | 'document'>

/** A placement as an import's commit answered it; `before` is missing where the import added it. */
interface PlacementChange {
  id: string
  before?: Values
  after: Values
}

/**
 * Takes the placements that an import added away again and gives those it changed their earlier days, role and
 * document; refused when one was changed since, or when another stands by now where an earlier one would be again.
 */
export async function undoPlacements(
  tx: Tx,
  changes: readonly Json[],
  { scope, today }: UndoContext,
): Promise<UndoAnswer> {
  const given = changes as unknown as PlacementChange[]
  const changedSince: UndoAnswer = { ok: false, refusal: 'changed-since', by: null }
  const standing = new Map<string, Placement>()
  for (const { id, after } of given) {
    const one = await findPlacement(tx, scope, id, today)
    if (one !== undefined && !mayPlaceAt(scope, one)) return { ok: false, refusal: 'not-yours' }
    if (one === undefined) {
      // Nothing deletes placements but this: what the city does not find either is out of sight.
      return scope.kind === 'city' ? changedSince : { ok: false, refusal: 'not-yours' }
    }
    if (!isSame(one, after)) return changedSince
    standing.set(id, one)
  }
  const schoolIds = [...new Set([...standing.values()].map(one => one.schoolId))].sort()
  for (const schoolId of schoolIds) await lockRow(tx, 'school', schoolId)
  const after = placementsAfter(await placementsOfSchools(tx, schoolIds), given)
  const isChanged = (one: Placement) => given.some(({ id, before }) => id === one.id && before !== undefined)
  if (after.some(one => isChanged(one) && isInTheWay(one, after))) return changedSince
  await deletePlacements(
    tx,
    given.filter(change => change.before === undefined).map(change => change.id),
  )
  for (const { id, before } of given) if (before !== undefined) await updatePlacement(tx, id, before)
  return { ok: true }
}

/** What will stand: without what was added, and with the values that what was changed had before. */
function placementsAfter(standing: readonly Placement[], given: readonly PlacementChange[]): Placement[] {
  const changes = new Map(given.map(change => [change.id, change]))
  return standing.flatMap(one => {
    const change = changes.get(one.id)
    if (change === undefined) return [one]
    return change.before === undefined ? [] : [{ ...one, ...change.before }]
  })
}

function isInTheWay(one: Placement, all: readonly Placement[]): boolean {
  const slot = all.filter(other => slotOf(other) === slotOf(one))
  return inTheWay(one, slot) !== undefined
}

function isSame(one: Values, other: Values): boolean {
  return one.role === other.role && one.validTo === other.validTo && one.document === other.document
}
