import { expect, test } from 'vitest'
import type { Scope } from '#app/auth/scope.ts'
import { checkCandidate } from '#app/features/applications/check-candidate.server.ts'
import { enterScore } from '#app/features/applications/enter-score.server.ts'
import { type MoveInput, moveApplication } from '#app/features/applications/move-application.server.ts'
import { moveMany } from '#app/features/applications/move-many.server.ts'
import { answerObjection, receiveObjection } from '#app/features/applications/objections.server.ts'
import { publishRanking, publishShortList } from '#app/features/applications/rank-candidates.server.ts'
import type { WayAction } from '#app/features/applications/way.rule.ts'
import { sampleApplication } from '#db/samples.ts'
import type { ApplicationState, Database } from '#db/tables.ts'
import { insertAll, newId } from '#db/write.server.ts'
import { useDatabase } from '#test/support/database.ts'
import { insertPost } from '#test/support/post.ts'
import { insertSchool } from '#test/support/school.ts'
import { insertApplicant } from './applicant.ts'

const place = useDatabase()
const by = { id: null, name: '东海县教育局' }
const donghai: Scope = { kind: 'unit', unitCode: '320722' }
const guanyun: Scope = { kind: 'unit', unitCode: '320723' }
/** A Thursday; the seven working days after it end on Monday, 7 December 2026. */
const today = '2026-11-26'
const noticeEnds = '2026-12-07'
const at = (day: string) => `${day} 02:00:00.000`

async function scene(post: Partial<Database['coach_post']> = {}, people = 1) {
  const school = await insertSchool(place.db)
  const { post: row, round } = await insertPost(place.db, {
    round: { closes_at: '2026-11-25 09:30:00.000' },
    post: { school_id: school.id, written_weight: 30, skill_weight: 70, quota: 1, ...post },
  })
  const applications = []
  for (let n = 0; n < people; n += 1) {
    const { applicantId } = await insertApplicant(place.db, { login: `athlete${n}` })
    const application = sampleApplication({
      post_id: row.id,
      round_id: round.id,
      applicant_id: applicantId,
      slot: round.id,
      state: 'SUBMITTED',
    })
    await insertAll(place.db, 'application', [application])
    applications.push({ id: application.id, applicantId })
  }
  return { postId: row.id, number: row.number, schoolId: school.id, applications }
}

function move(id: string, action: WayAction, given: Partial<MoveInput> & { scope?: Scope } = {}) {
  const { scope = donghai, ...more } = given
  const day = more.today ?? today
  const input = { id, action, reason: '', validFrom: null, validTo: null, today: day, now: at(day), ...more }
  return moveApplication(place.db, scope, by, input)
}

async function stateOf(id: string): Promise<ApplicationState | undefined> {
  const row = await place.db.selectFrom('application').select('state').where('id', '=', id).executeTakeFirst()
  return row?.state
}

async function agreeToCheck(applicantId: string) {
  await insertAll(place.db, 'consent', [
    {
      id: newId(),
      applicant_id: applicantId,
      purpose: 'ENTRY_CHECK',
      version: '2026-11',
      given_at: at(today),
      withdrawn_at: null,
    },
  ])
}

function check(id: string, queriedOn = today, result: 'CLEAR' | 'NOT_CLEAR' = 'CLEAR', scope = donghai) {
  const given = { id, queriedOn, result, reference: '查询-118', today, now: at(today) }
  return checkCandidate(place.db, scope, by, given)
}

function score(id: string, component: 'WRITTEN' | 'SKILL' | 'EXTRA', text: string) {
  return enterScore(place.db, donghai, by, { id, component, text, now: at(today) })
}

