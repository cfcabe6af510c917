import { beforeEach, expect, test } from 'vitest'
import type { Scope } from '#app/auth/scope.ts'
import { findApplication } from '#app/features/applications/applications.queries.server.ts'
import { slotsInARow } from '#app/features/applications/interview.rule.ts'
import { slotsOfPost } from '#app/features/applications/interviews.queries.server.ts'
import { moveApplication } from '#app/features/applications/move-application.server.ts'
import { nextStepOf } from '#app/features/applications/next-step.rule.ts'
import { addSlots, assignAll, changeSlot } from '#app/features/applications/plan-interviews.server.ts'
import { withdrawApplication } from '#app/features/applications/withdraw-application.server.ts'
import { sampleApplication } from '#db/samples.ts'
import { insertAll } from '#db/write.server.ts'
import { useDatabase } from '#test/support/database.ts'
import { insertPost } from '#test/support/post.ts'
import { insertSchool } from '#test/support/school.ts'
import { insertApplicant } from './applicant.ts'

const place = useDatabase()
const now = '2026-12-20 02:00:00.000'
const nine = '2027-01-04 01:00:00.000'
const by = { id: null, name: '东海县教育局' }
const unit: Scope = { kind: 'unit', unitCode: '320722' }
const city: Scope = { kind: 'city' }
let post: { id: string; round: string }
let people: { id: string; applicantId: string }[]

async function inTest(postId: string, roundId: string, applicantId: string) {
  const row = sampleApplication({
    ...{ post_id: postId, round_id: roundId, applicant_id: applicantId, state: 'SKILL_TEST', slot: postId },
  })
  await insertAll(place.db, 'application', [row])
  return row.id
}

beforeEach(async () => {
  const made = await insertPost(place.db)
  post = { id: made.post.id, round: made.round.id }
  people = []
  for (const login of ['a1', 'a2', 'a3']) {
    const { applicantId } = await insertApplicant(place.db, { login })
    people.push({ id: await inTest(post.id, post.round, applicantId), applicantId })
  }
})

function add(given: Partial<Parameters<typeof addSlots>[3]> = {}, scope: Scope = unit) {
  const usual = {
    postId: post.id,
    panel: '一号考场',
    place: '县体育馆',
    first: nine,
    minutes: 20,
    count: 3,
    now,
  }
  return addSlots(place.db, scope, by, { ...usual, ...given })
}

const assign = (postId = post.id, scope = unit) => assignAll(place.db, scope, by, { postId, now })
const change = (slotId: string, applicationId: string | null, remove = false) =>
  changeSlot(place.db, unit, by, { postId: post.id, slotId, applicationId, remove, now })
const give = async (at: number) => change((await slots())[at]?.id ?? '', people[0]!.id)
const slots = (postId = post.id) => slotsOfPost(place.db, postId)

test('slots of a panel follow one another', () => {
  expect(slotsInARow({ panel: '一号', first: nine, minutes: 50, count: 2 })).toEqual([
    { panel: '一号', startsAt: nine, endsAt: '2027-01-04 01:50:00.000' },
    { panel: '一号', startsAt: '2027-01-04 01:50:00.000', endsAt: '2027-01-04 02:40:00.000' },
  ])
})

test('everybody in the test gets a time of their own, is told of it, and finds it in the next step', async () => {
  expect(await add()).toEqual({ ok: true })
  expect(await assign()).toEqual({ ok: true })

  const given = await slots()
  expect(new Set(given.map(slot => slot.applicationId))).toEqual(new Set(people.map(one => one.id)))
  const first = await findApplication(place.db, city, given[0]?.applicationId ?? '')
  expect(first && nextStepOf(first, now)).toEqual({ code: 'SKILL_TEST_AT', by: nine })
  const notices = await place.db.selectFrom('notice').select('text_zh').orderBy('id').execute()
  expect(notices).toHaveLength(3)
  expect(notices[0]?.text_zh).toContain('请于 2027-01-04 09:00 到县体育馆参加测试')
  expect(await assign()).toEqual({ ok: false, refusal: 'nobody-waits' })
})

test('a panel sits once at a time, for whatever post of the unit; another panel may', async () => {
  await add()
  const other = await insertPost(place.db, { round: { name: '另一批次' } })
  const meets = { postId: other.post.id, first: '2027-01-04 01:50:00.000' }

  expect(await add(meets)).toEqual({ ok: false, refusal: 'panel-busy' })
  expect(await add({ ...meets, panel: '二号考场' })).toEqual({ ok: true })
  expect(await add({ ...meets, first: '2027-01-04 02:00:00.000' })).toEqual({ ok: true })
})

test('a post that is over keeps no panel, and gets no more slots', async () => {
  await add()
  await give(0)
  const other = await insertPost(place.db, { round: { name: '另一批次' } })
  await place.db.updateTable('coach_post').set({ status: 'cancelled' }).where('id', '=', post.id).execute()

  expect(await add({ first: '2027-01-05 01:00:00.000' })).toEqual({ ok: false, refusal: 'post-over' })
  expect(await add({ postId: other.post.id, count: 1 })).toEqual({ ok: false, refusal: 'panel-busy' })
  const free = { postId: other.post.id, first: '2027-01-04 01:20:00.000', count: 2 }
  expect(await add(free)).toEqual({ ok: true })
})

