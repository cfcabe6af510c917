import { expect, test } from 'vitest'
import type { Scope } from '#app/auth/scope.ts'
import { moveMany } from '#app/features/applications/move-many.server.ts'
import {
  answerObjection,
  readContact,
  receiveObjection,
} from '#app/features/applications/objections.server.ts'
import { publishRanking, publishShortList } from '#app/features/applications/rank-candidates.server.ts'
import { readCandidate } from '#app/features/applications/read-candidate.server.ts'
import { upsertYear } from '#app/features/calendar/calendar.queries.server.ts'
import { changeInstructor } from '#app/features/instructors/change-instructor.server.ts'
import { endInstructor } from '#app/features/instructors/end-instructor.server.ts'
import { mostObjectionsAnHour } from '#app/features/objections/client.rule.ts'
import { insertAll, inTransaction, newId } from '#db/write.server.ts'
import { useDatabase } from '#test/support/database.ts'
import { insertApplicant } from './applicant.ts'
import { at, by, donghai, guanyun, today, useScene } from './scene.ts'

const place = useDatabase()
const { scene, move, stateOf, agreeToCheck, check, score, inSkillTest, rank } = useScene(place)
const noticeEnds = '2026-12-07'

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
    client: '192.0.2.7',
    today,
    now: at(today),
  }
  expect(await receiveObjection(place.db, early)).toEqual({ ok: false, refusal: 'no-notice' })
  const client = '192.0.2.7'
  const said = { postNumber: number, name: '李先生', contact: '13800005678', text: '成绩有误', client }
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
  const look = (scope: Scope, reason = '核实异议情况') =>
    readContact(place.db, scope, by, { postId, id: objection.id, reason })
  expect(await look(guanyun)).toEqual({ ok: false, refusal: 'not-found' })
  expect(await look({ kind: 'city' })).toEqual({ ok: false, refusal: 'not-allowed' })
  expect(await look(donghai, ' ')).toEqual({ ok: false, refusal: 'reason-needed' })
  expect(await look(donghai)).toEqual({ ok: true, value: '13800005678' })
  const audit = await place.db
    .selectFrom('audit')
    .where('action', '=', 'objection.contact')
    .selectAll()
    .execute()
  expect(audit).toHaveLength(1)
  expect(JSON.stringify(audit)).not.toContain('13800005678')
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

test('an objection sent twice is one, and the offices are told once', async () => {
  const { postId, number, applications } = await inSkillTest(['90'])
  const [{ id } = { id: '' }] = applications
  await rank(postId)
  for (const action of ['call-to-medical', 'pass-medical'] as const) await move(id, action)
  await check(id)
  await move(id, 'pass-vetting')
  const client = '192.0.2.7'
  const said = { postNumber: number, name: '李先生', contact: '13800005678', text: '成绩有误', client }
  const send = (given = {}) =>
    receiveObjection(place.db, { ...said, today: '2026-12-01', now: at('2026-12-01'), ...given })

  expect(await Promise.all([send(), send()])).toEqual([{ ok: true }, { ok: true }])
  const count = async () => (await place.db.selectFrom('objection').select('id').execute()).length
  expect(await count()).toBe(1)

  await send({ contact: '13900001111' })
  await send({ text: '还有一处有误' })
  expect(await count()).toBe(3)
})

test('the notice of a second candidate does not end the time in which the first is objected to', async () => {
  const { postId, number, applications } = await inSkillTest(['90', '85'], 2)
  await rank(postId)
  for (const [n, { id }] of applications.entries()) {
    for (const action of ['call-to-medical', 'pass-medical'] as const) await move(id, action)
    await check(id)
    await move(id, 'pass-vetting', { today: n === 0 ? today : '2026-12-01' })
  }
  const client = '192.0.2.7'
  const said = { postNumber: number, name: '李先生', contact: '13800005678', text: '成绩有误', client }
  const on = (day: string) => receiveObjection(place.db, { ...said, today: day, now: at(day) })

  expect(await on('2026-12-01')).toEqual({ ok: true })
  expect(await on('2026-12-10')).toEqual({ ok: true })
  expect(await on('2026-12-11')).toEqual({ ok: false, refusal: 'no-notice' })
})

