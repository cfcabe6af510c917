import type { Day, Flag, Instant } from './table-types.ts'

/** Tables of the people who apply and of what is done with their data. */
export interface ApplicantTables {
  applicant: ApplicantTable
  applicant_sport: ApplicantSportTable
  applicant_certificate: ApplicantCertificateTable
  applicant_document: ApplicantDocumentTable
  applicant_unit: ApplicantUnitTable
  consent: ConsentTable
  verification_code: VerificationCodeTable
  personal_access: PersonalAccessTable
  sealed_file: SealedFileTable
}

/** High to low; '' is none (体竞字〔2009〕63号). */
export type AthleteGrade = 'INTL_MASTER' | 'MASTER' | 'LEVEL1' | 'LEVEL2' | 'LEVEL3' | ''

/** Best result, high to low; '' is none. */
export type SportResult =
  | 'OLYMPIC'
  | 'WORLD'
  | 'ASIAN'
  | 'NATIONAL_TOP3'
  | 'NATIONAL_TOP8'
  | 'PROVINCIAL_TOP3'
  | 'PROVINCIAL_TOP8'
  | 'CITY_TOP3'
  | ''

/** 学历, low to high; '' is not said. */
export type Education = 'HIGH_SCHOOL' | 'COLLEGE' | 'BACHELOR' | 'MASTER' | 'DOCTOR' | ''

export type CertificateKind =
  | 'TEACHER'
  | 'COACH_TITLE'
  | 'COACH_TRAINING'
  | 'SPORTS_INSTRUCTOR'
  | 'REFEREE'
  | 'MANDARIN'
  | 'RETIREMENT'
  | 'OTHER'

/** A person who applies. Sealed columns are AES-256-GCM text, lookup columns HMAC-SHA256 in hex (app/sealing.server.ts). */
interface ApplicantTable {
  id: string
  /** Null once anonymised. */
  account_id: string | null
  name: string
  gender: 'F' | 'M' | ''
  birth_date: Day | null
  id_number_sealed: string | null
  id_number_lookup: string | null
  phone_sealed: string | null
  /** Unique: a number or an address belongs to one account. */
  phone_lookup: string | null
  email_sealed: string | null
  email_lookup: string | null
  /** HMAC of name and birth date: the second way to recognise a duplicate. */
  person_lookup: string | null
  education: Education
  graduated_from: string
  /** Years of coaching or teaching sport. */
  experience_years: number
  is_retired_athlete: Flag
  retired_on: Day | null
  team: string
  /** Hours a week the person can give; null is not said. */
  hours_week: number | null
  /** Where the person lives, to about 1 km, for distances; null is not said. */
  longitude: number | null
  latitude: number | null
  statement: string
  /** The language in which the person is written to. */
  locale: 'zh-CN' | 'en'
  created_at: Instant
  updated_at: Instant
  /** The profile this one was merged into by a human. */
  merged_into: string | null
  anonymised_at: Instant | null
}

/** Athlete grade and career, a sport. */
interface ApplicantSportTable {
  applicant_id: string
  sport_code: string
  grade: AthleteGrade
  grade_number: string
  graded_on: Day | null
  result: SportResult
  /** The result in the person's words: event, year, place. */
  result_text: string
  years_trained: number
}

interface ApplicantCertificateTable {
  id: string
  applicant_id: string
  kind: CertificateKind
  /** As it stands on the paper, of the old or the new system. */
  literal: string
  /** Normalised: coach titles JUNIOR INTERMEDIATE SENIOR NATIONAL, teacher certificates primary junior senior …; '' otherwise. */
  level: string
  number: string
  issued_on: Day | null
  expires_on: Day | null
}

interface ApplicantDocumentTable {
  id: string
  applicant_id: string
  /** ID_FRONT ID_BACK PHOTO DEGREE GRADE RETIREMENT RESULT TEACHER_CERTIFICATE COACH_TITLE MEDICAL CHECK_CONSENT OTHER (domain.md 9.4) */
  kind: string
  file_id: string
  file_name: string
  media_type: 'application/pdf' | 'image/jpeg' | 'image/png'
  bytes: number
  created_at: Instant
}

/** Units in which the person would work, best first. */
interface ApplicantUnitTable {
  applicant_id: string
  unit_code: string
  position: number
}

interface ConsentTable {
  id: string
  applicant_id: string
  /** What was agreed to: sensitive personal information, entry check. */
  purpose: 'SENSITIVE' | 'ENTRY_CHECK'
  version: string
  given_at: Instant
  withdrawn_at: Instant | null
}

interface VerificationCodeTable {
  id: string
  purpose: 'REGISTER' | 'RECOVER' | 'CONTACT'
  channel: 'sms' | 'email'
  address_lookup: string
  /** HMAC of the network address that asked for it. */
  client_lookup: string
  /** HMAC of the code. */
  code_hash: string
  created_at: Instant
  expires_at: Instant
  attempts: number
  used_at: Instant | null
}

/** Who looked at or unmasked what of a person, and why. */
interface PersonalAccessTable {
  id: string
  applicant_id: string
  account_id: string | null
  actor: string
  at: Instant
  /** profile, id-number, phone, email, document, export */
  what: string
  reason: string
}

/** Encrypted bytes: iv, tag and cipher text under the named key. */
interface SealedFileTable {
  id: string
  key_id: string
  sha256: string
  bytes: Uint8Array
}
