import { describe, expect, test } from 'vitest'
import type { Scope } from '#app/auth/scope.ts'
import { readCandidates } from '#app/features/matching/read-candidates.server.ts'
import { readMatching } from '#app/features/matching/read-matching.server.ts'
import { readPostsForYou } from '#app/features/matching/read-posts-for-you.server.ts'
import {
  sampleApplication,
  sampleCoachPlacement,
  sampleEntryCheck,
  sampleInstructor,
  samplePlacement,
} from '#db/samples.ts'
import type { ApplicationState } from '#db/tables.ts'
import { insertAll } from '#db/write.server.ts'
import { insertApplicant } from '#test/features/applications/applicant.ts'
import { useDatabase } from '#test/support/database.ts'
import { insertPost } from '#test/support/post.ts'
import { insertSchool } from '#test/support/school.ts'

const database = useDatabase()
const now = '2026-12-01 03:00:00.000'
const asOf = '2026-12-01'
const donghai: Scope = { kind: 'unit', unitCode: '320722' }
const guanyun: Scope = { kind: 'unit', unitCode: '320723' }

type Posted = Awaited<ReturnType<typeof insertPost>>
type Person = Awaited<ReturnType<typeof insertApplicant>>

async function applied(
  { post, round }: Posted,
  { applicantId }: Person,
  state: ApplicationState = 'SUBMITTED',
) {
  const row = sampleApplication({ post_id: post.id, round_id: round.id, applicant_id: applicantId, state })
  await insertAll(database.db, 'application', [row])
}

/** A school of 东海 with football on paper, behind which nobody stands. */
async function openPlace(code = '2132000001') {
  const school = await insertSchool(database.db, { code, name: `小学${code.slice(-2)}` })
  const placement = samplePlacement({ school_id: school.id })
  await insertAll(database.db, 'program_placement', [placement])
  return { schoolId: school.id, placementId: placement.id }
}

/** A football coach of 东海 with twelve hours a week and a clear entry check, but for what is given. */
async function coach(given: Parameters<typeof sampleInstructor>[0] = {}, queriedOn = '2026-09-01') {
  const row = sampleInstructor({ name: '王教练', ...given })
  await insertAll(database.db, 'instructor', [row])
  await insertAll(database.db, 'instructor_sport', [
    { instructor_id: row.id, sport_code: 'football', grade: '' },
  ])
  const due = `${Number(queriedOn.slice(0, 4)) + 1}${queriedOn.slice(4)}`
  await insertAll(database.db, 'entry_check', [
    sampleEntryCheck({ person_id: row.person_id, queried_on: queriedOn, due_on: due }),
  ])
  return row
}

async function work(instructorId: string, schoolId: string, hours: number, from = '2025-09-01') {
  const row = sampleCoachPlacement({
    instructor_id: instructorId,
    school_id: schoolId,
    hours_week: hours,
    valid_from: from,
  })
  await insertAll(database.db, 'coach_placement', [row])
  await insertAll(database.db, 'coach_placement_stage', [{ placement_id: row.id, stage: 'primary' }])
}

async function proposed(scope: Scope = donghai) {
  const page = await readMatching(database.db, scope, { unitCode: '320722', asOf })
  return page?.proposal.works.map(({ placementId, name, from }) => [placementId, name, from.kind])
}

describe('posts for an applicant', () => {
  test('those come first to which the person may apply, then those that suit best, each with its reasons', async () => {
    const { round } = await insertPost(database.db, { post: { number: '2026-101' } })
    await insertPost(database.db, { round, post: { number: '2026-102', least_grade: 'MASTER' } })
    await insertPost(database.db, { round, post: { number: '2026-103', hours_week: 44 } })
    const { actor, applicantId } = await insertApplicant(database.db, { profile: { hours_week: 40 } })
    await insertAll(database.db, 'applicant_unit', [
      { applicant_id: applicantId, unit_code: '320722', position: 1 },
    ])

    const posts = await readPostsForYou(database.db, actor.id, now)

    expect(posts?.map(post => [post.number, post.verdict])).toEqual([
      ['2026-101', 'eligible'],
      ['2026-103', 'eligible'],
      ['2026-102', 'not-eligible'],
    ])
    expect(posts?.[0]?.reasons.map(one => one.code)).toEqual([
      'grade',
      'result',
      'preferred',
      'hours-fit',
      'experience',
    ])
    expect(posts?.[1]?.reasons.map(one => one.code)).toContain('hours-short')
    expect(posts?.[2]?.rules.find(one => one.outcome !== 'met')?.code).toBe('grade-too-low')
  })

  test('closed posts are not shown, and without a profile there is nothing to say', async () => {
    await insertPost(database.db)
    const { actor } = await insertApplicant(database.db)
    const bare = await insertApplicant(database.db, { login: 'bare', profile: { account_id: null } })

    expect(await readPostsForYou(database.db, actor.id, '2026-12-11 09:30:00.000')).toEqual([])
    expect(await readPostsForYou(database.db, bare.actor.id, now)).toBeNull()
  })
})

