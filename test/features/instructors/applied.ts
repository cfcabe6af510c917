import { sampleEntryCheck, samplePost } from '#db/samples.ts'
import type { Database, Db } from '#db/tables.ts'
import { insertAll, newId } from '#db/write.server.ts'

const at = '2025-08-01 02:00:00.000'

interface AppliedGiven {
  schoolId: string | null
  /** Schools that a pooled post serves. */
  serves?: readonly string[]
  post?: Partial<Database['coach_post']>
  applicant?: Partial<Database['applicant']>
  title?: string
  /** When the person's entry check was CLEAR; a week before by default, null for never. */
  clearOn?: string | null
}

/** Somebody who applied to a post for football at primary schools; answers both ids. */
export async function insertApplied(
  db: Db,
  given: AppliedGiven,
): Promise<{ applicationId: string; applicantId: string }> {
  const ids = { round: newId(), post: newId(), applicant: newId(), application: newId() }
  await insertAll(db, 'coach_post', [{ ...postRow(ids), school_id: given.schoolId, ...given.post }])
  await insertAll(db, 'coach_post_stage', [{ post_id: ids.post, stage: 'primary' }])
  const served = given.serves ?? []
  await insertAll(
    db,
    'coach_post_school',
    served.map(school_id => ({ post_id: ids.post, school_id })),
  )
  await insertAll(db, 'applicant', [{ ...applicantRow(ids.applicant), ...given.applicant }])
  await insertAll(db, 'applicant_sport', [
    sportRow(ids.applicant, 'football', 'LEVEL1'),
    sportRow(ids.applicant, 'athletics', 'LEVEL2'),
  ])
  if (given.title !== undefined)
    await insertAll(db, 'applicant_certificate', [titleRow(ids.applicant, given.title)])
  await insertAll(db, 'application', [applicationRow(ids)])
  const { clearOn = '2025-08-18' } = given
  if (clearOn !== null)
    await insertAll(db, 'entry_check', [sampleEntryCheck({ person_id: ids.applicant, queried_on: clearOn })])
  return { applicationId: ids.application, applicantId: ids.applicant }
}

type Ids = Record<'round' | 'post' | 'applicant' | 'application', string>

function postRow({ round, post }: Ids): ReturnType<typeof samplePost> {
  return samplePost({
    id: post,
    round_id: round,
    engagement: 'FULL_TIME_CONTRACT',
    hours_week: 10,
    certificate: 'WITHIN_PROBATION',
    probation_months: 6,
  })
}

function applicantRow(id: string): Database['applicant'] {
  return {
    id,
    account_id: null,
    name: '陈静',
    gender: 'F',
    birth_date: '1998-05-04',
    id_number_sealed: null,
    id_number_lookup: null,
    phone_sealed: null,
    phone_lookup: null,
    email_sealed: null,
    email_lookup: null,
    person_lookup: null,
    education: 'BACHELOR',
    graduated_from: '',
    experience_years: 0,
    is_retired_athlete: 1,
    retired_on: null,
    team: '',
    hours_week: null,
    longitude: null,
    latitude: null,
    statement: '',
    locale: 'zh-CN',
    created_at: at,
    updated_at: at,
    merged_into: null,
    anonymised_at: null,
  }
}

function sportRow(
  applicant_id: string,
  sport_code: string,
  grade: Database['applicant_sport']['grade'],
): Database['applicant_sport'] {
  return {
    applicant_id,
    sport_code,
    grade,
    grade_number: '',
    graded_on: null,
    result: '',
    result_text: '',
    years_trained: 8,
  }
}

function titleRow(applicant_id: string, literal: string): Database['applicant_certificate'] {
  return {
    id: newId(),
    applicant_id,
    kind: 'COACH_TITLE',
    literal,
    level: '',
    number: '',
    issued_on: '2021-06-01',
    expires_on: null,
  }
}

function applicationRow({ round, post, applicant, application }: Ids): Database['application'] {
  return {
    id: application,
    number: application.slice(-12),
    post_id: post,
    round_id: round,
    applicant_id: applicant,
    slot: round,
    state: 'APPROVED',
    state_at: at,
    statement: '',
    eligibility: '{}',
    judged_facts: null,
    submitted_at: at,
    rank: 1,
    publicity_to: null,
    created_at: at,
  }
}
