import { expect, test } from 'vitest'
import { publishShortList } from '#app/features/applications/rank-candidates.server.ts'
import { withdrawApplication } from '#app/features/applications/withdraw-application.server.ts'
import { insertAll, newId } from '#db/write.server.ts'
import { useDatabase } from '#test/support/database.ts'
import { at, by, donghai, today, useScene } from './scene.ts'

const place = useDatabase()
const { scene, move, stateOf, check, score, inSkillTest, rank, shortListed } = useScene(place)

test('published scores stand, and the next in reserve takes a place that falls free', async () => {
  const { postId, applications } = await inSkillTest(['90', '85', '80', '69.99'])
  const [first, second, third, failed] = applications.map(one => one.id)
  expect(await rank(postId)).toEqual({ ok: true })
  expect(await Promise.all([first, second, third, failed].map(id => stateOf(id ?? '')))).toEqual([
    'RANKED',
    'RESERVE',
    'RESERVE',
    'TERMINATED',
  ])
  expect(await score(first ?? '', 'SKILL', '95')).toEqual({ ok: false, refusal: 'frozen' })
  expect(await rank(postId)).toEqual({ ok: false, refusal: 'published-already' })
  await move(first ?? '', 'call-to-medical')
  expect(await move(second ?? '', 'substitute')).toEqual({ ok: false, refusal: 'no-place-free' })

  await move(first ?? '', 'reject', { reason: '体检不合格' })

  expect(await move(third ?? '', 'substitute')).toEqual({ ok: false, refusal: 'not-next-in-reserve' })
  expect(await move(second ?? '', 'substitute')).toEqual({ ok: true })
})

test('equals across the last place wait for an extra test', async () => {
  const { postId, applications } = await inSkillTest(['90', '90'])
  const [one, other] = applications.map(each => each.id)

  expect(await rank(postId)).toEqual({ ok: false, refusal: 'tied' })
  await score(one ?? '', 'EXTRA', '70')
  await score(other ?? '', 'EXTRA', '75.5')
  expect(await rank(postId)).toEqual({ ok: true })
  expect([await stateOf(one ?? ''), await stateOf(other ?? '')]).toEqual(['RESERVE', 'RANKED'])
})

test('a score that is missing holds the ranking up, one who was absent does not', async () => {
  const { postId, applications } = await inSkillTest(['90', ''])
  expect(await rank(postId)).toEqual({ ok: false, refusal: 'scores-missing' })

  await score(applications[1]?.id ?? '', 'SKILL', '缺考')

  expect(await rank(postId)).toEqual({ ok: true })
  expect(await stateOf(applications[1]?.id ?? '')).toBe('TERMINATED')
})

test('a place that is ranked for is taken: nobody from reserve passes the first on the list', async () => {
  const { postId, applications } = await inSkillTest(['90', '85', '80'], 2)
  const [, second, third] = applications.map(one => one.id)
  await rank(postId)

  expect(await move(third ?? '', 'substitute')).toEqual({ ok: false, refusal: 'no-place-free' })

  await move(second ?? '', 'reject', { reason: '本人放弃' })
  expect(await move(third ?? '', 'substitute')).toEqual({ ok: true })
})

test('after approval a place that falls free is not filled from reserve', async () => {
  const { postId, applications } = await inSkillTest(['90', '85'])
  const [first, second] = applications.map(one => one.id)
  await rank(postId)
  for (const action of ['call-to-medical', 'pass-medical'] as const) await move(first ?? '', action)
  await check(first ?? '')
  await move(first ?? '', 'pass-vetting')
  await move(first ?? '', 'approve', { today: '2026-12-08' })
  await move(first ?? '', 'reject', { reason: '本人放弃', today: '2026-12-09' })

  expect(await move(second ?? '', 'substitute', { today: '2026-12-09' })).toEqual({
    ok: false,
    refusal: 'no-place-free',
  })
})

test('equals in reserve are set apart by an extra test, held after the ranking was published', async () => {
  const { postId, applications } = await inSkillTest(['90', '80', '80', '75'])
  const [first, one, other, last] = applications.map(each => each.id)
  await rank(postId)
  await move(first ?? '', 'reject', { reason: '本人放弃' })
  expect(await move(one ?? '', 'substitute')).toEqual({ ok: false, refusal: 'equals-in-reserve' })
  expect(await score(last ?? '', 'EXTRA', '99')).toEqual({ ok: false, refusal: 'frozen' })

  await score(one ?? '', 'EXTRA', '70')
  expect(await move(one ?? '', 'substitute')).toEqual({ ok: false, refusal: 'equals-in-reserve' })
  await score(other ?? '', 'EXTRA', '70.5')

  expect(await move(one ?? '', 'substitute')).toEqual({ ok: false, refusal: 'not-next-in-reserve' })
  expect(await move(other ?? '', 'substitute')).toEqual({ ok: true })
})

