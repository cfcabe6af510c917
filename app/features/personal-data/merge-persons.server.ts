import type { Address } from '#app/features/applicants/address.rule.ts'
import { about, saveAddress } from '#app/features/applicants/applicant-writes.queries.server.ts'
import { type ApplicantRow, findApplicantById } from '#app/features/applicants/applicants.queries.server.ts'
import { recordAudit } from '#app/features/audit/record-audit.server.ts'
import { unseal } from '#app/sealing.server.ts'
import type { Db } from '#db/tables.ts'
import { inTransaction, lockRow } from '#db/write.server.ts'
import { duplicatePairs, insertDistinct, moveToPerson, sharedSlots } from './duplicates.queries.server.ts'

interface Actor {
  id: string | null
  name: string
}

export type MergeRefusal =
  /** They are no pair any more: merged, decided, or changed since. */
  | 'no-pair'
  /** Both have applied in one round: one application is withdrawn first. */
  | 'both-applied'

export type MergeResult = { ok: true } | { ok: false; refusal: MergeRefusal }

/**
 * Somebody found that two profiles are one person's: applications, papers, consents, checks and contracts go to the kept
 * one, and the other account ends. Nobody is merged by a program.
 */
export async function mergePersons(
  db: Db,
  by: Actor,
  input: { keepId: string; mergeId: string; now: string },
): Promise<MergeResult> {
  const { keepId, mergeId, now } = input
  return inTransaction(db, async tx => {
    for (const id of [keepId, mergeId].sort()) await lockRow(tx, 'applicant', id)
    if (!(await isPair(tx, keepId, mergeId))) return { ok: false, refusal: 'no-pair' }
    if ((await sharedSlots(tx, keepId, mergeId)) > 0) return { ok: false, refusal: 'both-applied' }
    const [kept, merged] = [await findApplicantById(tx, keepId), await findApplicantById(tx, mergeId)]
    await moveToPerson(tx, mergeId, keepId, now)
    for (const address of addressesOnlyOf(merged, kept)) await saveAddress(tx, keepId, address, now)
    await recordAudit(tx, by, {
      action: 'applicant.merge',
      subjectKind: 'applicant',
      subjectId: keepId,
      detail: { merged: mergeId, account: merged?.accountId ?? null },
    })
    return { ok: true }
  })
}

/** Somebody found that two profiles that look alike are two people's: they are not asked about again. */
export async function keepApart(
  db: Db,
  by: Actor,
  input: { ids: readonly [string, string]; now: string },
): Promise<MergeResult> {
  const [one, other] = input.ids
  return inTransaction(db, async tx => {
    for (const id of [...input.ids].sort()) await lockRow(tx, 'applicant', id)
    if (!(await isPair(tx, one, other))) return { ok: false, refusal: 'no-pair' }
    await insertDistinct(tx, input.ids, { name: by.name, at: input.now })
    await recordAudit(tx, by, {
      action: 'applicant.distinct',
      subjectKind: 'applicant',
      subjectId: one,
      detail: { other },
    })
    return { ok: true }
  })
}

/** Ways to the person that only the profile which goes has proven: they are not lost with it. */
function addressesOnlyOf(merged: ApplicantRow | undefined, kept: ApplicantRow | undefined): Address[] {
  if (merged === undefined || kept === undefined) return []
  const { id, phoneSealed, emailSealed } = merged
  const addresses: Address[] = []
  if (phoneSealed !== null && kept.phoneSealed === null)
    addresses.push({ channel: 'sms', value: unseal(phoneSealed, about('phone', id)) })
  if (emailSealed !== null && kept.emailSealed === null)
    addresses.push({ channel: 'email', value: unseal(emailSealed, about('email', id)) })
  return addresses
}

async function isPair(db: Db, one: string, other: string): Promise<boolean> {
  const pairs = await duplicatePairs(db, one)
  return pairs.some(pair => [pair.one.id, pair.other.id].includes(other)) && one !== other
}
