import { recordAudit } from '#app/features/audit/record-audit.server.ts'
import { holdsPersonalNumber } from '#app/features/coaching/personal-number.rule.ts'
import { unseal } from '#app/sealing.server.ts'
import type { Tx } from '#db/tables.ts'
import { about, insertAccess } from './applicant-writes.queries.server.ts'
import { type ApplicantRow, findApplicantById } from './applicants.queries.server.ts'

/** What of a person may be shown in clear, to whoever says why. */
export const maskedParts = ['phone', 'email', 'id_number'] as const

export type MaskedPart = (typeof maskedParts)[number]

const sealedOf = {
  phone: 'phoneSealed',
  email: 'emailSealed',
  id_number: 'idNumberSealed',
} as const satisfies Record<MaskedPart, keyof ApplicantRow>

const leastReason = 4

export type UnmaskRefusal = 'reason-needed' | 'holds-number' | 'nothing-there'

/** Why a reason is none for which something sealed is shown; null when it is one. */
export function whyNotShown(reason: string): 'reason-needed' | 'holds-number' | null {
  if (Array.from(reason).length < leastReason) return 'reason-needed'
  return holdsPersonalNumber(reason) ? 'holds-number' : null
}

/**
 * Shows one number in clear. Who looked, at what and why stands in the person's own access log and in the audit, in the
 * transaction of the look itself; the caller has asked whether the person is in the reader's scope.
 */
export async function unmask(
  tx: Tx,
  by: { id: string | null; name: string },
  asked: { applicantId: string; part: MaskedPart; reason: string; unitCode: string; at: string },
): Promise<{ ok: true; value: string } | { ok: false; refusal: UnmaskRefusal }> {
  const { applicantId, part, unitCode, at } = asked
  const reason = asked.reason.trim()
  const refusal = whyNotShown(reason)
  if (refusal !== null) return { ok: false, refusal }
  const sealed = (await findApplicantById(tx, applicantId))?.[sealedOf[part]] ?? null
  if (sealed === null) return { ok: false, refusal: 'nothing-there' }
  await insertAccess(tx, { applicantId, accountId: by.id, actor: by.name, at, what: part, reason })
  await recordAudit(tx, by, {
    action: 'applicant.unmask',
    subjectKind: 'applicant',
    subjectId: applicantId,
    unitCode,
    detail: { part, reason },
  })
  return { ok: true, value: unseal(sealed, about(part, applicantId)) }
}
