import type { Scope } from '#app/auth/scope.ts'
import { addDays, type Day } from '#app/calendar-day.ts'
import { recordAudit } from '#app/features/audit/record-audit.server.ts'
import type { Db, Tx } from '#db/tables.ts'
import { inTransaction } from '#db/write.server.ts'
import { updatePlacementEnd, workOfPersons } from './coach-work.queries.server.ts'
import { mayKeep } from './instructor-permission.rule.ts'
import { lockPerson, updateEnd } from './instructor-writes.queries.server.ts'
import { findInstructor, type InstructorRow } from './instructors.queries.server.ts'

export type EndInstructorRefusal = 'not-found' | 'not-allowed' | 'ends-before-start' | 'after-its-end'

/**
 * Ends a contract early, with a reason, and all work under it on the same day. Nothing is deleted: it held until then.
 * Work that had not begun is kept as work that never held, ending on the eve of its first day.
 */
export async function endInstructor(
  db: Db,
  scope: Scope,
  by: { id: string | null; name: string },
  input: { instructorId: string; lastDay: Day; reason: string; today: Day },
): Promise<{ ok: true } | { ok: false; refusal: EndInstructorRefusal }> {
  const { lastDay, reason } = input
  return inTransaction(db, async tx => {
    const found = await findInstructor(tx, scope, input.instructorId, input.today)
    if (found === undefined) return { ok: false, refusal: 'not-found' }
    if (!mayKeep(scope, found)) return { ok: false, refusal: 'not-allowed' }
    await lockPerson(tx, found.personId)
    const standing = (await findInstructor(tx, scope, found.id, input.today)) ?? found
    if (lastDay < standing.validFrom) return { ok: false, refusal: 'ends-before-start' }
    if (lastDay > standing.validTo) return { ok: false, refusal: 'after-its-end' }
    await endContract(tx, by, standing, { lastDay, reason })
    return { ok: true }
  })
}

/** Ends a contract and all work under it, for whoever holds the person's lock and may. */
export async function endContract(
  tx: Tx,
  by: { id: string | null; name: string },
  standing: InstructorRow,
  { lastDay, reason }: { lastDay: Day; reason: string },
): Promise<void> {
  const end = { validTo: lastDay, endReason: reason }
  await updateEnd(tx, standing.id, end)
  for (const one of await workOfPersons(tx, [standing.personId])) {
    if (one.instructorId !== standing.id || one.validTo <= lastDay) continue
    const validTo = one.validFrom > lastDay ? addDays(one.validFrom, -1) : lastDay
    await updatePlacementEnd(tx, one.id, { validTo, endReason: reason })
  }
  await recordAudit(tx, by, {
    action: 'instructor.end',
    subjectKind: 'instructor',
    subjectId: standing.id,
    unitCode: standing.unitCode,
    schoolId: standing.schoolId,
    detail: { before: { validTo: standing.validTo }, after: end },
  })
}