test('two officers who plan the same panel at once do not double it', async () => {
  const answers = await Promise.all([add(), add({ first: '2027-01-04 01:10:00.000' })])

  expect(answers.filter(answer => answer.ok)).toHaveLength(1)
  expect(await slots()).toHaveLength(3)
})

test('nobody is called to two tests at once', async () => {
  const other = await insertPost(place.db, { round: { name: '另一批次' } })
  const both = people[0]!
  await inTest(other.post.id, other.round.id, both.applicantId)
  await add({ postId: other.post.id, panel: '二号考场', count: 1 })
  await assign(other.post.id)
  await add({ count: 4 })
  const [first] = await slots()

  expect(await change(first?.id ?? '', both.id)).toEqual({ ok: false, refusal: 'person-busy' })
  await assign()

  const own = (await slots()).find(slot => slot.applicationId === both.id)
  expect(own?.startsAt).not.toBe(nine)
})

test('two units that call one person at once do not call them to the same hour', async () => {
  const other = await insertPost(place.db, { round: { name: '灌云批次', unit_code: '320723' } })
  const both = people[0]!
  const there = await inTest(other.post.id, other.round.id, both.applicantId)
  const foreign: Scope = { kind: 'unit', unitCode: '320723' }
  await add({ count: 3 })
  await add({ postId: other.post.id, count: 1 }, foreign)

  await Promise.all([assign(), assign(other.post.id, foreign)])

  const own = (await slots()).find(slot => slot.applicationId === both.id)
  const theirs = (await slots(other.post.id)).find(slot => slot.applicationId === there)
  expect(own === undefined || theirs === undefined || own.startsAt !== theirs.startsAt).toBe(true)
})

test('a slot is given once, taken back, and removed when nobody has it', async () => {
  await add({ count: 1 })
  const [slot] = await slots()
  const id = slot?.id ?? ''
  expect(await change(id, people[0]!.id)).toEqual({ ok: true })
  expect(await change(id, people[1]!.id)).toEqual({ ok: false, refusal: 'slot-taken' })
  expect(await change(id, null, true)).toEqual({ ok: false, refusal: 'slot-taken' })

  expect(await change(id, null)).toEqual({ ok: true })
  const notices = await place.db.selectFrom('notice').select('title_zh').orderBy('id').execute()
  expect(notices.map(one => one.title_zh)).toEqual(['测试时间已确定', '测试时间取消'])
  expect(await change(id, null, true)).toEqual({ ok: true })
  expect(await slots()).toEqual([])
})

test.each<[string, Partial<Parameters<typeof addSlots>[3]>, string]>([
  ['a time that has passed', { first: now }, 'in-the-past'],
  ['no time', { first: '' }, 'in-the-past'],
  ['a year of five digits', { first: '+029027-01-04 01:00:00.000' }, 'in-the-past'],
  ['a time in three years', { first: '2029-12-04 01:00:00.000' }, 'too-far-ahead'],
  ['slots of a minute', { minutes: 1 }, 'out-of-bounds'],
  ['no slot', { count: 0 }, 'out-of-bounds'],
  ['no panel', { panel: ' ' }, 'panel-missing'],
  ['no place', { place: '' }, 'place-missing'],
  ['a mobile number as the place', { place: '联系 13800005678' }, 'holds-number'],
])('%s is refused', async (_what, given, refusal) => {
  expect(await add(given)).toEqual({ ok: false, refusal })
  expect(await slots()).toEqual([])
})

test('the unit plans the long way; the school plans talks where it engages by itself', async () => {
  const school = await insertSchool(place.db)
  const scope: Scope = { kind: 'school', schoolId: school.id }
  const long = await insertPost(place.db, { round: { name: '甲' }, post: { school_id: school.id } })
  const short = await insertPost(place.db, {
    round: { name: '乙' },
    post: { school_id: school.id, engagement: 'PART_TIME', probation_months: 0 },
  })

  expect(await add({ postId: long.post.id }, scope)).toEqual({ ok: false, refusal: 'not-allowed' })
  expect(await add({ postId: short.post.id }, scope)).toEqual({ ok: true })
  expect(await add({}, { kind: 'unit', unitCode: '320723' })).toEqual({ ok: false, refusal: 'not-found' })
  expect(await add({}, city)).toEqual({ ok: false, refusal: 'not-allowed' })
})

test('who steps back or is sent away leaves the time to others', async () => {
  await add()
  await assign()
  const [first, second] = people
  const accountOf = (applicantId: string) =>
    place.db
      .selectFrom('applicant')
      .where('id', '=', applicantId)
      .select('account_id as id')
      .executeTakeFirstOrThrow()
  const accountId = (await accountOf(first!.applicantId)).id ?? ''

  await withdrawApplication(
    place.db,
    { kind: 'applicant', accountId },
    { id: accountId, name: '陈静' },
    { id: first!.id, state: 'SKILL_TEST', reason: '', at: now },
  )
  await moveApplication(place.db, unit, by, {
    ...{ id: second!.id, action: 'reject', reason: '未到场', validFrom: null, validTo: null },
    ...{ today: now.slice(0, 10), now },
  })

  expect((await slots()).filter(slot => slot.applicationId !== null)).toHaveLength(1)
})
