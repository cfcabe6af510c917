import { beforeEach, expect, test } from 'vitest'
import type { Actor } from '#app/auth/scope.ts'
import { appointExperts } from '#app/features/title-applications/appoint-experts.server.ts'
import { moveTitleApplication } from '#app/features/title-applications/move-title-application.server.ts'
import { reopenReview } from '#app/features/title-applications/reopen-review.server.ts'
import {
  findReview,
  isReviewerOf,
  reviewsOf,
  scoresOfReviews,
} from '#app/features/title-applications/reviews.queries.server.ts'
import { takeBackReview } from '#app/features/title-applications/take-back-review.server.ts'
import type { TitleApplicationState } from '#db/tables.ts'
import { insertPerson } from '#test/features/accounts/people.ts'
import { useDatabase } from '#test/support/database.ts'
import {
  appointed,
  city,
  declared,
  finished,
  insertApplying,
  insertExpert,
  later,
  officer,
  points,
  scored,
  today,
} from './reviewed.ts'

const place = useDatabase()
let application: Awaited<ReturnType<typeof insertApplying>>
let [li, wang, zhao]: Actor[] = []

beforeEach(async () => {
  application = await insertApplying(place.db)
  li = await insertExpert(place.db, 'li')
  wang = await insertExpert(place.db, 'wang')
  zhao = await insertExpert(place.db, 'zhao')
})

function appoint(
  given: { applicationIds?: string[]; accountIds?: string[] },
  scope: Parameters<typeof appointExperts>[1] = city,
) {
  return appointExperts(place.db, scope, officer, {
    ...{ batchId: application.batchId, applicationIds: [application.id] },
    ...{ accountIds: [li!.id], today, now: later(), ...given },
  })
}

const pairs = async () => (await reviewsOf(place.db, [application.id])).map(one => one.expert)
const review = async (id: string) => (await findReview(place.db, id))!
const given = async (id: string) => (await scoresOfReviews(place.db, [id])).get(id) ?? []

async function become(state: TitleApplicationState): Promise<void> {
  await place.db.updateTable('title_application').set({ state }).where('id', '=', application.id).execute()
}

async function auditOf(action: string) {
  const rows = await place.db.selectFrom('audit').where('action', '=', action).selectAll().execute()
  return rows.map(row => JSON.parse(row.detail))
}

async function noticesOf(accountId: string) {
  const rows = await place.db.selectFrom('notice').where('account_id', '=', accountId).selectAll().execute()
  return rows.map(row => row.title_zh)
}

test('several experts are asked for several applications at once, and told once', async () => {
  const other = await insertApplying(place.db, {
    ...{ code: '2132000002', name: '东海县青湖小学', batchId: application.batchId },
  })

  const result = await appoint({
    applicationIds: [application.id, other.id],
    accountIds: [li!.id, wang!.id],
  })

  expect(result).toEqual({ ok: true, count: 4 })
  expect(await pairs()).toEqual(['li专家', 'wang专家'])
  expect(await noticesOf(li!.id)).toEqual(['请您评审传统特色学校申报'])
  expect(await auditOf('title-review.appoint')).toHaveLength(2)
})

test('one pair that cannot be refuses all, and each is named with its reason', async () => {
  const teacher = await insertExpert(place.db, 'teacher', { schoolId: application.schoolId })
  const gone = await insertPerson(place.db, { role: 'expert', login: 'gone', disabledAt: later() })
  const unit = await insertPerson(place.db, { role: 'unit', unitCode: '320722' })
  await appointed(place.db, application, [wang!])
  const other = await insertApplying(place.db, {
    ...{ code: '2132000002', batchId: application.batchId, state: 'RECOMMENDED' },
  })

  const accountIds = [li!.id, teacher.id, gone.id, unit.id, wang!.id]
  const refused = await appoint({ accountIds })
  const early = await appoint({ applicationIds: [other.id] })
  const foreign = await appoint({ applicationIds: ['01DEM0K0000000000000000001'] })

  const of = (accountId: string, refusal: string) => ({ applicationId: application.id, accountId, refusal })
  expect(refused).toEqual({
    ...{ ok: false, refusal: 'pairs' },
    pairs: [
      of(teacher.id, 'from-applying-school'),
      of(gone.id, 'disabled'),
      of(unit.id, 'no-expert'),
      of(wang!.id, 'appointed-already'),
    ],
  })
  expect(early).toMatchObject({ pairs: [{ refusal: 'not-in-review' }] })
  expect(foreign).toMatchObject({ pairs: [{ refusal: 'not-found' }] })
  expect(await pairs()).toEqual(['wang专家'])
})

