import type { Db } from '#db/tables.ts'
import type { ProfileFacts } from './eligibility.rule.ts'

/** Whoever applies, as far as an application needs to know them. */
export interface ApplicantFacts extends ProfileFacts {
  id: string
  name: string
  /** What the profile says for every post. */
  statement: string
  /** Kinds of the documents handed in. */
  documents: string[]
}

/** The applicant of an account; undefined before there is a profile. */
export async function applicantFacts(db: Db, accountId: string): Promise<ApplicantFacts | undefined> {
  const row = await db
    .selectFrom('applicant')
    .where('account_id', '=', accountId)
    .where('merged_into', 'is', null)
    .where('anonymised_at', 'is', null)
    .select([
      'id',
      'name',
      'birth_date as birthDate',
      'education',
      'experience_years as experienceYears',
      'is_retired_athlete as isRetiredAthlete',
      'id_number_lookup as idNumber',
      'phone_lookup as phone',
      'statement',
    ])
    .executeTakeFirst()
  if (row === undefined) return undefined
  const { idNumber, phone, isRetiredAthlete, ...facts } = row
  return {
    ...facts,
    isRetiredAthlete: isRetiredAthlete === 1,
    hasIdNumber: idNumber !== null,
    hasPhone: phone !== null,
    hasConsent: await hasConsent(db, row.id),
    sports: await sportsOf(db, row.id),
    certificates: await certificatesOf(db, row.id),
    documents: await documentsOf(db, row.id),
  }
}

async function hasConsent(db: Db, applicantId: string): Promise<boolean> {
  const row = await db
    .selectFrom('consent')
    .select('id')
    .where('applicant_id', '=', applicantId)
    .where('purpose', '=', 'SENSITIVE')
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}

async function sportsOf(db: Db, applicantId: string) {
  return db
    .selectFrom('applicant_sport')
    .where('applicant_id', '=', applicantId)
    .select(['sport_code as sport', 'grade', 'result'])
    .orderBy('sport_code')
    .execute()
}

async function certificatesOf(db: Db, applicantId: string) {
  return db
    .selectFrom('applicant_certificate')
    .where('applicant_id', '=', applicantId)
    .select(['kind', 'level', 'expires_on as expiresOn'])
    .orderBy('id')
    .execute()
}

async function documentsOf(db: Db, applicantId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('applicant_document')
    .where('applicant_id', '=', applicantId)
    .select('kind')
    .distinct()
    .orderBy('kind')
    .execute()
  return rows.map(row => row.kind)
}
