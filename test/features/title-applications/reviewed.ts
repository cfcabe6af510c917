import type { Actor, Scope } from '#app/auth/scope.ts'
import { appointExperts } from '#app/features/title-applications/appoint-experts.server.ts'
import { declareInterest } from '#app/features/title-applications/declare-interest.server.ts'
import { findReview, reviewsOf } from '#app/features/title-applications/reviews.queries.server.ts'
import { scoreReview } from '#app/features/title-applications/score-review.server.ts'
import { sampleBatch, sampleTitleApplication } from '#db/samples.ts'
import type { Db, TitleApplicationState } from '#db/tables.ts'
import { insertAll } from '#db/write.server.ts'
import { insertPerson } from '#test/features/accounts/people.ts'
import { insertSchool } from '#test/support/school.ts'

export const city: Scope = { kind: 'city' }
export const officer = { id: null, name: '市教育局' }
export const today = '2026-11-30'
let instants = 0

/** Every call is a moment later. */
export function later(): string {
  instants += 1
  return `${today} 02:00:${String(Math.floor(instants / 1000) % 60).padStart(2, '0')}.${String(instants % 1000).padStart(3, '0')}`
}

/** Points for every indicator of the usual set, 94 together; others where they are given. */
export function points(given: Record<string, string> = {}): Record<string, string> {
  return {
    ...{ A1: '7', A2: '10', A3: '8', A4: '8', B1: '10', B2: '10', B3: '8', B4: '6' },
    ...{ C1: '8', C2: '7', D1: '6', D2: '3', D3: '3' },
    ...given,
  }
}

/** A school that applies in a batch. */
export async function insertApplying(
  db: Db,
  given: { code?: string; name?: string; state?: TitleApplicationState; batchId?: string } = {},
): Promise<{ id: string; batchId: string; schoolId: string }> {
  const { code = '2132000001', name = '东海县试验小学', state = 'EXPERT_REVIEW' } = given
  const school = await insertSchool(db, { code, name })
  const batchId = given.batchId ?? (await insertReviewedBatch(db))
  const application = sampleTitleApplication({ batch_id: batchId, school_id: school.id, state })
  await insertAll(db, 'title_application', [application])
  await insertAll(db, 'title_application_sport', [
    { application_id: application.id, sport_code: 'wushu', position: 0 },
  ])
  await insertAll(db, 'title_self_score', [
    {
      ...{ application_id: application.id, indicator_code: 'A1', points: 800, evidence: '规划与制度汇编' },
      ...{
        figure: '',
        figure_missing: '',
        figure_value: null,
        figure_of: null,
        figure_from: null,
        figure_day: null,
      },
    },
    {
      ...{ application_id: application.id, indicator_code: 'B2', points: 950, evidence: '' },
      ...{ figure: 'daily_hour', figure_missing: '', figure_value: 951, figure_of: 800 },
      ...{ figure_from: '2025-11-20', figure_day: '2026-11-19' },
    },
  ])
  return { id: application.id, batchId, schoolId: school.id }
}

export async function insertReviewedBatch(db: Db): Promise<string> {
  const batch = sampleBatch({ closes_at: '2026-11-27 09:30:00.000', announced_at: '2026-10-21 02:00:00.000' })
  await insertAll(db, 'designation_batch', [batch])
  return batch.id
}

export function insertExpert(db: Db, login: string, given: Partial<Actor> = {}): Promise<Actor> {
  return insertPerson(db, { role: 'expert', login, name: `${login}专家`, ...given })
}

/** Asks experts to score an application; answers their reviews in the order of the experts. */
export async function appointed(
  db: Db,
  application: { id: string; batchId: string },
  experts: readonly Actor[],
): Promise<string[]> {
  const result = await appointExperts(db, city, officer, {
    ...{ batchId: application.batchId, applicationIds: [application.id] },
    ...{ accountIds: experts.map(one => one.id), today, now: later() },
  })
  if (!result.ok) throw new Error(result.refusal)
  const reviews = await reviewsOf(db, [application.id])
  return experts.map(expert => reviews.find(one => one.accountId === expert.id)?.id ?? '')
}

export function declared(db: Db, expert: Actor, id: string, conflict: string | null = null) {
  return declareInterest(db, expert, { id, conflict, today, now: later() })
}

export async function scored(
  db: Db,
  expert: Actor,
  id: string,
  given: { points?: Record<string, string>; comment?: string; isFinish?: boolean; seenAt?: string } = {},
) {
  const entry = { points: given.points ?? points(), comment: given.comment ?? '' }
  const seenAt = given.seenAt ?? (await findReview(db, id))?.updatedAt ?? ''
  const isFinish = given.isFinish ?? true
  return scoreReview(db, expert, { id, entry, seenAt, isFinish, today, now: later() })
}

/** Declares no conflict and finishes. */
export async function finished(db: Db, expert: Actor, id: string, given: Record<string, string> = {}) {
  const [free, done] = [
    await declared(db, expert, id),
    await scored(db, expert, id, { points: points(given) }),
  ]
  if (!free.ok || !done.ok) throw new Error('The review was not finished')
}
