import type { Scope } from '#app/auth/scope.ts'
import { addDays, type Day } from '#app/calendar-day.ts'
import { recordAudit } from '#app/features/audit/record-audit.server.ts'
import type { Db } from '#db/tables.ts'
import { inTransaction, lockRow } from '#db/write.server.ts'
import { mayPlaceAt } from './placement-permission.rule.ts'
import { findPlacement, insertPlacements, updatePlacement } from './placements.queries.server.ts'

export type ChangeRefusal = 'not-found' | 'not-allowed' | 'outside-its-days'

/**
 * Gives a placement another role or document from a day on: the earlier one ends on the eve and a new one takes over
 * its remaining days. From its own first day it is a correction of the placement itself. Answers the id that holds.
 */
export async function changePlacement(
  db: Db,
  scope: Scope,
  by: { id: string | null; name: string },
  input: { placementId: string; from: Day; role: 'leader' | 'member'; document: string; today: Day },
): Promise<{ ok: true; id: string } | { ok: false; refusal: ChangeRefusal }> {
  const { from, role, document } = input
  return inTransaction(db, async tx => {
    const found = await findPlacement(tx, scope, input.placementId, input.today)
    if (found === undefined) return { ok: false, refusal: 'not-found' }
    if (!mayPlaceAt(scope, found)) return { ok: false, refusal: 'not-allowed' }
    await lockRow(tx, 'school', found.schoolId)
    // Read again under the lock: somebody may have ended it meanwhile.
    const placement = (await findPlacement(tx, scope, found.id, input.today)) ?? found
    if (from < placement.validFrom || from > placement.validTo)
      return { ok: false, refusal: 'outside-its-days' }
    const { id, schoolId, sport, stage, validFrom, validTo } = placement
    const next = { schoolId, sport, stage, role, document, validFrom: from, validTo }
    const isCorrection = from === validFrom
    await updatePlacement(tx, id, isCorrection ? { role, document } : { validTo: addDays(from, -1) })
    const [newId = id] = isCorrection ? [] : await insertPlacements(tx, [next])
    await recordAudit(tx, by, {
      action: 'placement.change',
      subjectKind: 'placement',
      subjectId: newId,
      unitCode: placement.countsUnitCode,
      schoolId,
      detail: {
        before: { id, role: placement.role, document: placement.document },
        after: { from, role, document },
      },
    })
    return { ok: true, id: newId }
  })
}