describe('candidates for a post', () => {
  test('are those who applied to the unit, the most suitable first, and nobody else', async () => {
    const here = await insertPost(database.db)
    const elsewhere = await insertPost(database.db, { round: { unit_code: '320723', name: '灌云' } })
    const good = await insertApplicant(database.db, {
      login: 'good',
      profile: { name: '健将' },
      sport: { grade: 'MASTER' },
    })
    const weak = await insertApplicant(database.db, {
      login: 'weak',
      profile: { name: '二级' },
      sport: { grade: 'LEVEL2' },
    })
    const gone = await insertApplicant(database.db, { login: 'gone' })
    const stranger = await insertApplicant(database.db, { login: 'stranger' })
    await applied(here, weak)
    await applied(here, good)
    await applied(here, gone, 'DISQUALIFIED')
    await applied(elsewhere, stranger)

    const found = await readCandidates(database.db, donghai, here.post.number, asOf)

    expect(found?.candidates.map(one => [one.name, one.verdict])).toEqual([
      ['健将', 'eligible'],
      ['二级', 'not-eligible'],
    ])
    expect(found?.candidates[0]?.applications).toMatchObject([{ isThisPost: true, state: 'SUBMITTED' }])
    expect(JSON.stringify(found)).not.toMatch(/sealed|lookup/)
  })

  test('are not shown to another unit, a school or an applicant', async () => {
    const here = await insertPost(database.db)

    for (const scope of [
      guanyun,
      { kind: 'school', schoolId: 'x' },
      { kind: 'applicant', accountId: 'x' },
    ] as const)
      expect(await readCandidates(database.db, scope, here.post.number, asOf)).toBeNull()
    expect(await readCandidates(database.db, { kind: 'city' }, here.post.number, asOf)).not.toBeNull()
  })
})