test('nobody but the city asks experts, and somebody must be chosen', async () => {
  expect(await appoint({}, { kind: 'unit', unitCode: '320722' })).toEqual({
    ok: false,
    refusal: 'not-allowed',
  })
  expect(await appoint({ accountIds: [] })).toEqual({ ok: false, refusal: 'nobody-chosen' })
})

test('two officers who ask the same expert ask once', async () => {
  const answers = await Promise.all([appoint({}), appoint({})])

  expect(answers.filter(one => one.ok)).toHaveLength(1)
  expect(await pairs()).toEqual(['li专家'])
})

test('nothing is scored before the declaration, and attachments are not the expert’s before it', async () => {
  const [id = ''] = await appointed(place.db, application, [li!])

  expect(await scored(place.db, li!, id)).toEqual({ ok: false, refusal: 'undeclared' })
  expect(await isReviewerOf(place.db, li!.id, application.id)).toBe(false)
  expect(await declared(place.db, li!, id)).toEqual({ ok: true })
  expect(await declared(place.db, li!, id)).toEqual({ ok: true })

  expect(await isReviewerOf(place.db, li!.id, application.id)).toBe(true)
  expect(await scored(place.db, li!, id)).toEqual({ ok: true })
  expect(await auditOf('title-review.declare')).toHaveLength(1)
})

test('a conflict of interest needs its reason, closes the review and is told to the city', async () => {
  const clerk = await insertPerson(place.db, { role: 'city' })
  const [id = ''] = await appointed(place.db, application, [li!])
  await declared(place.db, li!, id)
  await scored(place.db, li!, id, { isFinish: false })

  expect(await declared(place.db, li!, id, ' ')).toEqual({ ok: false, refusal: 'conflict-unsaid' })
  expect(await declared(place.db, li!, id, '校长是我的学生')).toEqual({ ok: true })

  expect(await review(id)).toMatchObject({ state: 'conflict', conflict: '校长是我的学生', freeAt: null })
  expect(await given(id)).toEqual([])
  expect(await scored(place.db, li!, id)).toEqual({ ok: false, refusal: 'conflict' })
  expect(await declared(place.db, li!, id)).toEqual({ ok: false, refusal: 'conflict' })
  expect(await isReviewerOf(place.db, li!.id, application.id)).toBe(false)
  expect(await noticesOf(clerk.id)).toEqual(['专家声明利益冲突'])
})

test('whoever came to work at the school since scores it no more, but may say so', async () => {
  const [id = ''] = await appointed(place.db, application, [li!])
  await declared(place.db, li!, id)
  const moved = { ...li!, schoolId: application.schoolId }

  expect(await scored(place.db, moved, id)).toEqual({ ok: false, refusal: 'from-applying-school' })
  expect(await declared(place.db, moved, id)).toEqual({ ok: false, refusal: 'from-applying-school' })
  expect(await declared(place.db, moved, id, '已调入该校')).toEqual({ ok: true })
})

