import { expect, test } from 'vitest'
import { dataKeys } from '#app/data-keys.server.ts'
import { about } from '#app/features/applicants/applicant-writes.queries.server.ts'
import { addDocument } from '#app/features/applicants/change-documents.server.ts'
import { aboutObjection, sealContact } from '#app/features/objections/sealed-contact.server.ts'
import { askErasure, readErasure, takeErasureBack } from '#app/features/personal-data/erase-person.server.ts'
import { exportPerson } from '#app/features/personal-data/export-person.server.ts'
import { reseal } from '#app/features/personal-data/reseal.server.ts'
import { unseal } from '#app/sealing.server.ts'
import { openWorkbook } from '#app/spreadsheet/open-workbook.server.ts'
import { sampleCoachPlacement, sampleEntryCheck, sampleInstructor } from '#db/samples.ts'
import { insertAll, newId } from '#db/write.server.ts'
import { useDatabase } from '#test/support/database.ts'
import { insertSchool } from '#test/support/school.ts'
import { closed, everything, png, useCandidate } from './candidate.ts'

const place = useDatabase()
const scene = useCandidate(place)
const { on, applicationOf, profile } = scene

test('who asks is deleted at once when nothing stands in the way, and cannot sign in any more', async () => {
  const id = await scene.candidate.applied('WITHDRAWN')

  expect(await askErasure(place.db, scene.candidate.owner, new Date('2026-12-01T02:00:00Z'))).toBe('erased')

  expect(await everything(place.db)).not.toMatch(/陈静|三年球队|江苏省女足/)
  expect((await applicationOf(id))?.state).toBe('WITHDRAWN')
  const account = await place.db
    .selectFrom('account')
    .where('id', '=', scene.candidate.owner.id)
    .selectAll()
    .executeTakeFirst()
  expect(account).toMatchObject({ name: '已匿名', disabled_at: '2026-12-01 02:00:00.000' })
})

test('with an application under way the wish waits, can be taken back, and is carried out afterwards', async () => {
  const now = new Date('2026-12-01T02:00:00Z')
  const id = await scene.candidate.applied('QUALIFIED')
  expect(await askErasure(place.db, scene.candidate.owner, now)).toBe('waiting')
  expect(await askErasure(place.db, scene.candidate.owner, now)).toBe('waiting')
  expect(await readErasure(place.db, scene.candidate.owner.id, now)).toMatchObject({
    holds: { applications: 1, contracts: 0 },
    askedAt: '2026-12-01 02:00:00.000',
  })
  await on('2026-12-02')
  expect((await profile()).name).toBe('陈静')
  expect(await takeErasureBack(place.db, scene.candidate.owner, now)).toBe(true)
  expect(await takeErasureBack(place.db, scene.candidate.owner, now)).toBe(false)

  await askErasure(place.db, scene.candidate.owner, now)
  await place.db.updateTable('application').set({ state: 'TERMINATED' }).where('id', '=', id).execute()
  await on('2026-12-03')

  expect((await profile()).name).toBe('已匿名')
})

test('the export holds everything that is kept, with no number in clear', async () => {
  await scene.candidate.applied('SUBMITTED')

  const bytes = await exportPerson(place.db, scene.candidate.owner, {
    locale: 'zh-CN',
    now: '2026-12-01 02:00:00.000',
  })

  const opened = await openWorkbook(bytes ?? new Uint8Array())
  const text = JSON.stringify(opened)
  for (const kept of [
    '陈静',
    '320706********0014',
    '138****5678',
    '一级运动员',
    '我带过三年球队',
    '处理敏感个人信息',
  ])
    expect(text).toContain(kept)
  expect(text).not.toMatch(/320706199901010014|13800005678/)
})

test('after a new data key everything is sealed anew, and the old key can be taken away', async () => {
  await scene.candidate.applied('MEDICAL')
  await addDocument(place.db, scene.candidate.owner, {
    kind: 'PHOTO',
    file: { name: '照片.png', bytes: png },
    at: closed,
  })
  const objectionId = newId()
  await insertAll(place.db, 'title_objection', [
    {
      ...{ id: objectionId, notice_id: newId(), application_id: null, name: '李建国', text: '有异议' },
      ...{ contact: sealContact(objectionId, '海州区某路'), status: 'received', answer: '' },
      ...{ received_at: closed, answered_at: null, answered_by: '' },
    },
  ])
  const now = dataKeys()
  const key = Buffer.alloc(32, 7)
  const both = { ...now, sealing: [{ id: 'k9', key }, ...now.sealing] }

  expect(await reseal(place.db, both)).toEqual({ values: 3, files: 1 })

  const onlyNew = { ...now, sealing: [{ id: 'k9', key }] }
  expect(
    unseal((await profile()).phone_sealed ?? '', about('phone', scene.candidate.applicantId), onlyNew),
  ).toBe('13800005678')
  const { contact } = await place.db.selectFrom('title_objection').select('contact').executeTakeFirstOrThrow()
  expect(unseal(contact, aboutObjection(objectionId), onlyNew)).toBe('海州区某路')
  expect(await reseal(place.db, both)).toEqual({ values: 0, files: 0 })
  expect(await place.db.selectFrom('sealed_file').select('key_id').execute()).toEqual([{ key_id: 'k9' }])
})

