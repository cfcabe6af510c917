import type { Day } from '#app/calendar-day.ts'
import type { AthleteGrade, CertificateKind, Db, Education, SportResult, Tx } from '#db/tables.ts'
import { lockRow } from '#db/write.server.ts'

/** A profile as it stands; sealed columns are still sealed. */
export interface ApplicantRow {
  id: string
  accountId: string | null
  name: string
  gender: 'F' | 'M' | ''
  birthDate: Day | null
  idNumberSealed: string | null
  phoneSealed: string | null
  emailSealed: string | null
  education: Education
  graduatedFrom: string
  experienceYears: number
  isRetiredAthlete: number
  retiredOn: Day | null
  team: string
  statement: string
  hoursWeek: number | null
}

export interface ApplicantSport {
  sport: string
  grade: AthleteGrade
  gradeNumber: string
  gradedOn: Day | null
  result: SportResult
  resultText: string
}

export interface ApplicantCertificate {
  id: string
  kind: CertificateKind
  literal: string
  level: string
  number: string
  issuedOn: Day | null
  expiresOn: Day | null
}

/** The account that an address belongs to; undefined when nobody registered with it. */
export async function accountAt(
  db: Db,
  channel: 'sms' | 'email',
  lookup: string,
): Promise<{ accountId: string; login: string; name: string } | undefined> {
  return db
    .selectFrom('applicant as p')
    .innerJoin('account as a', 'a.id', 'p.account_id')
    .where(channel === 'sms' ? 'p.phone_lookup' : 'p.email_lookup', '=', lookup)
    .select(['a.id as accountId', 'a.login as login', 'a.name as name'])
    .orderBy('p.created_at')
    .executeTakeFirst()
}

/** The profile of an account; undefined for one that is no applicant's. */
export async function findApplicantOf(db: Db, accountId: string): Promise<ApplicantRow | undefined> {
  return profiles(db).where('account_id', '=', accountId).executeTakeFirst()
}

/**
 * The profile of an account, held until the transaction ends: found again under the lock, since it may be merged into
 * another or erased by then. Whatever its owner writes is written through this.
 */
export async function lockedApplicantOf(tx: Tx, accountId: string): Promise<ApplicantRow | undefined> {
  const seen = await findApplicantOf(tx, accountId)
  if (seen === undefined) return undefined
  await lockRow(tx, 'applicant', seen.id)
  return findApplicantOf(tx, accountId)
}

/** A profile for whoever may see it: the caller asks the scope before. */
export async function findApplicantById(db: Db, id: string): Promise<ApplicantRow | undefined> {
  return profiles(db).where('id', '=', id).executeTakeFirst()
}

function profiles(db: Db) {
  return db
    .selectFrom('applicant')
    .select([
      'id',
      'account_id as accountId',
      'name',
      'gender',
      'birth_date as birthDate',
      'id_number_sealed as idNumberSealed',
      'phone_sealed as phoneSealed',
      'email_sealed as emailSealed',
      'education',
      'graduated_from as graduatedFrom',
      'experience_years as experienceYears',
      'is_retired_athlete as isRetiredAthlete',
      'retired_on as retiredOn',
      'team',
      'statement',
      'hours_week as hoursWeek',
    ])
}

export async function sportsOfApplicant(db: Db, applicantId: string): Promise<ApplicantSport[]> {
  return db
    .selectFrom('applicant_sport')
    .where('applicant_id', '=', applicantId)
    .select([
      'sport_code as sport',
      'grade',
      'grade_number as gradeNumber',
      'graded_on as gradedOn',
      'result',
      'result_text as resultText',
    ])
    .orderBy('sport_code')
    .execute()
}

export async function certificatesOfApplicant(db: Db, applicantId: string): Promise<ApplicantCertificate[]> {
  return db
    .selectFrom('applicant_certificate')
    .where('applicant_id', '=', applicantId)
    .select(['id', 'kind', 'literal', 'level', 'number', 'issued_on as issuedOn', 'expires_on as expiresOn'])
    .orderBy('kind')
    .orderBy('id')
    .execute()
}

/** The units in which the person would work, best first. */
export async function unitsOfApplicant(db: Db, applicantId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('applicant_unit')
    .where('applicant_id', '=', applicantId)
    .select('unit_code as code')
    .orderBy('position')
    .execute()
  return rows.map(row => row.code)
}

export interface Consent {
  purpose: 'SENSITIVE' | 'ENTRY_CHECK'
  version: string
  givenAt: string
  withdrawnAt: string | null
}

/** Every consent ever given, the newest first. */
export async function consentsOf(db: Db, applicantId: string): Promise<Consent[]> {
  return db
    .selectFrom('consent')
    .where('applicant_id', '=', applicantId)
    .select(['purpose', 'version', 'given_at as givenAt', 'withdrawn_at as withdrawnAt'])
    .orderBy('given_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

/**
 * Whether somebody else relies on who the person is: an entry check was made, or an application has been found eligible
 * and is not over.
 */
export async function isIdentityRelied(db: Db, applicantId: string): Promise<boolean> {
  const check = await db
    .selectFrom('entry_check')
    .where('person_id', '=', applicantId)
    .select('id')
    .limit(1)
    .executeTakeFirst()
  if (check !== undefined) return true
  const application = await db
    .selectFrom('application')
    .where('applicant_id', '=', applicantId)
    .where('state', 'not in', [
      'DRAFT',
      'SUBMITTED',
      'RETURNED',
      'DISQUALIFIED',
      'TERMINATED',
      'WITHDRAWN',
      'ENDED',
    ])
    .select('id')
    .limit(1)
    .executeTakeFirst()
  return application !== undefined
}

/** Who looked at which number of the person and why, the latest first. */
export async function accessesTo(
  db: Db,
  applicantId: string,
): Promise<{ actor: string; at: string; what: string; reason: string }[]> {
  return db
    .selectFrom('personal_access')
    .where('applicant_id', '=', applicantId)
    .select(['actor', 'at', 'what', 'reason'])
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute()
}