test('the whole established way leads from the form to a coach on probation, and to confirmation', async () => {
  const { postId, applications } = await scene({ probation_months: 6 })
  const [{ id, applicantId }] = applications as [(typeof applications)[0]]
  await agreeToCheck(applicantId)
  for (const action of ['qualify', 'call-to-written'] as const)
    expect(await move(id, action)).toEqual({ ok: true })
  expect(await score(id, 'WRITTEN', '80.5')).toEqual({ ok: true })
  expect(await publishShortList(place.db, donghai, by, { postId, now: at(today) })).toEqual({ ok: true })
  expect(await move(id, 'pass-recheck')).toEqual({ ok: true })
  expect(await score(id, 'SKILL', '90')).toEqual({ ok: true })
  expect(await publishRanking(place.db, donghai, by, { postId, now: at(today) })).toEqual({ ok: true })
  for (const action of ['call-to-medical', 'pass-medical'] as const)
    expect(await move(id, action)).toEqual({ ok: true })
  expect(await check(id)).toEqual({ ok: true })
  expect(await move(id, 'pass-vetting')).toEqual({ ok: true })
  expect(await move(id, 'approve', { today: noticeEnds })).toEqual({ ok: false, refusal: 'notice-running' })
  expect(await move(id, 'approve', { today: '2026-12-08' })).toEqual({ ok: true })
  const contract = { validFrom: '2026-12-15', validTo: '2029-12-14' }
  expect(await move(id, 'sign', { ...contract, today: '2026-12-10' })).toEqual({ ok: true })

  expect(await stateOf(id)).toBe('PROBATION')
  const coach = await place.db.selectFrom('instructor').selectAll().executeTakeFirstOrThrow()
  expect(coach).toMatchObject({ application_id: id, person_id: applicantId, valid_from: '2026-12-15' })
  expect(await move(id, 'confirm', { today: '2027-06-14' })).toEqual({
    ok: false,
    refusal: 'probation-running',
  })
  expect(await move(id, 'confirm', { today: '2027-06-15' })).toEqual({ ok: true })
  const steps = await place.db.selectFrom('application_step').select(['action', 'to_state']).execute()
  expect(steps.length).toBe(11)
})

test('the short way leads a part-time coach to work, and out of it again', async () => {
  const { applications, schoolId } = await scene({ engagement: 'PART_TIME', probation_months: 0 })
  const [{ id, applicantId }] = applications as [(typeof applications)[0]]
  const school: Scope = { kind: 'school', schoolId }
  await agreeToCheck(applicantId)
  const contract = { validFrom: '2026-12-01', validTo: '2027-01-31' }
  for (const action of ['review', 'vet'] as const)
    expect(await move(id, action, { scope: school })).toEqual({ ok: true })
  expect(await move(id, 'engage', { scope: school, ...contract })).toEqual({
    ok: false,
    refusal: 'check-not-fresh',
  })
  expect(await check(id)).toEqual({ ok: true })
  expect(await move(id, 'engage', { scope: school, ...contract })).toEqual({ ok: true })

  expect(await move(id, 'end', { scope: school, reason: '本人离职', today: '2026-12-20' })).toEqual({
    ok: true,
  })

  expect(await stateOf(id)).toBe('ENDED')
  const coach = await place.db.selectFrom('instructor').selectAll().executeTakeFirstOrThrow()
  expect(coach).toMatchObject({ valid_to: '2026-12-20', end_reason: '本人离职' })
})

test.each([
  ['without consent', false, today, 'CLEAR', 'consent-missing'],
  ['with an answer of 31 days ago', true, '2026-10-26', 'CLEAR', 'check-not-fresh'],
  ['with NOT_CLEAR', true, today, 'NOT_CLEAR', 'check-not-fresh'],
] as const)('nobody is engaged %s', async (_what, agrees, queriedOn, result, refusal) => {
  const { applications } = await scene({ engagement: 'PART_TIME', probation_months: 0 })
  const [{ id, applicantId }] = applications as [(typeof applications)[0]]
  for (const action of ['review', 'vet'] as const) await move(id, action)
  if (agrees) {
    await agreeToCheck(applicantId)
    await check(id, queriedOn, result)
  }

  expect(await move(id, 'engage', { validFrom: '2026-12-01', validTo: '2027-01-31' })).toEqual({
    ok: false,
    refusal,
  })
  expect(await place.db.selectFrom('instructor').select('id').execute()).toEqual([])
  expect(await stateOf(id)).toBe('VETTING')
})

