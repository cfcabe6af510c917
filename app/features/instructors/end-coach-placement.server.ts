import type { Scope } from '#app/auth/scope.ts'
import { addDays, type Day } from '#app/calendar-day.ts'
import { recordAudit } from '#app/features/audit/record-audit.server.ts'
import type { Db } from '#db/tables.ts'
import { inTransaction } from '#db/write.server.ts'
import { listCoachPlacements, updatePlacementEnd } from './coach-work.queries.server.ts'
import { mayKeep } from './instructor-permission.rule.ts'
import { lockPerson } from './instructor-writes.queries.server.ts'
import { findInstructor } from './instructors.queries.server.ts'

export type EndPlacementRefusal = 'not-found' | 'not-allowed' | 'after-its-end'

/** Ends the work at a school early, with a reason. Work that has not begun by the day never holds. */
export async function endCoachPlacement(
  db: Db,
  scope: Scope,
  by: { id: string | null; name: string },
  input: { placementId: string; lastDay: Day; reason: string; today: Day },
): Promise<{ ok: true; instructorId: string } | { ok: false; refusal: EndPlacementRefusal }> {
  const asOf = input.today
  return inTransaction(db, async tx => {
    const [found] = await listCoachPlacements(tx, scope, { asOf, id: input.placementId })
    if (found === undefined) return { ok: false, refusal: 'not-found' }
    const instructor = await findInstructor(tx, scope, found.instructorId, asOf)
    if (instructor === undefined || !mayKeep(scope, instructor)) return { ok: false, refusal: 'not-allowed' }
    await lockPerson(tx, found.personId)
    const [standing = found] = await listCoachPlacements(tx, scope, { asOf, id: found.id })
    if (input.lastDay > standing.validTo) return { ok: false, refusal: 'after-its-end' }
    const validTo = input.lastDay < standing.validFrom ? addDays(standing.validFrom, -1) : input.lastDay
    const end = { validTo, endReason: input.reason }
    await updatePlacementEnd(tx, standing.id, end)
    await recordAudit(tx, by, {
      action: 'coach-placement.end',
      subjectKind: 'coach-placement',
      subjectId: standing.id,
      unitCode: standing.countsUnitCode,
      schoolId: standing.schoolId,
      detail: { before: { validTo: standing.validTo }, after: end },
    })
    return { ok: true, instructorId: instructor.id }
  })
}
