import { expect, test } from 'vitest'
import { addDocument } from '#app/features/applicants/change-documents.server.ts'
import { recordAudit } from '#app/features/audit/record-audit.server.ts'
import { seal } from '#app/sealing.server.ts'
import { sampleEntryCheck, sampleInstructor } from '#db/samples.ts'
import { insertAll, inTransaction, newId } from '#db/write.server.ts'
import { insertClosedBatch } from '#test/features/title-applications/notice-scene.ts'
import { useDatabase } from '#test/support/database.ts'
import { insertPost } from '#test/support/post.ts'
import { everything, png, useCandidate } from './candidate.ts'

const place = useDatabase()
const scene = useCandidate(place)
const { on, applicationOf, profile } = scene

test('an application that led nowhere loses its person twelve months after the round, and not a day earlier', async () => {
  const id = await scene.candidate.applied('TERMINATED')
  await on('2027-12-11')
  expect(await applicationOf(id)).toMatchObject({
    applicant_id: scene.candidate.applicantId,
    statement: '我带过三年球队',
  })

  await on('2027-12-12')

  const application = await applicationOf(id)
  expect(application).toMatchObject({ state: 'TERMINATED', statement: '' })
  expect(application?.applicant_id).not.toBe(scene.candidate.applicantId)
  expect(await profile()).toMatchObject({ name: '已匿名', account_id: null, phone_lookup: null })
  expect(await everything(place.db)).not.toMatch(/陈静|三年球队|江苏省女足/)
})

test('a profile that is still in use stays when an old application of it goes', async () => {
  const old = await scene.candidate.applied('DISQUALIFIED')
  const later = await insertPost(place.db, {
    round: { name: '2027年招聘', closes_at: '2027-12-01 09:30:00.000' },
  })
  const running = await scene.candidate.applied('SUBMITTED', {
    post_id: later.post.id,
    round_id: later.round.id,
    slot: later.round.id,
  })

  await on('2027-12-12')

  expect((await applicationOf(old))?.applicant_id).not.toBe(scene.candidate.applicantId)
  expect((await applicationOf(running))?.applicant_id).toBe(scene.candidate.applicantId)
  expect((await profile()).name).toBe('陈静')
})

test('who was engaged is kept with the contract', async () => {
  const id = await scene.candidate.applied('TERMINATED')
  const contract = sampleInstructor({ person_id: scene.candidate.applicantId, application_id: id })
  await insertAll(place.db, 'instructor', [contract])

  await on('2028-01-01')

  expect((await applicationOf(id))?.applicant_id).toBe(scene.candidate.applicantId)
})

test('a medical is deleted ninety days after the decision, and not while anything is being decided', async () => {
  await scene.candidate.applied('VETTING', { state_at: '2026-12-20 02:00:00.000' })
  const file = { name: '体检表.png', bytes: png }
  const added = await addDocument(place.db, scene.candidate.owner, {
    kind: 'MEDICAL',
    file,
    at: '2026-12-21 02:00:00.000',
  })
  expect(added.ok).toBe(true)
  const files = () => place.db.selectFrom('sealed_file').select('id').execute()
  await on('2027-10-01')
  expect(await files()).toHaveLength(1)
  await place.db
    .updateTable('application')
    .set({ state: 'CONFIRMED', state_at: '2027-10-02 02:00:00.000' })
    .execute()
  await on('2027-12-30')
  expect(await files()).toHaveLength(1)

  await on('2028-01-02')

  expect(await files()).toEqual([])
})

test('an application that never came to a medical keeps none, and one that fell after it does', async () => {
  const later = await insertPost(place.db, { round: { name: '2027年招聘' } })
  const fell = await scene.candidate.applied('VETTING', { state_at: '2026-12-20 02:00:00.000' })
  await addDocument(place.db, scene.candidate.owner, {
    kind: 'MEDICAL',
    file: { name: '体检表.png', bytes: png },
    at: '2026-12-21 02:00:00.000',
  })
  await insertAll(place.db, 'application_step', [
    {
      application_id: fell,
      position: 2,
      from_state: 'RANKED',
      to_state: 'MEDICAL',
      action: 'call-to-medical',
      actor: '市教育局',
      actor_id: null,
      at: '2026-12-18 02:00:00.000',
      reason: '',
    },
  ])
  await place.db
    .updateTable('application')
    .set({ state: 'TERMINATED', state_at: '2027-01-10 02:00:00.000' })
    .where('id', '=', fell)
    .execute()
  const ids = { post_id: later.post.id, round_id: later.round.id, slot: later.round.id }
  await scene.candidate.applied('SUBMITTED', { ...ids, state_at: '2027-04-01 02:00:00.000' })
  const files = () => place.db.selectFrom('sealed_file').select('id').execute()
  await on('2027-04-10')
  expect(await files()).toHaveLength(1)

  await on('2027-04-12')

  expect(await files()).toEqual([])
})

