import type { Scope } from '#app/auth/scope.ts'
import { type Day, openEnd } from '#app/calendar-day.ts'
import { recordAudit } from '#app/features/audit/record-audit.server.ts'
import { findUnit } from '#app/features/regions/units.queries.server.ts'
import type { Db } from '#db/tables.ts'
import { inTransaction, isUniqueViolation } from '#db/write.server.ts'
import { type ProgramRule, versionFrom } from './program.rule.ts'
import { endRule, insertRule, listRules } from './rules.queries.server.ts'

export type RuleRefusal =
  | 'not-allowed'
  | 'unit-unknown'
  | 'date-taken'
  | 'ends-before-start'
  | 'city-needs-rule'
  | 'more-days-than-window'

export interface NewRule extends Omit<ProgramRule, 'id' | 'validTo'> {
  /** The last day of a unit's own rule; null holds until the next version. The city always has a rule. */
  validTo: Day | null
}

/** Adds a version of the city's rule or of a unit's own, from a day on; the earlier version ends on the eve. */
export async function addRuleVersion(
  db: Db,
  scope: Scope,
  by: { id: string | null; name: string },
  input: NewRule,
): Promise<{ ok: true; id: string } | { ok: false; refusal: RuleRefusal }> {
  if (scope.kind !== 'city') return { ok: false, refusal: 'not-allowed' }
  if (input.unitCode !== '' && !(await findUnit(db, input.unitCode)))
    return { ok: false, refusal: 'unit-unknown' }
  if (input.livingDays > input.livingWindow) return { ok: false, refusal: 'more-days-than-window' }
  if (input.unitCode === '' && input.validTo !== null) return { ok: false, refusal: 'city-needs-rule' }
  if (input.validTo !== null && input.validTo < input.validFrom)
    return { ok: false, refusal: 'ends-before-start' }
  try {
    return await inTransaction(db, async tx => {
      const change = versionFrom(await listRules(tx), input.unitCode, input.validFrom)
      if (change === null) return { ok: false, refusal: 'date-taken' }
      const [validTo = openEnd] = [input.validTo ?? openEnd, change.validTo].sort()
      const rule = { ...input, validTo }
      if (change.ends !== null) await endRule(tx, change.ends.id, change.ends.on)
      const id = await insertRule(tx, rule)
      await recordAudit(tx, by, {
        action: 'program-rule.add',
        subjectKind: 'program-rule',
        subjectId: id,
        unitCode: rule.unitCode === '' ? null : rule.unitCode,
        detail: { ...rule, ended: change.ends },
      })
      return { ok: true, id }
    })
  } catch (error) {
    // Two people add a version for one day at once: the unique key decides.
    if (isUniqueViolation(error)) return { ok: false, refusal: 'date-taken' }
    throw error
  }
}