test('who worked and asks to be deleted leaves the contract, and nothing they wrote', async () => {
  const id = await scene.candidate.applied('ENDED')
  await insertAll(place.db, 'instructor', [
    sampleInstructor({
      person_id: scene.candidate.applicantId,
      application_id: id,
      name: '陈静',
      valid_from: '2025-09-01',
      valid_to: '2026-08-31',
    }),
  ])

  expect(await askErasure(place.db, scene.candidate.owner, new Date('2026-12-01T02:00:00Z'))).toBe('erased')

  expect(await everything(place.db)).not.toMatch(/三年球队|江苏省女足/)
  expect(await applicationOf(id)).toMatchObject({
    state: 'ENDED',
    applicant_id: scene.candidate.applicantId,
    statement: '',
  })
  expect(await place.db.selectFrom('instructor').select('name').execute()).toEqual([{ name: '陈静' }])
})

test('a contract that was ended before it began holds no deletion up', async () => {
  await insertAll(place.db, 'instructor', [
    sampleInstructor({
      person_id: scene.candidate.applicantId,
      valid_from: '2027-03-01',
      valid_to: '2027-02-28',
    }),
  ])

  expect(await askErasure(place.db, scene.candidate.owner, new Date('2026-12-01T02:00:00Z'))).toBe('erased')
})

async function exported(): Promise<string> {
  const bytes = await exportPerson(place.db, scene.candidate.owner, { locale: 'zh-CN', now: closed })
  return JSON.stringify(await openWorkbook(bytes ?? new Uint8Array()))
}

test('the export tells no score and no rank before they are published', async () => {
  const id = await scene.candidate.applied('SKILL_TEST', { rank: 2 })
  await insertAll(place.db, 'application_score', [
    { application_id: id, component: 'WRITTEN', score: 8850, entered_by: '市教育局', entered_at: closed },
  ])

  expect(await exported()).not.toMatch(/88\.50|名次/)
})

test('the export tells of work at schools, what was said of it, trainings, and levels of certificates', async () => {
  const { applicantId } = scene.candidate
  const school = await insertSchool(place.db, { name: '海州区第一小学' })
  const contract = sampleInstructor({ person_id: applicantId, school_id: school.id })
  const work = sampleCoachPlacement({ instructor_id: contract.id, school_id: school.id, hours_week: 7 })
  await insertAll(place.db, 'instructor', [contract])
  await insertAll(place.db, 'coach_placement', [work])
  await insertAll(place.db, 'coach_evaluation', [
    {
      placement_id: work.id,
      term_id: '2026-1',
      logged_days: 31,
      logged_minutes: 1240,
      rating: 'EXCELLENT',
      opinion: '带队认真',
      evaluated_by: '海州区第一小学',
      evaluated_at: closed,
    },
  ])
  await insertAll(place.db, 'coach_training', [
    {
      id: newId(),
      person_id: applicantId,
      kind: 'ETHICS',
      due_on: '2026-12-31',
      done_on: '2026-10-15',
      note: '线上课程',
    },
  ])
  const paper = { applicant_id: applicantId, number: '', issued_on: null, expires_on: null }
  await insertAll(place.db, 'applicant_certificate', [
    { ...paper, id: newId(), kind: 'COACH_TITLE', literal: '一级教练', level: 'INTERMEDIATE' },
    { ...paper, id: newId(), kind: 'TEACHER', literal: '', level: 'junior' },
  ])

  const text = await exported()

  for (const kept of [
    '海州区第一小学 足球',
    '每周 7 小时',
    '带队认真',
    '优秀',
    '台账 31 天、1240 分钟',
    '师德师风',
    '完成日期 2026-10-15',
    '一级教练 · 中级教练',
    '初级中学',
  ])
    expect(text).toContain(kept)
})

test('the export tells of contracts, results and that a check was made, and not what the check answered', async () => {
  const id = await scene.candidate.applied('CONFIRMED', { rank: 2, statement: '愿到农村学校' })
  await place.db.updateTable('coach_post').set({ scores_published_at: closed }).execute()
  await insertAll(place.db, 'application_score', [
    { application_id: id, component: 'WRITTEN', score: 8850, entered_by: '市教育局', entered_at: closed },
  ])
  await insertAll(place.db, 'instructor', [
    sampleInstructor({
      person_id: scene.candidate.applicantId,
      application_id: id,
      valid_from: '2026-09-01',
    }),
  ])
  await insertAll(place.db, 'entry_check', [
    sampleEntryCheck({
      person_id: scene.candidate.applicantId,
      queried_on: '2026-08-20',
      result: 'NOT_CLEAR',
      reference: '查询2026-118',
    }),
  ])
  await place.db
    .updateTable('consent')
    .set({ withdrawn_at: '2026-11-30 02:00:00.000' })
    .where('applicant_id', '=', scene.candidate.applicantId)
    .execute()

  const bytes = await exportPerson(place.db, scene.candidate.owner, { locale: 'zh-CN', now: closed })

  const text = JSON.stringify(await openWorkbook(bytes ?? new Uint8Array()))
  for (const kept of ['88.50', '名次 2', '愿到农村学校', '2026-09-01', '2026-08-20', '已撤回'])
    expect(text).toContain(kept)
  expect(text).not.toMatch(/NOT_CLEAR|不合格|查询2026-118/)
})
