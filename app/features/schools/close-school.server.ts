import type { Scope } from '#app/auth/scope.ts'
import { type Day, openEnd } from '#app/calendar-day.ts'
import { recordAudit } from '#app/features/audit/record-audit.server.ts'
import type { Db } from '#db/tables.ts'
import { inTransaction, lockRow } from '#db/write.server.ts'
import { updateDetails } from './profiles.queries.server.ts'
import { mayChangeIn } from './registry-permission.rule.ts'
import type { FollowRoster } from './roster.ts'
import { findSchool } from './schools.queries.server.ts'

export type CloseRefusal = 'not-found' | 'unit-not-yours' | 'before-opening'

/**
 * Closes a school, `closedOn` being the first day on which it is no longer open, or opens it again (null). Its code
 * stays with it for ever. `followRoster` brings what is counted over its classes in step, in the same transaction.
 */
export async function closeSchool(
  db: Db,
  scope: Scope,
  by: { id: string | null; name: string },
  input: { schoolId: string; closedOn: Day | null; today: Day },
  followRoster: FollowRoster,
): Promise<{ ok: true } | { ok: false; refusal: CloseRefusal }> {
  const school = await findSchool(db, scope, input.schoolId, input.today)
  if (school === undefined) return { ok: false, refusal: 'not-found' }
  if (!mayChangeIn(scope, school.unitCode)) return { ok: false, refusal: 'unit-not-yours' }
  const closedOn = input.closedOn ?? openEnd
  if (closedOn <= school.openedOn) return { ok: false, refusal: 'before-opening' }
  await inTransaction(db, async tx => {
    await lockRow(tx, 'school', school.id)
    await updateDetails(tx, school.id, { closedOn })
    await followRoster(tx, { schoolIds: [school.id] })
    await recordAudit(tx, by, {
      action: input.closedOn === null ? 'school.reopen' : 'school.close',
      subjectKind: 'school',
      subjectId: school.id,
      unitCode: school.unitCode,
      schoolId: school.id,
      detail: { before: school.closedOn, after: closedOn },
    })
  })
  return { ok: true }
}