test('who fails the check of originals is replaced by the next of the written test, until the ranking', async () => {
  const { postId, applications } = await shortListed(['90', '85', '80', '70', '50'])
  const [first, second, third, fourth, failed] = applications.map(one => one.id)
  const states = () => Promise.all([first, second, third, fourth, failed].map(id => stateOf(id ?? '')))
  expect(await states()).toEqual(['RECHECK', 'RECHECK', 'RESERVE', 'RESERVE', 'TERMINATED'])
  expect(await move(third ?? '', 'call-up')).toEqual({ ok: false, refusal: 'short-list-full' })
  expect(await move(third ?? '', 'substitute')).toEqual({ ok: false, refusal: 'ranking-not-published' })

  await move(first ?? '', 'disqualify', { reason: '证件与报名信息不符' })
  expect(await move(fourth ?? '', 'call-up')).toEqual({ ok: false, refusal: 'not-next-in-reserve' })
  expect(await move(third ?? '', 'call-up')).toEqual({ ok: true })
  for (const id of [second, third]) {
    await move(id ?? '', 'pass-recheck')
    await score(id ?? '', 'SKILL', '80')
  }
  expect(await rank(postId)).toEqual({ ok: true })

  expect(await states()).toEqual(['DISQUALIFIED', 'RANKED', 'RESERVE', 'TERMINATED', 'TERMINATED'])
  expect(await move(fourth ?? '', 'call-up')).toEqual({ ok: false, refusal: 'not-from-here' })
  const ranks = await place.db
    .selectFrom('application')
    .select('rank')
    .where('id', '=', fourth ?? '')
    .execute()
  expect(ranks).toEqual([{ rank: null }])
})

test('a list is published once, after the post has closed and everybody has been judged', async () => {
  const { postId, applications } = await scene({}, 2)
  const [one, other] = applications.map(each => each.id)
  const shortList = (now: string) => publishShortList(place.db, donghai, by, { postId, now })
  for (const action of ['qualify', 'call-to-written'] as const) await move(one ?? '', action)
  await score(one ?? '', 'WRITTEN', '80')
  expect(await shortList('2026-11-25 09:29:59.999')).toEqual({ ok: false, refusal: 'still-open' })
  await move(other ?? '', 'return', { reason: '请补充等级证书' })
  expect(await shortList(at(today))).toEqual({ ok: false, refusal: 'others-underway' })
  await move(other ?? '', 'disqualify', { reason: '逾期未补充' })

  expect(await shortList(at(today))).toEqual({ ok: true })
  expect(await shortList(at(today))).toEqual({ ok: false, refusal: 'nobody' })
  expect(await place.db.selectFrom('application_step').select('position').execute()).toHaveLength(5)
})

test('a post whose written test alone counts is ranked by it', async () => {
  const { postId, applications } = await scene(
    { written_weight: 100, skill_weight: 0, short_list_ratio: 2 },
    2,
  )
  const [one, other] = applications.map(each => each.id) as [string, string]
  for (const [id, text] of [
    [one, '80'],
    [other, '81.5'],
  ] as const) {
    for (const action of ['qualify', 'call-to-written'] as const) await move(id, action)
    await score(id, 'WRITTEN', text)
  }
  await publishShortList(place.db, donghai, by, { postId, now: at(today) })
  for (const id of [one, other]) await move(id, 'pass-recheck')

  expect(await rank(postId)).toEqual({ ok: true })

  expect([await stateOf(one), await stateOf(other)]).toEqual(['RESERVE', 'RANKED'])
})

test('an extra test from before the ranking does not set equals in reserve apart', async () => {
  const { postId, applications } = await inSkillTest(['90', '80', '80'])
  const [first, one, other] = applications.map(each => each.id) as [string, string, string]
  for (const id of [one, other]) await score(id, 'EXTRA', '70')
  await place.db
    .updateTable('application_score')
    .set({ entered_at: '2026-11-25 10:00:00.000' })
    .where('component', '=', 'EXTRA')
    .execute()
  await rank(postId)
  await move(first, 'reject', { reason: '本人放弃' })

  await score(one, 'EXTRA', '71')
  expect(await move(one, 'substitute')).toEqual({ ok: false, refusal: 'equals-in-reserve' })

  await score(other, 'EXTRA', '70')
  expect(await move(one, 'substitute')).toEqual({ ok: true })
})

test('the time at a panel of whoever is ranked already is free for others', async () => {
  const { postId, applications } = await inSkillTest(['90'])
  await insertAll(place.db, 'interview_slot', [
    {
      id: newId(),
      post_id: postId,
      panel: '第一组',
      place: '体育馆',
      starts_at: '2026-12-01 01:00:00.000',
      ends_at: '2026-12-01 01:20:00.000',
      application_id: applications[0]?.id ?? '',
    },
  ])

  await rank(postId)

  expect(await place.db.selectFrom('interview_slot').select('application_id').execute()).toEqual([
    { application_id: null },
  ])
})

test('whoever steps back while the ranking is published is in it or not, and it is published whole', async () => {
  const { postId, applications } = await inSkillTest(['90', '85', '80', '75'])
  const people = await place.db.selectFrom('applicant').select(['id', 'account_id as accountId']).execute()
  const stepBack = ({ id, applicantId }: (typeof applications)[0]) => {
    const accountId = people.find(one => one.id === applicantId)?.accountId ?? ''
    const input = { id, state: 'SKILL_TEST', reason: '', at: at(today) }
    return withdrawApplication(
      place.db,
      { kind: 'applicant', accountId },
      { id: accountId, name: '陈静' },
      input,
    )
  }

  const [ranked] = await Promise.all([rank(postId), ...applications.slice(1).map(stepBack)])

  expect(ranked).toEqual({ ok: true })
  expect(await Promise.all(applications.map(one => stateOf(one.id)))).toEqual([
    'RANKED',
    'WITHDRAWN',
    'WITHDRAWN',
    'WITHDRAWN',
  ])
})

test('of equals across the last place all have taken the extra test, or are marked absent', async () => {
  const { postId, applications } = await inSkillTest(['90', '90'])
  const [one, other] = applications.map(each => each.id) as [string, string]
  await score(one, 'EXTRA', '10')
  expect(await rank(postId)).toEqual({ ok: false, refusal: 'scores-missing' })

  await score(other, 'EXTRA', '缺考')

  expect(await rank(postId)).toEqual({ ok: true })
  expect([await stateOf(one), await stateOf(other)]).toEqual(['RANKED', 'RESERVE'])
})
