import type { Scope } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import { consentsOf } from '#app/features/applicants/applicants.queries.server.ts'
import { hasConsent } from '#app/features/applicants/consent.rule.ts'
import { type CheckRefusal, type NewCheck, whyNoCheck } from '#app/features/instructors/entry-check.rule.ts'
import { writeEntryCheck } from '#app/features/instructors/record-entry-check.server.ts'
import type { ApplicationState, Db } from '#db/tables.ts'
import { inTransaction } from '#db/write.server.ts'
import { findApplicationOfHeld } from './applications.queries.server.ts'

export type CandidateCheckRefusal = CheckRefusal | 'not-found' | 'not-a-finalist' | 'consent-missing'

/** Nobody is queried who is not about to be engaged (教师函〔2023〕1号). */
const finalists: readonly ApplicationState[] = ['VETTING', 'PUBLICITY', 'APPROVED']

/**
 * Records the entry check of a finalist, who must have agreed to it. Only the city and the post's unit do. The person is
 * held, so that an answer is never written to a profile that is merged into another at the same time.
 */
export async function checkCandidate(
  db: Db,
  scope: Scope,
  by: { id: string | null; name: string },
  input: NewCheck & { id: string; today: Day; now: string },
): Promise<{ ok: true } | { ok: false; refusal: CandidateCheckRefusal }> {
  if (scope.kind !== 'city' && scope.kind !== 'unit') return { ok: false, refusal: 'not-found' }
  const refusal = whyNoCheck(input, input.today)
  return inTransaction(db, async tx => {
    const application = await findApplicationOfHeld(tx, scope, input.id)
    if (application === undefined) return { ok: false, refusal: 'not-found' }
    if (!finalists.includes(application.state)) return { ok: false, refusal: 'not-a-finalist' }
    if (!hasConsent(await consentsOf(tx, application.applicantId), 'ENTRY_CHECK'))
      return { ok: false, refusal: 'consent-missing' }
    if (refusal !== null) return { ok: false, refusal }
    const { applicantId: personId, unitCode, schoolId } = application
    await writeEntryCheck(tx, by, { ...input, personId, unitCode, schoolId, at: input.now })
    return { ok: true }
  })
}