async function engagedAt(day: string, contract: { validFrom: string; validTo: string }) {
  const set = await scene({ engagement: 'PART_TIME', probation_months: 0, hours_week: 8 })
  const [{ id, applicantId }] = set.applications as [(typeof set.applications)[0]]
  await agreeToCheck(applicantId)
  for (const action of ['review', 'vet'] as const) await move(id, action, { today: day })
  await check(id)
  return { ...set, id, engaged: await move(id, 'engage', { today: day, ...contract }) }
}

test('nobody is engaged for days that have passed', async () => {
  const past = { validFrom: '2026-11-25', validTo: '2027-01-31' }

  expect((await engagedAt(today, past)).engaged).toEqual({
    ok: false,
    refusal: 'contract-begins-in-the-past',
  })
})

test('the short way fills no more places than the post has, until one falls free', async () => {
  const { applications } = await scene({ engagement: 'PART_TIME', probation_months: 0, quota: 1 }, 2)
  const [one, other] = applications.map(each => each.id) as [string, string]
  const contract = { validFrom: '2026-12-01', validTo: '2027-01-31' }
  for (const { id, applicantId } of applications) {
    await agreeToCheck(applicantId)
    for (const action of ['review', 'vet'] as const) await move(id, action)
    await check(id)
  }
  expect(await move(one, 'engage', contract)).toEqual({ ok: true })
  expect(await move(other, 'engage', contract)).toEqual({ ok: false, refusal: 'no-place-free' })

  await move(one, 'end', { reason: '本人离职' })

  expect(await move(other, 'engage', contract)).toEqual({ ok: true })
})

test('a contract that is ended before its first day never holds', async () => {
  const { id } = await engagedAt(today, { validFrom: '2026-12-15', validTo: '2027-01-31' })

  expect(await move(id, 'end', { reason: '本人放弃' })).toEqual({ ok: true })

  const contracts = await place.db.selectFrom('instructor').select(['valid_from', 'valid_to']).execute()
  expect(contracts).toEqual([{ valid_from: '2026-12-15', valid_to: '2026-12-14' }])
  const work = await place.db.selectFrom('coach_placement').select(['valid_from', 'valid_to']).execute()
  expect(work).toEqual([{ valid_from: '2026-12-15', valid_to: '2026-12-14' }])
})

test('work that was given another contract meanwhile ends with the application all the same', async () => {
  const { id } = await engagedAt(today, { validFrom: '2026-12-01', validTo: '2027-06-30' })
  const contract = await place.db.selectFrom('instructor').selectAll().executeTakeFirstOrThrow()
  const changed = await changeInstructor(place.db, donghai, by, {
    instructorId: contract.id,
    kind: 'COACH',
    name: contract.name,
    gender: 'F',
    engagement: 'PART_TIME',
    titleLiteral: '',
    isRetiredAthlete: true,
    hoursWeek: 10,
    sports: [{ sport: 'football', grade: 'LEVEL1' }],
    stages: [],
    from: '2027-02-01',
    validTo: '2027-06-30',
    today: '2027-01-20',
    at: at('2027-01-20'),
  })
  expect(changed.ok).toBe(true)

  expect(await move(id, 'end', { today: '2027-03-01', reason: '本人离职' })).toEqual({ ok: true })

  const lastDays = (table: 'instructor' | 'coach_placement') =>
    place.db.selectFrom(table).select('valid_to').orderBy('valid_to').execute()
  expect(await lastDays('instructor')).toEqual([{ valid_to: '2027-01-31' }, { valid_to: '2027-03-01' }])
  expect(await lastDays('coach_placement')).toEqual([{ valid_to: '2027-01-31' }, { valid_to: '2027-03-01' }])
})

