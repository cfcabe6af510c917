import type { Actor } from '#app/auth/scope.ts'
import { about } from '#app/features/applicants/applicant-writes.queries.server.ts'
import { consentVersions } from '#app/features/applicants/consent.rule.ts'
import { seal } from '#app/sealing.server.ts'
import type { Database, Db } from '#db/tables.ts'
import { insertAll, newId } from '#db/write.server.ts'
import { insertPerson } from '#test/features/accounts/people.ts'

interface ApplicantGiven {
  login?: string
  profile?: Partial<Database['applicant']>
  sport?: Partial<Database['applicant_sport']>
  withoutConsent?: boolean
}

const at = '2026-11-01 02:00:00.000'

/** Somebody with an account and a complete profile: a level 1 footballer of 28 with a degree. */
export async function insertApplicant(
  db: Db,
  given: ApplicantGiven = {},
): Promise<{ actor: Actor; applicantId: string }> {
  const actor = await insertPerson(db, { role: 'applicant', login: given.login ?? 'athlete', name: '陈静' })
  const applicantId = given.profile?.id ?? newId()
  await insertAll(db, 'applicant', [{ ...profileRow(applicantId, actor.id), ...given.profile }])
  await insertAll(db, 'applicant_sport', [{ ...sportRow(applicantId), ...given.sport }])
  if (!given.withoutConsent) await insertAll(db, 'consent', [consentRow(applicantId)])
  return { actor, applicantId }
}

function profileRow(id: string, accountId: string): Database['applicant'] {
  return {
    id,
    account_id: accountId,
    name: '陈静',
    gender: 'F',
    birth_date: '1998-05-04',
    id_number_sealed: seal('320706199901010014', about('id_number', id)),
    id_number_lookup: `${'0'.repeat(38)}${id}`,
    phone_sealed: seal('13800005678', about('phone', id)),
    phone_lookup: `${'1'.repeat(38)}${id}`,
    email_sealed: null,
    email_lookup: null,
    person_lookup: null,
    education: 'BACHELOR',
    graduated_from: '南京体育学院',
    experience_years: 2,
    is_retired_athlete: 1,
    retired_on: '2023-06-30',
    team: '江苏省女足',
    hours_week: 40,
    longitude: null,
    latitude: null,
    statement: '愿意到学校带队训练。',
    locale: 'zh-CN',
    created_at: at,
    updated_at: at,
    merged_into: null,
    anonymised_at: null,
  }
}

function sportRow(applicant_id: string): Database['applicant_sport'] {
  return {
    applicant_id,
    sport_code: 'football',
    grade: 'LEVEL1',
    grade_number: '',
    graded_on: '2019-07-01',
    result: 'PROVINCIAL_TOP3',
    result_text: '',
    years_trained: 9,
  }
}

function consentRow(applicant_id: string): Database['consent'] {
  return {
    id: newId(),
    applicant_id,
    purpose: 'SENSITIVE',
    version: consentVersions.SENSITIVE,
    given_at: at,
    withdrawn_at: null,
  }
}
