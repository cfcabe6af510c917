import type { Scope } from '#app/auth/scope.ts'
import { type Day, openEnd } from '#app/calendar-day.ts'
import { recordAudit } from '#app/features/audit/record-audit.server.ts'
import { overlaps } from '#app/features/schools/dated.rule.ts'
import type { Db } from '#db/tables.ts'
import { inTransaction, lockRow } from '#db/write.server.ts'
import { mayPlaceAt } from './placement-permission.rule.ts'
import { findPlacement, placementsOfSchools, updatePlacement } from './placements.queries.server.ts'

export type EndRefusal = 'not-found' | 'not-allowed' | 'ends-before-start' | 'overlaps'

/** Sets the last day of a placement, or lets it go on (null). It is never deleted: it held until then. */
export async function endPlacement(
  db: Db,
  scope: Scope,
  by: { id: string | null; name: string },
  input: { placementId: string; lastDay: Day | null; today: Day },
): Promise<{ ok: true } | { ok: false; refusal: EndRefusal }> {
  const placement = await findPlacement(db, scope, input.placementId, input.today)
  if (placement === undefined) return { ok: false, refusal: 'not-found' }
  if (!mayPlaceAt(scope, placement)) return { ok: false, refusal: 'not-allowed' }
  const validTo = input.lastDay ?? openEnd
  if (validTo < placement.validFrom) return { ok: false, refusal: 'ends-before-start' }
  return inTransaction(db, async tx => {
    await lockRow(tx, 'school', placement.schoolId)
    const others = await placementsOfSchools(tx, [placement.schoolId])
    const isInTheWay = others.some(
      other =>
        other.id !== placement.id &&
        other.sport === placement.sport &&
        other.stage === placement.stage &&
        overlaps(other, { validFrom: placement.validFrom, validTo }),
    )
    if (isInTheWay) return { ok: false, refusal: 'overlaps' }
    await updatePlacement(tx, placement.id, { validTo })
    await recordAudit(tx, by, {
      action: 'placement.end',
      subjectKind: 'placement',
      subjectId: placement.id,
      unitCode: placement.countsUnitCode,
      schoolId: placement.schoolId,
      detail: { before: { validTo: placement.validTo }, after: { validTo } },
    })
    return { ok: true }
  })
}
