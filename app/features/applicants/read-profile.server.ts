import { unseal } from '#app/sealing.server.ts'
import type { Db } from '#db/tables.ts'
import { type Address, maskAddress } from './address.rule.ts'
import { about } from './applicant-writes.queries.server.ts'
import {
  accessesTo,
  certificatesOfApplicant,
  consentsOf,
  findApplicantOf,
  sportsOfApplicant,
  unitsOfApplicant,
} from './applicants.queries.server.ts'
import { consentPurposes, hasConsent } from './consent.rule.ts'
import { maskIdNumber } from './id-number.rule.ts'
import { missingParts } from './profile.rule.ts'

/** One's own profile with every number masked; null for an account without one. */
export async function readProfile(db: Db, accountId: string) {
  const applicant = await findApplicantOf(db, accountId)
  if (applicant === undefined) return null
  const { idNumberSealed, phoneSealed, emailSealed, ...facts } = applicant
  const { id } = applicant
  const open = (sealed: string | null, column: Parameters<typeof about>[0]) =>
    sealed === null ? null : unseal(sealed, about(column, id))
  const masked = (sealed: string | null, channel: Address['channel']) => {
    const value = open(sealed, channel === 'sms' ? 'phone' : 'email')
    return value === null ? null : maskAddress({ channel, value })
  }
  const idNumber = open(idNumberSealed, 'id_number')
  const sports = await sportsOfApplicant(db, id)
  const consents = await consentsOf(db, id)
  return {
    ...facts,
    idNumber: idNumber === null ? null : maskIdNumber(idNumber),
    phone: masked(phoneSealed, 'sms'),
    email: masked(emailSealed, 'email'),
    sports,
    accesses: await accessesTo(db, id),
    certificates: await certificatesOfApplicant(db, id),
    units: await unitsOfApplicant(db, id),
    consents: consentPurposes.map(purpose => ({
      purpose,
      given: hasConsent(consents, purpose)
        ? (consents.find(one => one.purpose === purpose && one.withdrawnAt === null) ?? null)
        : null,
    })),
    missing: missingParts({
      hasIdNumber: idNumber !== null,
      hasPhone: phoneSealed !== null,
      hasSport: sports.length > 0,
      hasEducation: facts.education !== '',
      hasConsent: hasConsent(consents, 'SENSITIVE'),
    }),
  }
}
