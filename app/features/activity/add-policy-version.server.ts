import type { Scope } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import { recordAudit } from '#app/features/audit/record-audit.server.ts'
import type { Db, Tx } from '#db/tables.ts'
import { inTransaction, isUniqueViolation, lockRow } from '#db/write.server.ts'
import type { DayRange } from './class-roster.rule.ts'
import { endPolicy, insertPolicy, listPolicyVersions } from './policies.queries.server.ts'
import { type PolicyRefusal, type PolicyVersion, planPolicy } from './policy-version.rule.ts'
import { recomputeSchoolDays } from './recompute-school-days.server.ts'
import { touchedDays } from './roll-ups.queries.server.ts'
import { allSchoolIds } from './roster.queries.server.ts'

export interface NewPolicy extends Omit<PolicyVersion, 'id' | 'validTo'> {
  /** Its last day; null holds until the next version. */
  validTo: Day | null
}

/**
 * Adds a version of the floor or the target minutes from a day on; the earlier version ends on the eve and stays. The
 * roll-ups of the days that it changes follow in the same transaction.
 */
export async function addPolicyVersion(
  db: Db,
  scope: Scope,
  by: { id: string | null; name: string },
  input: NewPolicy,
): Promise<{ ok: true; id: string } | { ok: false; refusal: PolicyRefusal }> {
  if (scope.kind !== 'city') return { ok: false, refusal: 'not-allowed' }
  try {
    return await inTransaction(db, async tx => {
      const plan = planPolicy(await listPolicyVersions(tx), input)
      if (!plan.ok) return plan
      const policy = { ...input, validTo: plan.validTo }
      if (plan.ends !== null) await endPolicy(tx, plan.ends.id, plan.ends.on)
      const id = await insertPolicy(tx, policy)
      await followPolicy(tx, { from: input.validFrom, to: plan.lastAffected })
      await recordAudit(tx, by, {
        action: 'activity-policy.add',
        subjectKind: 'activity-policy',
        subjectId: id,
        detail: { ...policy, ended: plan.ends },
      })
      return { ok: true, id }
    })
  } catch (error) {
    // Two people add a version for one day at once: the unique key decides.
    if (isUniqueViolation(error)) return { ok: false, refusal: 'date-taken' }
    throw error
  }
}

/** How many classes met floor and target, anew for every school. What they moved does not depend on the policy. */
async function followPolicy(tx: Tx, range: DayRange): Promise<void> {
  for (const schoolId of await allSchoolIds(tx)) {
    await lockRow(tx, 'school', schoolId)
    await recomputeSchoolDays(tx, schoolId, await touchedDays(tx, schoolId, range))
  }
}