test('only finalists are queried, and only by an office', async () => {
  const { applications, schoolId } = await scene({ engagement: 'PART_TIME', probation_months: 0 })
  const [{ id, applicantId }] = applications as [(typeof applications)[0]]
  await agreeToCheck(applicantId)

  expect(await check(id)).toEqual({ ok: false, refusal: 'not-a-finalist' })
  expect(await check(id, today, 'CLEAR', { kind: 'school', schoolId })).toEqual({
    ok: false,
    refusal: 'not-found',
  })
  expect(await check(id, today, 'CLEAR', guanyun)).toEqual({ ok: false, refusal: 'not-found' })
})

test('who is sent away is told why', async () => {
  const { applications } = await scene()
  const [{ id }] = applications as [(typeof applications)[0]]

  expect(await move(id, 'disqualify', { reason: ' ' })).toEqual({ ok: false, refusal: 'reason-needed' })
  expect(await move(id, 'disqualify', { reason: '身份证 320706199901010014 不符' })).toEqual({
    ok: false,
    refusal: 'holds-number',
  })
  expect(await move(id, 'disqualify', { reason: '等级证书与项目不符' })).toEqual({ ok: true })
  const step = await place.db.selectFrom('application_step').selectAll().executeTakeFirstOrThrow()
  expect(step).toMatchObject({
    reason: '等级证书与项目不符',
    actor: '东海县教育局',
    to_state: 'DISQUALIFIED',
  })
})

test('another unit does not find the application, and the school moves none of an established post', async () => {
  const { applications, schoolId } = await scene()
  const [{ id }] = applications as [(typeof applications)[0]]

  expect(await move(id, 'qualify', { scope: guanyun })).toEqual({ ok: false, refusal: 'not-found' })
  expect(await move(id, 'qualify', { scope: { kind: 'school', schoolId } })).toEqual({
    ok: false,
    refusal: 'not-allowed',
  })
})

test('of two clicks one moves, and the other is told that it cannot from there', async () => {
  const { applications } = await scene()
  const [{ id }] = applications as [(typeof applications)[0]]

  const answers = await Promise.all([move(id, 'qualify'), move(id, 'qualify')])

  expect(answers.filter(answer => answer.ok)).toHaveLength(1)
  expect(await place.db.selectFrom('application_step').select('position').execute()).toHaveLength(1)
})

async function inSkillTest(skills: string[], quota = 1) {
  const plain = { written_weight: 0, skill_weight: 100, written_pass: null, quota }
  const set = await scene(plain, skills.length)
  for (const [n, { id, applicantId }] of set.applications.entries()) {
    await agreeToCheck(applicantId)
    for (const action of ['qualify', 'call-to-recheck', 'pass-recheck'] as const) await move(id, action)
    if (skills[n] !== '') await score(id, 'SKILL', skills[n] ?? '')
  }
  return set
}

const rank = (postId: string) => publishRanking(place.db, donghai, by, { postId, now: at(today) })

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