test('a draft goes thirty days after its last change, but not before the post has been closed as long', async () => {
  const id = await scene.candidate.applied('DRAFT', { state_at: '2026-11-03 02:00:00.000' })
  await on('2027-01-10')
  expect(await applicationOf(id)).toBeDefined()

  await on('2027-01-11')

  expect(await applicationOf(id)).toBeUndefined()
})

test('what was decided late in an old round is kept twelve months from the decision', async () => {
  const id = await scene.candidate.applied('DISQUALIFIED', { state_at: '2027-05-01 02:00:00.000' })
  await on('2028-05-01')
  expect((await applicationOf(id))?.applicant_id).toBe(scene.candidate.applicantId)

  await on('2028-05-02')

  expect((await applicationOf(id))?.applicant_id).not.toBe(scene.candidate.applicantId)
})

test('the twelve months end at a midnight of the city, wherever the server stands', async () => {
  // 01:00 of the 12th in the city is still the 11th in Greenwich.
  await place.db.updateTable('coach_round').set({ ended_at: '2026-12-11 17:00:00.000' }).execute()
  const id = await scene.candidate.applied('TERMINATED')
  await on('2027-12-12')
  expect((await applicationOf(id))?.applicant_id).toBe(scene.candidate.applicantId)

  await on('2027-12-13')

  expect((await applicationOf(id))?.applicant_id).not.toBe(scene.candidate.applicantId)
})

test('a profile that never applied goes after twelve months without any use, with its entry checks', async () => {
  await insertAll(place.db, 'entry_check', [sampleEntryCheck({ person_id: scene.candidate.applicantId })])
  await on('2027-11-01')
  expect((await profile()).name).toBe('陈静')

  await on('2027-11-02')

  expect((await profile()).name).toBe('已匿名')
  expect(await place.db.selectFrom('entry_check').select('id').execute()).toEqual([])
  expect(await place.db.selectFrom('audit').select('action').execute()).toEqual([
    { action: 'retention.profiles' },
  ])
})

test('whoever did anything within the twelve months is kept', async () => {
  await inTransaction(place.db, tx =>
    recordAudit(tx, scene.candidate.owner, {
      action: 'applicant.change',
      subjectKind: 'applicant',
      subjectId: scene.candidate.applicantId,
    }),
  )
  await place.db.updateTable('audit').set({ at: '2027-06-01 02:00:00.000' }).execute()

  await on('2028-01-01')
  expect((await profile()).name).toBe('陈静')

  await on('2028-06-02')
  expect((await profile()).name).toBe('已匿名')
})

test('who objected to a title is forgotten twelve months after the notice, once it is answered', async () => {
  const batch = await insertClosedBatch(place.db)
  const notice = { id: newId(), batch_id: batch.id, starts_on: '2026-12-01', ends_on: '2026-12-07' }
  await insertAll(place.db, 'title_notice', [
    { ...notice, channel: '网站', contact: '0518-85812345', published_at: '2026-11-30 02:00:00.000' },
  ])
  const objection = {
    ...{
      notice_id: notice.id,
      application_id: null,
      name: '李建国',
      contact: 'sealed',
      text: '该校没有训练队',
    },
    ...{ received_at: '2026-12-02 02:00:00.000', answered_at: null, answered_by: '' },
  }
  await insertAll(place.db, 'title_objection', [
    { ...objection, id: newId(), status: 'dismissed', answer: '李建国已知悉' },
    { ...objection, id: newId(), status: 'received', answer: '' },
  ])
  const kept = async () =>
    (
      await place.db
        .selectFrom('title_objection')
        .select(['name', 'contact', 'text', 'answer', 'status'])
        .orderBy('status')
        .execute()
    ).map(one => Object.values(one).join(' '))
  await on('2027-12-07')
  expect((await kept()).join()).toMatch(/已知悉/)

  await on('2027-12-08')

  expect(await kept()).toEqual(['已匿名    dismissed', '李建国 sealed 该校没有训练队  received'])
})

test('who objected is forgotten twelve months after the round; that somebody did is not', async () => {
  const id = newId()
  await insertAll(place.db, 'objection', [
    {
      id,
      post_id: scene.candidate.post.id,
      application_id: null,
      name: '李建国',
      contact_sealed: seal('13900001111', id),
      text: '该人选曾受处分',
      received_at: '2026-12-20 02:00:00.000',
      status: 'dismissed',
      answer: '经查不属实，李建国已知悉',
      answered_by: '市教育局',
      answered_at: '2026-12-22 02:00:00.000',
    },
  ])
  await on('2027-12-20')
  expect(await place.db.selectFrom('objection').selectAll().executeTakeFirst()).toMatchObject({
    name: '李建国',
  })

  await on('2027-12-22')

  expect(await place.db.selectFrom('objection').selectAll().execute()).toEqual([
    expect.objectContaining({
      name: '已匿名',
      contact_sealed: '',
      text: '',
      answer: '',
      status: 'dismissed',
      answered_by: '市教育局',
    }),
  ])
})
