import type { Day } from '#app/calendar-day.ts'
import { lookupOf, seal } from '#app/sealing.server.ts'
import type { Db, Education, Tx } from '#db/tables.ts'
import { insertAll, inTransaction, isUniqueViolation, newId, upsertAll } from '#db/write.server.ts'
import type { Address } from './address.rule.ts'
import type { ApplicantCertificate, ApplicantSport, Consent } from './applicants.queries.server.ts'

/** What a sealed value is and whose: under this it was sealed and opens again. */
export function about(column: 'id_number' | 'phone' | 'email', applicantId: string): string {
  return `applicant.${column} ${applicantId}`
}

/**
 * Does what gives somebody an address, all of it or nothing, and answers what that does; 'address-taken' when the
 * address belongs to another account, also when that one takes it at the same time.
 */
export async function unlessTaken<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T | 'address-taken'> {
  try {
    return await inTransaction(db, work)
  } catch (error) {
    if (isUniqueViolation(error)) return 'address-taken'
    throw error
  }
}

/** A new profile with nothing but a name and where the person is reached. */
export async function insertApplicant(
  tx: Tx,
  given: { accountId: string; name: string; address: Address; locale: 'zh-CN' | 'en'; at: string },
): Promise<string> {
  const id = newId()
  await insertAll(tx, 'applicant', [
    {
      id,
      account_id: given.accountId,
      name: given.name,
      gender: '',
      birth_date: null,
      id_number_sealed: null,
      id_number_lookup: null,
      phone_sealed: null,
      phone_lookup: null,
      email_sealed: null,
      email_lookup: null,
      ...reached(id, given.address),
      person_lookup: null,
      education: '',
      graduated_from: '',
      experience_years: 0,
      is_retired_athlete: 0,
      retired_on: null,
      team: '',
      hours_week: null,
      longitude: null,
      latitude: null,
      statement: '',
      locale: given.locale,
      created_at: given.at,
      updated_at: given.at,
      merged_into: null,
      anonymised_at: null,
    },
  ])
  return id
}

function reached(id: string, { channel, value }: Address) {
  return channel === 'sms'
    ? { phone_sealed: seal(value, about('phone', id)), phone_lookup: lookupOf(channel, value) }
    : { email_sealed: seal(value, about('email', id)), email_lookup: lookupOf(channel, value) }
}

export async function saveAddress(tx: Tx, id: string, address: Address, at: string): Promise<void> {
  await tx
    .updateTable('applicant')
    .set({ ...reached(id, address), updated_at: at })
    .where('id', '=', id)
    .execute()
}

export interface Identity {
  name: string
  number: string
  birthDate: Day
  gender: 'F' | 'M'
}

/** Name, ID number and what the number says; the person is found again by it, and by name and birth date. */
export async function saveIdentity(tx: Tx, id: string, given: Identity, at: string): Promise<void> {
  await tx
    .updateTable('applicant')
    .set({
      name: given.name,
      gender: given.gender,
      birth_date: given.birthDate,
      id_number_sealed: seal(given.number, about('id_number', id)),
      id_number_lookup: lookupOf('id-number', given.number),
      person_lookup: lookupOf('person', `${given.name} ${given.birthDate}`),
      updated_at: at,
    })
    .where('id', '=', id)
    .execute()
}

export interface Background {
  education: Education
  graduatedFrom: string
  experienceYears: number
  isRetiredAthlete: boolean
  retiredOn: Day | null
  team: string
  hoursWeek: number | null
}

export async function saveBackground(tx: Tx, id: string, given: Background, at: string): Promise<void> {
  await tx
    .updateTable('applicant')
    .set({
      education: given.education,
      graduated_from: given.graduatedFrom,
      experience_years: given.experienceYears,
      is_retired_athlete: given.isRetiredAthlete ? 1 : 0,
      retired_on: given.retiredOn,
      team: given.team,
      hours_week: given.hoursWeek,
      updated_at: at,
    })
    .where('id', '=', id)
    .execute()
}

export async function saveSport(tx: Tx, applicantId: string, sport: ApplicantSport): Promise<void> {
  const row = {
    applicant_id: applicantId,
    sport_code: sport.sport,
    grade: sport.grade,
    grade_number: sport.gradeNumber,
    graded_on: sport.gradedOn,
    result: sport.result,
    result_text: sport.resultText,
    years_trained: 0,
  }
  await upsertAll(tx, 'applicant_sport', [row], ['applicant_id', 'sport_code'])
}

export async function deleteSport(tx: Tx, applicantId: string, sport: string): Promise<void> {
  await tx
    .deleteFrom('applicant_sport')
    .where('applicant_id', '=', applicantId)
    .where('sport_code', '=', sport)
    .execute()
}

export async function insertCertificate(
  tx: Tx,
  applicantId: string,
  given: Omit<ApplicantCertificate, 'id'>,
): Promise<void> {
  await insertAll(tx, 'applicant_certificate', [
    {
      id: newId(),
      applicant_id: applicantId,
      kind: given.kind,
      literal: given.literal,
      level: given.level,
      number: given.number,
      issued_on: given.issuedOn,
      expires_on: given.expiresOn,
    },
  ])
}

export async function deleteCertificate(tx: Tx, applicantId: string, id: string): Promise<void> {
  await tx
    .deleteFrom('applicant_certificate')
    .where('applicant_id', '=', applicantId)
    .where('id', '=', id)
    .execute()
}

export async function saveUnits(tx: Tx, applicantId: string, codes: readonly string[]): Promise<void> {
  await tx.deleteFrom('applicant_unit').where('applicant_id', '=', applicantId).execute()
  await insertAll(
    tx,
    'applicant_unit',
    codes.map((code, position) => ({ applicant_id: applicantId, unit_code: code, position })),
  )
}

export async function insertConsent(
  tx: Tx,
  applicantId: string,
  given: Pick<Consent, 'purpose' | 'version'> & { at: string },
): Promise<void> {
  await insertAll(tx, 'consent', [
    {
      id: newId(),
      applicant_id: applicantId,
      purpose: given.purpose,
      version: given.version,
      given_at: given.at,
      withdrawn_at: null,
    },
  ])
}

/** Ends every standing consent to the purpose. */
export async function withdrawConsents(
  tx: Tx,
  applicantId: string,
  purpose: Consent['purpose'],
  at: string,
): Promise<void> {
  await tx
    .updateTable('consent')
    .set({ withdrawn_at: at })
    .where('applicant_id', '=', applicantId)
    .where('purpose', '=', purpose)
    .where('withdrawn_at', 'is', null)
    .execute()
}

export async function insertAccess(
  tx: Tx,
  access: {
    applicantId: string
    accountId: string | null
    actor: string
    at: string
    what: string
    reason: string
  },
): Promise<void> {
  await insertAll(tx, 'personal_access', [
    {
      id: newId(),
      applicant_id: access.applicantId,
      account_id: access.accountId,
      actor: access.actor,
      at: access.at,
      what: access.what,
      reason: access.reason,
    },
  ])
}
