import { storedSessionId } from '#app/auth/session-store.queries.server.ts'
import { addDays, instantOf, now, today } from '#app/calendar-day.ts'
import { consentVersions } from '#app/features/applicants/consent.rule.ts'
import { sampleAccount, samplePost, sampleRound } from '#db/samples.ts'
import type { Database, Db } from '#db/tables.ts'
import { insertAll, newId } from '#db/write.server.ts'

/** So many people with a complete profile, signed in; answers their cookies. */
export async function applicantsOf(db: Db, count: number): Promise<string[]> {
  const people = Array.from({ length: count }, (_, at) => personRows(at))
  await insertAll(
    db,
    'account',
    people.map(one => one.account),
  )
  await insertAll(
    db,
    'session',
    people.map(one => one.session),
  )
  await insertAll(
    db,
    'applicant',
    people.map(one => one.applicant),
  )
  await insertAll(
    db,
    'applicant_sport',
    people.map(one => one.sport),
  )
  await insertAll(
    db,
    'consent',
    people.map(one => one.consent),
  )
  return people.map(one => one.cookie)
}

/** A post that closes within the hour, in a round of its own. */
export async function openPost(db: Db): Promise<{ id: string; number: string }> {
  const id = newId()
  const round = sampleRound({
    name: `压力测试 ${id}`,
    opens_at: instantOf(new Date(Date.now() - 3_600_000)),
    closes_at: instantOf(new Date(Date.now() + 3_600_000)),
  })
  const post = samplePost({ id, round_id: round.id, number: `2026-9${Date.now() % 1_000_000}` })
  await insertAll(db, 'coach_round', [round])
  await insertAll(db, 'coach_post', [post])
  await insertAll(db, 'coach_post_stage', [{ post_id: id, stage: 'primary' }])
  return { id, number: post.number }
}

function personRows(at: number) {
  const account = sampleAccount({ login: `burst${at}`, name: `报名人${at}`, role: 'applicant' })
  const sessionId = newId()
  const applicant = applicantRow(account.id, account.name)
  return {
    account,
    applicant,
    cookie: `session=${sessionId}`,
    session: {
      id: storedSessionId(sessionId),
      account_id: account.id,
      created_at: now(),
      last_seen_at: now(),
      expires_at: `${addDays(today(), 1)} 00:00:00.000`,
      user_agent: '',
    },
    sport: sportRow(applicant.id),
    consent: {
      id: newId(),
      applicant_id: applicant.id,
      purpose: 'SENSITIVE' as const,
      version: consentVersions.SENSITIVE,
      given_at: now(),
      withdrawn_at: null,
    },
  }
}

function applicantRow(accountId: string, name: string): Database['applicant'] {
  const id = newId()
  return {
    id,
    account_id: accountId,
    name,
    gender: 'F',
    birth_date: '1998-05-04',
    id_number_sealed: '',
    id_number_lookup: id,
    phone_sealed: '',
    phone_lookup: id,
    email_sealed: null,
    email_lookup: null,
    person_lookup: null,
    education: 'BACHELOR',
    graduated_from: '',
    experience_years: 2,
    is_retired_athlete: 1,
    retired_on: null,
    team: '',
    hours_week: 40,
    longitude: null,
    latitude: null,
    statement: '',
    locale: 'zh-CN',
    created_at: now(),
    updated_at: now(),
    merged_into: null,
    anonymised_at: null,
  }
}

function sportRow(applicant_id: string): Database['applicant_sport'] {
  const none = { grade_number: '', graded_on: null, result: '' as const, result_text: '', years_trained: 9 }
  return { applicant_id, sport_code: 'football', grade: 'LEVEL1', ...none }
}
