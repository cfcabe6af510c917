import type { Consent } from '#app/features/applicants/applicants.queries.server.ts'
import { hasConsent } from '#app/features/applicants/consent.rule.ts'
import type { ProfileFacts } from '#app/features/applications/eligibility.rule.ts'
import type { Db } from '#db/tables.ts'

/** Somebody who looks for a post: what rules ask of a person, and what the person wishes. */
export interface Person extends ProfileFacts {
  id: string
  name: string
  hoursFree: number | null
  longitude: number | null
  latitude: number | null
  /** Units in which the person would work, best first. */
  units: string[]
}

const askedAtOnce = 500

/** The people of these profiles; those merged or anonymised are left out. */
export async function peopleOf(db: Db, ids: readonly string[]): Promise<Person[]> {
  const people: Person[] = []
  for (let start = 0; start < ids.length; start += askedAtOnce)
    people.push(...(await someOf(db, ids.slice(start, start + askedAtOnce))))
  return people
}

async function someOf(db: Db, ids: readonly string[]): Promise<Person[]> {
  const rows = await db
    .selectFrom('applicant')
    .where('id', 'in', ids)
    .where('merged_into', 'is', null)
    .where('anonymised_at', 'is', null)
    .select([
      'id',
      'name',
      'birth_date as birthDate',
      'education',
      'experience_years as experienceYears',
      'is_retired_athlete as isRetired',
      'id_number_lookup as idNumber',
      'phone_lookup as phone',
      'hours_week as hoursFree',
      'longitude',
      'latitude',
    ])
    .orderBy('id')
    .execute()
  const [sports, certificates, consents, units] = await Promise.all([
    sportsOf(db, ids),
    certificatesOf(db, ids),
    consentsOf(db, ids),
    unitsOf(db, ids),
  ])
  const own = <T extends { applicantId: string }>(all: readonly T[], id: string) =>
    all.filter(one => one.applicantId === id)
  return rows.map(({ isRetired, idNumber, phone, ...row }) => ({
    ...row,
    isRetiredAthlete: isRetired === 1,
    hasIdNumber: idNumber !== null,
    hasPhone: phone !== null,
    hasConsent: hasConsent(own(consents, row.id), 'SENSITIVE'),
    sports: own(sports, row.id),
    certificates: own(certificates, row.id),
    units: own(units, row.id).map(one => one.code),
  }))
}

function sportsOf(db: Db, ids: readonly string[]) {
  return db
    .selectFrom('applicant_sport')
    .where('applicant_id', 'in', ids)
    .select(['applicant_id as applicantId', 'sport_code as sport', 'grade', 'result'])
    .execute()
}

function certificatesOf(db: Db, ids: readonly string[]) {
  return db
    .selectFrom('applicant_certificate')
    .where('applicant_id', 'in', ids)
    .select(['applicant_id as applicantId', 'kind', 'level', 'expires_on as expiresOn'])
    .execute()
}

function consentsOf(db: Db, ids: readonly string[]): Promise<(Consent & { applicantId: string })[]> {
  return db
    .selectFrom('consent')
    .where('applicant_id', 'in', ids)
    .select([
      'applicant_id as applicantId',
      'purpose',
      'version',
      'given_at as givenAt',
      'withdrawn_at as withdrawnAt',
    ])
    .execute()
}

function unitsOf(db: Db, ids: readonly string[]) {
  return db
    .selectFrom('applicant_unit')
    .where('applicant_id', 'in', ids)
    .select(['applicant_id as applicantId', 'unit_code as code'])
    .orderBy('position')
    .execute()
}