test('a draft keeps what is there; a stale page and a value that nobody could mean change nothing', async () => {
  const [id = ''] = await appointed(place.db, application, [li!])
  await declared(place.db, li!, id)
  const seenAt = (await review(id)).updatedAt
  const draft = { points: { A1: '7.5', V3: 'on' }, comment: '材料齐全', isFinish: false }
  expect(await scored(place.db, li!, id, draft)).toEqual({ ok: true })

  expect(await scored(place.db, li!, id, { seenAt })).toMatchObject({ refusal: 'changed-meanwhile' })
  expect(await scored(place.db, li!, id, { points: points({ A1: '8.01', B2: '-1' }) })).toEqual({
    ...{ ok: false, refusal: 'problems' },
    problems: [
      { at: 'A1', problem: 'points-above-most' },
      { at: 'B2', problem: 'points-malformed' },
    ],
  })
  expect(await scored(place.db, li!, id, { points: { A1: '7.5' } })).toMatchObject({ refusal: 'problems' })

  expect(await given(id)).toEqual([
    { code: 'A1', points: 750 },
    { code: 'V3', points: 1 },
  ])
  expect(await review(id)).toMatchObject({ state: 'open', comment: '材料齐全' })
})

test('a finished review is locked, whoever asks', async () => {
  const [id = ''] = await appointed(place.db, application, [li!])
  await finished(place.db, li!, id)

  expect(await scored(place.db, li!, id, { points: points({ A1: '1' }) })).toEqual({
    ok: false,
    refusal: 'done',
  })
  expect(await declared(place.db, li!, id, '现在才想起来')).toEqual({ ok: false, refusal: 'done' })
  expect(await takeBackReview(place.db, city, officer, { id, today, now: later() })).toEqual({
    ...{ ok: false, refusal: 'done' },
  })
  expect(await given(id)).toContainEqual({ code: 'A1', points: 700 })
})

test('an expert writes into no review but their own', async () => {
  const [id = ''] = await appointed(place.db, application, [li!])
  await declared(place.db, li!, id)

  expect(await scored(place.db, wang!, id)).toEqual({ ok: false, refusal: 'not-found' })
  expect(await declared(place.db, wang!, id)).toEqual({ ok: false, refusal: 'not-found' })
})

test.each(['RECOMMENDED', 'ONSITE_REVIEW', 'SHORTLISTED', 'REJECTED', 'WITHDRAWN'] as const)(
  'while it is %s nothing of its reviews changes',
  async state => {
    const [id = '', done = ''] = await appointed(place.db, application, [li!, wang!])
    await declared(place.db, li!, id)
    await finished(place.db, wang!, done)
    await become(state)
    const refused = { ok: false, refusal: 'not-in-review' }

    expect(await scored(place.db, li!, id)).toEqual(refused)
    expect(await declared(place.db, li!, id, '师生')).toEqual(refused)
    expect(await takeBackReview(place.db, city, officer, { id, today, now: later() })).toEqual(refused)
    expect(
      await reopenReview(place.db, city, officer, {
        id: done,
        applicationId: application.id,
        reason: '复核',
        today,
        now: later(),
      }),
    ).toEqual(refused)
    expect(await appoint({ accountIds: [zhao!.id] })).toMatchObject({ pairs: [{ refusal: 'not-in-review' }] })
  },
)

test('an appointment is taken back before it is begun, and with a conflict; the audit keeps why', async () => {
  const [id = '', conflicted = '', begun = ''] = await appointed(place.db, application, [li!, wang!, zhao!])
  await declared(place.db, wang!, conflicted, '亲属')
  await declared(place.db, zhao!, begun)
  await scored(place.db, zhao!, begun, { points: { A1: '5' }, isFinish: false })
  const back = (review: string) =>
    takeBackReview(place.db, city, officer, { id: review, today, now: later() })

  expect(await back(id)).toEqual({ ok: true })
  expect(await back(conflicted)).toEqual({ ok: true })
  expect(await back(begun)).toEqual({ ok: false, refusal: 'begun' })

  expect(await pairs()).toEqual(['zhao专家'])
  expect(await auditOf('title-review.take-back')).toMatchObject([{ conflict: '' }, { conflict: '亲属' }])
  expect(await back(id)).toEqual({ ok: false, refusal: 'not-found' })
  // Nobody could ever finish it.
  await place.db.updateTable('account').set({ disabled_at: later() }).where('id', '=', zhao!.id).execute()
  expect(await back(begun)).toEqual({ ok: true })
  expect(await auditOf('title-review.take-back')).toContainEqual(
    expect.objectContaining({ scores: [{ code: 'A1', points: 500 }] }),
  )
})