test('nobody is confirmed whose contract was ended', async () => {
  const { applications } = await inSkillTest(['90'])
  const [{ id }] = applications as [(typeof applications)[0]]
  await place.db.updateTable('application').set({ state: 'APPROVED' }).execute()
  await check(id)
  const contract = { validFrom: '2026-12-01', validTo: '2029-11-30' }
  expect(await move(id, 'sign', contract)).toEqual({ ok: true })
  const coach = await place.db.selectFrom('instructor').select('id').executeTakeFirstOrThrow()
  const end = { instructorId: coach.id, lastDay: '2027-01-31', reason: '本人离职', today: '2027-01-31' }
  expect(await endInstructor(place.db, donghai, by, end)).toEqual({ ok: true })

  expect(await move(id, 'confirm', { today: '2028-01-01' })).toEqual({ ok: false, refusal: 'contract-over' })
})

test('a public notice ends on the day that was announced, whatever the calendar learns since', async () => {
  const { postId, applications } = await inSkillTest(['90'])
  const [{ id }] = applications as [(typeof applications)[0]]
  await rank(postId)
  for (const action of ['call-to-medical', 'pass-medical'] as const) await move(id, action)
  await check(id)
  await move(id, 'pass-vetting')
  await insertAll(place.db, 'calendar_entry', [
    {
      scope: 'city',
      stage: '',
      day: '2026-12-05',
      kind: 'makeup',
      follows_weekday: null,
      note: '补班',
    },
  ])

  expect(await move(id, 'approve', { today: noticeEnds })).toEqual({ ok: false, refusal: 'notice-running' })
  expect(await move(id, 'approve', { today: '2026-12-08' })).toEqual({ ok: true })
})

test('no notice is put up into a year whose holidays are not entered, for nobody could count its working days', async () => {
  const { postId, applications } = await inSkillTest(['90'])
  const [{ id }] = applications as [(typeof applications)[0]]
  await rank(postId)
  for (const action of ['call-to-medical', 'pass-medical'] as const) await move(id, action)
  await check(id)

  const unknown = await move(id, 'pass-vetting', { today: '2026-12-23' })

  expect(unknown).toEqual({ ok: false, refusal: 'holidays-unknown' })
  expect(await stateOf(id)).toBe('VETTING')

  await inTransaction(place.db, tx => upsertYear(tx, { year: 2027, source: '国办发明电〔2026〕1号' }))

  expect(await move(id, 'pass-vetting', { today: '2026-12-23' })).toEqual({ ok: true })
})

test('an answer that is not clear stops approval, confirmation and renewal', async () => {
  const { applications } = await inSkillTest(['90'])
  const [{ id }] = applications as [(typeof applications)[0]]
  const state = (to: 'PUBLICITY' | 'PROBATION') =>
    place.db.updateTable('application').set({ state: to }).execute()
  await place.db.updateTable('application').set({ state: 'VETTING' }).execute()
  expect(await check(id, today, 'NOT_CLEAR')).toEqual({ ok: true })

  await state('PUBLICITY')
  expect(await move(id, 'approve', { today: '2026-12-08' })).toEqual({
    ok: false,
    refusal: 'check-not-clear',
  })
  await state('PROBATION')
  expect(await move(id, 'confirm', { today: '2027-12-08' })).toEqual({
    ok: false,
    refusal: 'check-not-clear',
  })
})

test('nobody is renewed whose contract has run out', async () => {
  const { id } = await engagedAt(today, { validFrom: '2026-12-01', validTo: '2027-01-31' })
  await move(id, 'evaluate', { today: '2027-01-15' })

  expect(await move(id, 'renew', { today: '2027-02-01' })).toEqual({ ok: false, refusal: 'contract-over' })
  expect(await move(id, 'renew', { today: '2027-01-31' })).toEqual({ ok: true })
})

