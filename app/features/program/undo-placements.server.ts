import type { Json, UndoAnswer, UndoContext } from '#app/features/imports/sheet-import.ts'
import { undoDated } from '#app/features/schools/undo-dated.server.ts'
import type { Tx } from '#db/tables.ts'
import { mayPlaceAt } from './placement-permission.rule.ts'
import {
  deletePlacements,
  type FoundPlacement,
  findPlacement,
  type Placement,
  placementsOfSchools,
  updatePlacement,
} from './placements.queries.server.ts'
import { slotOf } from './placements-in-force.server.ts'

type Values = Pick<Placement, 'role' | 'validTo' | 'document'>

/** Takes the placements of an import away again, and gives those it changed their earlier days, role and document. */
export async function undoPlacements(
  tx: Tx,
  changes: readonly Json[],
  { scope, today }: UndoContext,
): Promise<UndoAnswer> {
  return undoDated<Placement, FoundPlacement, Values>(tx, scope, changes, {
    find: id => findPlacement(tx, scope, id, today),
    mayChange: found => mayPlaceAt(scope, found),
    isSame: (one, other) =>
      one.role === other.role && one.validTo === other.validTo && one.document === other.document,
    rowsOf: ids => placementsOfSchools(tx, ids),
    slotOf,
    remove: ids => deletePlacements(tx, ids),
    restore: (id, values) => updatePlacement(tx, id, values),
  })
}