test('the city opens a finished review again with a reason, and the audit keeps the old scores', async () => {
  const [id = ''] = await appointed(place.db, application, [li!])
  await finished(place.db, li!, id)
  const reopen = (reason: string) =>
    reopenReview(place.db, city, officer, { id, applicationId: application.id, reason, today, now: later() })

  expect(await reopen(' ')).toEqual({ ok: false, refusal: 'reason-needed' })
  expect(await reopen('A1 与其他专家相差较大')).toMatchObject({ ok: true })
  expect(await reopen('再来')).toEqual({ ok: false, refusal: 'not-done' })

  expect(await review(id)).toMatchObject({ state: 'open', doneAt: null })
  const [kept] = await auditOf('title-review.reopen')
  expect(kept.scores).toContainEqual({ code: 'A1', points: 700 })
  expect(await noticesOf(li!.id)).toContain('评审已重新打开')
  expect(await scored(place.db, li!, id, { points: points({ A1: '6' }) })).toEqual({ ok: true })
})

test('no score stands in the audit before everybody has scored', async () => {
  const [id = ''] = await appointed(place.db, application, [li!])
  await finished(place.db, li!, id, { A1: '7.77' })

  const rows = await place.db.selectFrom('audit').select('detail').execute()

  expect(rows.filter(row => /777/.test(row.detail))).toEqual([])
})

test('three finished reviews let the application go on, conflicts counting nowhere', async () => {
  const clerk = await insertPerson(place.db, { role: 'city' })
  const sun = await insertExpert(place.db, 'sun')
  const [a = '', b = '', c = '', d = ''] = await appointed(place.db, application, [li!, wang!, zhao!, sun])
  const move = () =>
    moveTitleApplication(place.db, city, officer, {
      ...{
        id: application.id,
        action: 'call-to-visit',
        reason: '',
        seenAt: null,
        movedAt: null,
        mendUntil: null,
      },
      ...{ recommendation: {}, today, now: later() },
    })
  await finished(place.db, li!, a)
  await finished(place.db, wang!, b)
  await declared(place.db, sun, d, '曾在该校任职')
  expect(await move()).toEqual({ ok: false, refusal: 'reviews-open' })

  await finished(place.db, zhao!, c)

  expect(await noticesOf(clerk.id)).toContain('专家评审完成')
  expect(await move()).toEqual({ ok: true })
})

test('whom an expert finds to be excluded is not short-listed, until that expert finds otherwise', async () => {
  const [a = '', b = '', c = ''] = await appointed(place.db, application, [li!, wang!, zhao!])
  await finished(place.db, li!, a)
  await finished(place.db, wang!, b)
  await finished(place.db, zhao!, c, { V3: 'on' })
  const shortlist = () =>
    moveTitleApplication(place.db, city, officer, {
      ...{ id: application.id, action: 'shortlist', reason: '去年已实地考察' },
      ...{ seenAt: null, movedAt: null, mendUntil: null, recommendation: {}, today, now: later() },
    })

  expect(await shortlist()).toEqual({ ok: false, refusal: 'veto-found' })

  const again = { id: c, applicationId: application.id, reason: '误判', today, now: later() }
  await reopenReview(place.db, city, officer, again)
  await scored(place.db, zhao!, c, { points: points({}) })
  expect(await shortlist()).toEqual({ ok: true })
})
