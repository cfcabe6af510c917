import type { Scope } from '#app/auth/scope.ts'
import { type MaskedPart, type UnmaskRefusal, unmask } from '#app/features/applicants/unmask.server.ts'
import type { Db } from '#db/tables.ts'
import { inTransaction } from '#db/write.server.ts'
import { findApplication } from './applications.queries.server.ts'

/** Shows a number of a candidate of the scope in clear, once, to whoever says why; nobody calls who stepped back. */
export async function unmaskCandidate(
  db: Db,
  scope: Scope,
  by: { id: string | null; name: string },
  asked: { id: string; part: MaskedPart; reason: string; now: string },
): Promise<
  { ok: true; value: string } | { ok: false; refusal: UnmaskRefusal | 'not-found' | 'stepped-back' }
> {
  if (scope.kind === 'applicant') return { ok: false, refusal: 'not-found' }
  return inTransaction(db, async tx => {
    const application = await findApplication(tx, scope, asked.id)
    if (application === undefined) return { ok: false, refusal: 'not-found' }
    if (application.state === 'WITHDRAWN') return { ok: false, refusal: 'stepped-back' }
    const { applicantId, unitCode } = application
    return unmask(tx, by, { ...asked, applicantId, unitCode, at: asked.now })
  })
}
