import type { Scope } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import { recordAudit } from '#app/features/audit/record-audit.server.ts'
import type { Db, Tx } from '#db/tables.ts'
import { inTransaction } from '#db/write.server.ts'
import { type CheckRefusal, type NewCheck, whyNoCheck } from './entry-check.rule.ts'
import { insertEntryCheck } from './entry-checks.queries.server.ts'
import { mayKeep } from './instructor-permission.rule.ts'
import { contractsOfPerson, type InstructorRow } from './instructors.queries.server.ts'

/**
 * Records the answer to an entry query about somebody in the register. NOT_CLEAR stops the person from its day on by
 * itself: whatever asks on that day finds it. Only the city and the person's unit record and see answers.
 */
export async function recordEntryCheck(
  db: Db,
  scope: Scope,
  by: { id: string | null; name: string },
  input: NewCheck & { personId: string; today: Day; now: string },
): Promise<{ ok: true } | { ok: false; refusal: CheckRefusal | 'not-found' }> {
  const { personId, today, now } = input
  if (scope.kind !== 'city' && scope.kind !== 'unit') return { ok: false, refusal: 'not-found' }
  const contract = await checkedContract(db, scope, personId, today)
  if (contract === undefined) return { ok: false, refusal: 'not-found' }
  const refusal = whyNoCheck(input, today)
  if (refusal !== null) return { ok: false, refusal }
  const unitCode = scope.kind === 'unit' ? scope.unitCode : contract.unitCode
  await inTransaction(db, tx =>
    writeEntryCheck(tx, by, { ...input, unitCode, schoolId: contract.schoolId, at: now }),
  )
  return { ok: true }
}

/**
 * The contract by which somebody of the scope sees the person's checks: of the person's own unit, and not over. Where the
 * person only works, or worked once, nobody asks.
 */
export async function checkedContract(
  db: Db,
  scope: Scope,
  personId: string,
  day: Day,
): Promise<InstructorRow | undefined> {
  const contracts = await contractsOfPerson(db, scope, personId, day)
  return contracts.findLast(one => mayKeep(scope, one) && (scope.kind === 'city' || one.validTo >= day))
}

/** Writes a check that whoever calls may record, with its audit: of a candidate, say, who is in no register yet. */
export async function writeEntryCheck(
  tx: Tx,
  by: { id: string | null; name: string },
  check: NewCheck & { personId: string; unitCode: string; schoolId: string | null; at: string },
): Promise<void> {
  const { personId, unitCode, schoolId, queriedOn, result, reference, at } = check
  const id = await insertEntryCheck(tx, {
    personId,
    queriedOn,
    unitCode,
    result,
    reference: reference.trim(),
    recordedBy: by.name,
    recordedAt: at,
  })
  await recordAudit(tx, by, {
    action: 'entry-check.record',
    subjectKind: 'entry-check',
    subjectId: id,
    unitCode,
    schoolId,
    // The audit has more readers than the two offices that may see an answer.
    detail: { personId, queriedOn },
  })
}