test('nobody is engaged twice at one place for the same days', async () => {
  const { id, engaged } = await engagedAt(today, { validFrom: '2026-12-01', validTo: '2027-01-31' })
  expect(engaged).toEqual({ ok: true })
  const row = await place.db
    .selectFrom('application')
    .where('id', '=', id)
    .selectAll()
    .executeTakeFirstOrThrow()
  const again = { ...row, id: newId(), number: '269999999999', slot: newId(), state: 'VETTING' as const }
  await insertAll(place.db, 'application', [again])
  await place.db.updateTable('coach_post').set({ quota: 2 }).execute()

  const overlapping = { validFrom: '2026-12-01', validTo: '2027-06-30' }
  expect(await move(again.id, 'engage', overlapping)).toEqual({ ok: false, refusal: 'contract-overlaps' })
})

async function inVetting() {
  const set = await scene({ engagement: 'PART_TIME', least_grade: 'LEVEL2' })
  const [{ id, applicantId }] = set.applications as [(typeof set.applications)[0]]
  await agreeToCheck(applicantId)
  for (const action of ['review', 'vet'] as const) expect(await move(id, action)).toEqual({ ok: true })
  await check(id)
  return { id, applicantId, postId: set.postId }
}

const contract = { validFrom: '2026-12-01', validTo: '2027-11-30' }
const setGrade = (applicantId: string, grade: 'MASTER' | 'LEVEL3') =>
  place.db.updateTable('applicant_sport').set({ grade }).where('applicant_id', '=', applicantId).execute()
const gradesInRegister = () => place.db.selectFrom('instructor_sport').select('grade').execute()

test('nobody is taken into the register with a grade that changed since it was judged, until it is judged again', async () => {
  const { id, applicantId } = await inVetting()
  await setGrade(applicantId, 'MASTER')

  expect(await move(id, 'engage', contract)).toEqual({ ok: false, refusal: 'facts-changed' })
  expect(await gradesInRegister()).toEqual([])

  expect(await move(id, 'judge-again')).toEqual({ ok: true })
  expect(await move(id, 'engage', contract)).toEqual({ ok: true })
  expect(await gradesInRegister()).toEqual([{ grade: 'MASTER' }])
})

test('judged again, somebody whom the rules let in no longer is refused and stays where they were', async () => {
  const { id, applicantId } = await inVetting()
  await setGrade(applicantId, 'LEVEL3')

  expect(await move(id, 'judge-again')).toEqual({ ok: false, refusal: 'no-longer-eligible' })
  expect(await move(id, 'engage', contract)).toEqual({ ok: false, refusal: 'facts-changed' })
  expect(await stateOf(id)).toBe('VETTING')
})

test('a profile that changes in nothing judged holds nobody up', async () => {
  const { id, applicantId } = await inVetting()
  await place.db
    .updateTable('applicant')
    .set({ statement: '新的自述', hours_week: 8 })
    .where('id', '=', applicantId)
    .execute()

  expect(await move(id, 'engage', contract)).toEqual({ ok: true })
})

test('the page of a candidate offers to judge again once something has changed', async () => {
  const { id, applicantId } = await inVetting()
  const asked = { id, today, now: at(today), seesChecks: false }
  const actions = async () => (await readCandidate(place.db, donghai, asked))?.actions

  expect(await actions()).toEqual(['engage', 'reject'])

  await setGrade(applicantId, 'MASTER')

  expect(await actions()).toEqual(['judge-again', 'engage', 'reject'])
})

test('one network address sends no more objections than it may within the hour', async () => {
  const { postId, number, applications } = await inSkillTest(['90'])
  const [{ id } = { id: '' }] = applications
  await rank(postId)
  for (const action of ['call-to-medical', 'pass-medical'] as const) await move(id, action)
  await check(id)
  await move(id, 'pass-vetting')
  const said = { postNumber: number, name: '李先生', contact: '13800005678', client: '192.0.2.7' }
  const on = { today: '2026-12-01', now: at('2026-12-01') }
  const send = (text: string, given = {}) => receiveObjection(place.db, { ...said, ...on, text, ...given })
  for (let n = 0; n < mostObjectionsAnHour; n += 1) await send(`第 ${n} 条`)

  expect(await send('又一条')).toEqual({ ok: false, refusal: 'client-busy' })
  expect(await send('又一条', { client: '192.0.2.8' })).toEqual({ ok: true })
})
