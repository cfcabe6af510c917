import type { Scope } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import { recomputeSchoolDays } from '#app/features/activity/recompute-school-days.server.ts'
import { touchedDays } from '#app/features/activity/roll-ups.queries.server.ts'
import { recordAudit } from '#app/features/audit/record-audit.server.ts'
import { mayChangeIn } from '#app/features/schools/registry-permission.rule.ts'
import type { Db } from '#db/tables.ts'
import { inTransaction, lockRow } from '#db/write.server.ts'
import { decide, findExemption } from './exemptions.queries.server.ts'

export type DecisionRefusal = 'not-found' | 'not-yours-to-decide' | 'already-decided'

/**
 * Approves or rejects an exemption; the city and the unit that administers the school decide, and may take an approval
 * back. The roll-up of its days follows in the same transaction.
 */
export async function decideExemption(
  db: Db,
  scope: Scope,
  by: { id: string | null; name: string },
  input: { id: string; decision: 'approved' | 'rejected'; today: Day; now: string },
): Promise<{ ok: true } | { ok: false; refusal: DecisionRefusal }> {
  return inTransaction(db, async tx => {
    const seen = await findExemption(tx, scope, input.id, input.today)
    if (seen === undefined) return { ok: false, refusal: 'not-found' }
    if (!mayChangeIn(scope, seen.unitCode)) return { ok: false, refusal: 'not-yours-to-decide' }
    await lockRow(tx, 'school', seen.schoolId)
    // Two officers decide at once: what stands under the lock counts.
    const exemption = (await findExemption(tx, scope, input.id, input.today)) ?? seen
    if (exemption.status === input.decision || exemption.status === 'rejected')
      return { ok: false, refusal: 'already-decided' }
    await decide(tx, exemption.id, { status: input.decision, by: by.name, at: input.now })
    const range = { from: exemption.firstDay, to: exemption.lastDay }
    await recomputeSchoolDays(tx, exemption.schoolId, await touchedDays(tx, exemption.schoolId, range))
    await recordAudit(tx, by, {
      action: input.decision === 'approved' ? 'exemption.approve' : 'exemption.reject',
      subjectKind: 'exemption',
      subjectId: exemption.id,
      unitCode: exemption.unitCode,
      schoolId: exemption.schoolId,
      detail: { before: exemption.status, after: input.decision },
    })
    return { ok: true }
  })
}