test('an objection in the time of the notice must be answered before anybody is approved', async () => {
  const { postId, number, applications } = await inSkillTest(['90'])
  const id = applications[0]?.id ?? ''
  await rank(postId)
  for (const action of ['call-to-medical', 'pass-medical'] as const) await move(id, action)
  await check(id)
  await move(id, 'pass-vetting')
  const early = {
    postNumber: number,
    name: '李先生',
    contact: '13800005678',
    text: '成绩有误',
    today,
    now: at(today),
  }
  expect(await receiveObjection(place.db, early)).toEqual({ ok: false, refusal: 'no-notice' })
  const said = { postNumber: number, name: '李先生', contact: '13800005678', text: '成绩有误' }
  const heard = { today: '2026-12-01', now: at('2026-12-01') }
  const naming = { ...said, ...heard, text: '请核对 320706199901010014' }
  expect(await receiveObjection(place.db, naming)).toEqual({ ok: false, refusal: 'holds-number' })
  expect(await receiveObjection(place.db, { ...said, ...heard })).toEqual({ ok: true })
  expect(await move(id, 'approve', { today: '2026-12-08' })).toEqual({
    ok: false,
    refusal: 'objections-open',
  })
  const objection = await place.db.selectFrom('objection').selectAll().executeTakeFirstOrThrow()
  expect(JSON.stringify(objection)).not.toContain('13800005678')

  const answer = {
    postId,
    id: objection.id,
    status: 'dismissed',
    answer: '经复核无误',
    now: at('2026-12-02'),
  } as const
  expect(await answerObjection(place.db, guanyun, by, answer)).toEqual({ ok: false, refusal: 'not-found' })
  expect(await answerObjection(place.db, donghai, by, answer)).toEqual({ ok: true })
  expect(await answerObjection(place.db, donghai, by, answer)).toEqual({
    ok: false,
    refusal: 'answered-already',
  })

  expect(await move(id, 'approve', { today: '2026-12-08' })).toEqual({ ok: true })
  const late = await receiveObjection(place.db, { ...said, today: '2026-12-08', now: at('2026-12-08') })
  expect(late).toEqual({ ok: false, refusal: 'no-notice' })
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

async function shortListed(written: string[]) {
  const set = await scene({ written_pass: 6000, short_list_ratio: 2 }, written.length)
  for (const [n, { id }] of set.applications.entries()) {
    for (const action of ['qualify', 'call-to-written'] as const) await move(id, action)
    await score(id, 'WRITTEN', written[n] ?? '')
  }
  await publishShortList(place.db, donghai, by, { postId: set.postId, now: at(today) })
  return set
}

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

test('each move is told to the person with what comes next and why, and to nobody else', async () => {
  const { applications } = await scene()
  const [{ id, applicantId }] = applications as [(typeof applications)[0]]
  await insertApplicant(place.db, { login: 'another' })
  await move(id, 'return', { reason: '请补充等级证书' })

  const notices = await place.db.selectFrom('notice').selectAll().execute()
  expect(notices).toHaveLength(1)
  const { account_id } = await place.db
    .selectFrom('applicant')
    .where('id', '=', applicantId)
    .select('account_id')
    .executeTakeFirstOrThrow()
  expect(notices[0]).toMatchObject({
    account_id,
    title_zh: '报名进展：退回修改',
    text_zh: expect.stringContaining('请按退回原因修改，再次提交。说明：请补充等级证书'),
    link: `/applications/${id}`,
  })
})

test('many are moved at once, and whoever cannot be is named and stays as they stand', async () => {
  const { applications } = await scene({}, 3)
  const ids = applications.map(one => one.id)
  await move(ids[2] ?? '', 'disqualify', { reason: '年龄不符' })
  const input = { ids: [...ids, ids[0] ?? ''], action: 'qualify' as const, today, now: at(today) }

  expect(await moveMany(place.db, donghai, by, input)).toEqual({
    moved: 2,
    refused: [{ id: ids[2], refusal: 'not-from-here' }],
  })
  expect(await Promise.all(ids.map(stateOf))).toEqual(['QUALIFIED', 'QUALIFIED', 'DISQUALIFIED'])
  expect((await moveMany(place.db, guanyun, by, input)).refused).toHaveLength(3)
})

test('the notice of a second candidate does not end the time in which the first is objected to', async () => {
  const { postId, number, applications } = await inSkillTest(['90', '85'], 2)
  await rank(postId)
  for (const [n, { id }] of applications.entries()) {
    for (const action of ['call-to-medical', 'pass-medical'] as const) await move(id, action)
    await check(id)
    await move(id, 'pass-vetting', { today: n === 0 ? today : '2026-12-01' })
  }
  const said = { postNumber: number, name: '李先生', contact: '13800005678', text: '成绩有误' }
  const on = (day: string) => receiveObjection(place.db, { ...said, today: day, now: at(day) })

  expect(await on('2026-12-01')).toEqual({ ok: true })
  expect(await on('2026-12-10')).toEqual({ ok: true })
  expect(await on('2026-12-11')).toEqual({ ok: false, refusal: 'no-notice' })
})
