import {
  certificatesOfApplicant,
  consentsOf,
  lockedApplicantOf,
  sportsOfApplicant,
} from '#app/features/applicants/applicants.queries.server.ts'
import { hasConsent } from '#app/features/applicants/consent.rule.ts'
import type { Db, Tx } from '#db/tables.ts'
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
  const row = await applicants(db).where('account_id', '=', accountId).executeTakeFirst()
  return row === undefined ? undefined : completed(db, row)
}

/** What is known of an applicant; undefined once the person is merged into another or no longer known. */
export async function factsOfApplicant(db: Db, id: string): Promise<ApplicantFacts | undefined> {
  const row = await applicants(db).where('id', '=', id).executeTakeFirst()
  return row === undefined ? undefined : completed(db, row)
}

function applicants(db: Db) {
  return db
    .selectFrom('applicant')
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
}

type Applicant = NonNullable<Awaited<ReturnType<ReturnType<typeof applicants>['executeTakeFirst']>>>

async function completed(db: Db, row: Applicant): Promise<ApplicantFacts> {
  const { idNumber, phone, isRetiredAthlete, ...facts } = row
  return {
    ...facts,
    isRetiredAthlete: isRetiredAthlete === 1,
    hasIdNumber: idNumber !== null,
    hasPhone: phone !== null,
    hasConsent: hasConsent(await consentsOf(db, row.id), 'SENSITIVE'),
    sports: await sportsOfApplicant(db, row.id),
    certificates: await certificatesOfApplicant(db, row.id),
    documents: await documentsOf(db, row.id),
  }
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

/** The same, with the applicant held until the transaction ends: read again, since the person may be gone by then. */
export async function lockedApplicantFacts(tx: Tx, accountId: string): Promise<ApplicantFacts | undefined> {
  return (await lockedApplicantOf(tx, accountId)) && applicantFacts(tx, accountId)
}