describe('the proposal for a unit', () => {
  test('puts whoever meets the rules of their post behind a placement that nobody stands behind', async () => {
    const { schoolId, placementId } = await openPlace()
    const posted = await insertPost(database.db, { schoolIds: [schoolId] })
    await applied(posted, await insertApplicant(database.db))

    expect(await proposed()).toEqual([[placementId, '陈静', 'applicant']])
    expect(await proposed({ kind: 'city' })).toEqual([[placementId, '陈静', 'applicant']])
  })

  test('leaves out whoever does not meet the rules, another sport, another school, and drafts', async () => {
    const { schoolId } = await openPlace()
    const other = await insertSchool(database.db, { code: '2132000009', name: '无布点小学' })
    const here = await insertPost(database.db, { schoolIds: [schoolId] })
    const judo = await insertPost(database.db, {
      round: here.round,
      post: { sport_code: 'judo' },
      schoolIds: [schoolId],
    })
    const there = await insertPost(database.db, { round: here.round, schoolIds: [other.id] })
    await applied(here, await insertApplicant(database.db, { login: 'a', sport: { grade: 'LEVEL3' } }))
    await applied(judo, await insertApplicant(database.db, { login: 'b', sport: { sport_code: 'judo' } }))
    await applied(there, await insertApplicant(database.db, { login: 'c' }))
    await applied(here, await insertApplicant(database.db, { login: 'd' }), 'DRAFT')

    expect(await proposed()).toEqual([])
  })

  test('uses the hours that a coach has left, if the entry check is clear', async () => {
    const { placementId } = await openPlace()
    const coach = sampleInstructor({ name: '王教练', hours_week: 8 })
    await insertAll(database.db, 'instructor', [coach])
    await insertAll(database.db, 'instructor_sport', [
      { instructor_id: coach.id, sport_code: 'football', grade: '' },
    ])
    expect(await proposed()).toEqual([])

    await insertAll(database.db, 'entry_check', [
      sampleEntryCheck({ person_id: coach.person_id, queried_on: '2026-09-01', due_on: '2027-09-01' }),
    ])

    expect(await proposed()).toEqual([[placementId, '王教练', 'coach']])
  })

  test('gives one person no more places than the hours allow', async () => {
    const places = [
      await openPlace('2132000001'),
      await openPlace('2132000002'),
      await openPlace('2132000003'),
    ]
    const posted = await insertPost(database.db, {
      post: { hours_week: 8 },
      schoolIds: places.map(one => one.schoolId),
    })
    await applied(posted, await insertApplicant(database.db, { profile: { hours_week: 30 } }))

    expect(await proposed()).toHaveLength(2)
  })

  test('proposes by a post no more people than it has free places, and nobody by a full one', async () => {
    const places = [await openPlace('2132000001'), await openPlace('2132000002')]
    const schoolIds = places.map(one => one.schoolId)
    const posted = await insertPost(database.db, { post: { quota: 1, hours_week: 4 }, schoolIds })
    await applied(posted, await insertApplicant(database.db, { login: 'a' }))
    await applied(posted, await insertApplicant(database.db, { login: 'b', profile: { name: '另一人' } }))

    expect(await proposed()).toHaveLength(1)

    const holder = await insertApplicant(database.db, { login: 'c', profile: { name: '已入围' } })
    await applied(posted, holder, 'PUBLICITY')

    expect((await proposed())?.map(([, name]) => name)).toEqual(['已入围'])
  })

  test('proposes nobody whom another unit keeps, though they work at a school of this one', async () => {
    await openPlace()
    const other = await insertSchool(database.db, { code: '2132000009', name: '有布点小学' })
    const pooled = await coach({ unit_code: '320723' })
    await work(pooled.id, other.id, 2)

    expect(await proposed()).toEqual([])
    expect(await proposed({ kind: 'city' })).toEqual([])
  })

  test('proposes nobody whose contract ends today', async () => {
    await openPlace()
    await coach({ valid_to: asOf })

    expect(await proposed()).toEqual([])
  })

  test('counts all that a coach does, in other units too and from a day to come on', async () => {
    await openPlace()
    const elsewhere = await insertSchool(database.db, {
      code: '2132000008',
      name: '灌云小学',
      unitCode: '320723',
    })
    const { id } = await coach({ hours_week: 8 })
    await work(id, elsewhere.id, 6, '2027-02-01')

    expect(await proposed()).toEqual([])
  })

  test('counts what a person does under another contract towards the longest week', async () => {
    await openPlace()
    const elsewhere = await insertSchool(database.db, {
      code: '2132000008',
      name: '灌云小学',
      unitCode: '320723',
    })
    const here = await coach({ hours_week: 8 })
    const there = sampleInstructor({ person_id: here.person_id, unit_code: '320723', hours_week: 40 })
    await insertAll(database.db, 'instructor', [there])
    await work(there.id, elsewhere.id, 38)

    expect(await proposed()).toEqual([])
  })

  test('tells that a place would live if the check of whoever stands there were renewed', async () => {
    const { schoolId, placementId } = await openPlace()
    const { id } = await coach({ name: '过期教练' }, '2025-09-01')
    await work(id, schoolId, 4)

    const page = await readMatching(database.db, donghai, { unitCode: '320722', asOf })

    expect(page?.proposal.works).toEqual([])
    expect(page?.proposal.checks).toMatchObject([
      {
        placementId,
        name: '过期教练',
        check: { code: 'check-expired', on: '2026-09-01' },
        besides: [{ code: 'no-logs', since: null }],
      },
    ])
    expect(page?.proposal).toMatchObject({ cells: { lacking: 3, completed: 0 }, isBest: true })
  })

  test('is not shown to another unit', async () => {
    await openPlace()

    expect(await readMatching(database.db, guanyun, { unitCode: '320722', asOf })).toBeNull()
    expect(await readMatching(database.db, { kind: 'nothing' }, { unitCode: undefined, asOf })).toBeNull()
  })
})
