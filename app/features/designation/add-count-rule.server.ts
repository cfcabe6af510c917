import type { Scope } from '#app/auth/scope.ts'
import { recordAudit } from '#app/features/audit/record-audit.server.ts'
import type { Db } from '#db/tables.ts'
import { inTransaction, isUniqueViolation } from '#db/write.server.ts'
import type { CountRule } from './count.rule.ts'
import { insertCountRule } from './designations.queries.server.ts'

export type CountRuleRefusal = 'not-allowed' | 'date-taken'

/** What counts towards the target from a day on; the figures of earlier days keep their rule. */
export async function addCountRule(
  db: Db,
  scope: Scope,
  by: { id: string | null; name: string },
  rule: CountRule,
): Promise<{ ok: true } | { ok: false; refusal: CountRuleRefusal }> {
  if (scope.kind !== 'city') return { ok: false, refusal: 'not-allowed' }
  try {
    return await inTransaction(db, async tx => {
      const id = await insertCountRule(tx, rule)
      await recordAudit(tx, by, {
        action: 'designation-rule.add',
        subjectKind: 'designation-rule',
        subjectId: id,
        detail: { ...rule },
      })
      return { ok: true }
    })
  } catch (error) {
    if (isUniqueViolation(error)) return { ok: false, refusal: 'date-taken' }
    throw error
  }
}
