import type { Address } from '#app/features/applicants/address.rule.ts'
import { about, saveAddress } from '#app/features/applicants/applicant-writes.queries.server.ts'
import {
  type ApplicantRow,
  findApplicantById,
  isIdentityRelied,
} from '#app/features/applicants/applicants.queries.server.ts'
import { recordAudit } from '#app/features/audit/record-audit.server.ts'
import { unseal } from '#app/sealing.server.ts'
import type { Db, Tx } from '#db/tables.ts'
import { inTransaction, lockRow } from '#db/write.server.ts'
import { duplicatePairs, insertDistinct } from './duplicates.queries.server.ts'
import { moveToPerson, sayOneNumber, settleSlots, sharedSlots } from './merge-persons.queries.server.ts'
import { unfinished } from './retention.rule.ts'

interface Actor {
  id: string | null
  name: string
}

export type MergeRefusal =
  /** They are no pair any more: merged, decided, or changed since. */
  | 'no-pair'
  /** Both have applications under way in one round: one of them is withdrawn first. */
  | 'both-applied'
  /** Their ID numbers differ, and somebody relies on one of them: an answer about one is none about the other. */
  | 'identity-relied'

export type MergeResult = { ok: true } | { ok: false; refusal: MergeRefusal }

/**
 * Somebody found that two profiles are one person's: applications, papers, consents, checks and contracts go to the kept
 * one with what only the other profile says, and the other account ends. Nobody is merged by a program. Two drafts for one
 * post become the newer of them.
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
    if (await reliesOnOneOfTwo(tx, keepId, mergeId)) return { ok: false, refusal: 'identity-relied' }
    const shared = await sharedSlots(tx, keepId, mergeId)
    if (shared.some(({ kept, merged }) => [kept, merged].every(one => unfinished.includes(one.state))))
      return { ok: false, refusal: 'both-applied' }
    const [kept, merged] = [await findApplicantById(tx, keepId), await findApplicantById(tx, mergeId)]
    await settleSlots(tx, shared)
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

async function reliesOnOneOfTwo(tx: Tx, one: string, other: string): Promise<boolean> {
  if (await sayOneNumber(tx, one, other)) return false
  return (await isIdentityRelied(tx, one)) || (await isIdentityRelied(tx, other))
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
