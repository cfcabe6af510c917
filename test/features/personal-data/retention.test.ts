import { beforeEach, expect, test } from 'vitest'
import { dataKeys } from '#app/data-keys.server.ts'
import { about } from '#app/features/applicants/applicant-writes.queries.server.ts'
import { addDocument } from '#app/features/applicants/change-documents.server.ts'
import { endRetention } from '#app/features/personal-data/end-retention.server.ts'
import { askErasure, readErasure, takeErasureBack } from '#app/features/personal-data/erase-person.server.ts'
import { exportPerson } from '#app/features/personal-data/export-person.server.ts'
import { reseal } from '#app/features/personal-data/reseal.server.ts'
import { unseal } from '#app/sealing.server.ts'
import { openWorkbook } from '#app/spreadsheet/open-workbook.server.ts'
import { sampleApplication, sampleInstructor } from '#db/samples.ts'
import type { ApplicationState, Database } from '#db/tables.ts'
import { insertAll } from '#db/write.server.ts'
import { insertApplicant } from '#test/features/applications/applicant.ts'
import { useDatabase } from '#test/support/database.ts'
import { insertPost } from '#test/support/post.ts'

const place = useDatabase()
const closed = '2026-12-11 09:30:00.000'
const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2])
let owner: { id: string; name: string }
let applicantId: string
let post: { id: string; round_id: string }

beforeEach(async () => {
  const inserted = await insertApplicant(place.db)
  owner = { id: inserted.actor.id, name: inserted.actor.name }
  applicantId = inserted.applicantId
  const made = await insertPost(place.db, { round: { closes_at: closed } })
  post = { id: made.post.id, round_id: made.round.id }
})

async function applied(state: ApplicationState, given: Partial<Database['application']> = {}) {
  const row = sampleApplication({
    post_id: post.id,
    round_id: post.round_id,
    applicant_id: applicantId,
    state,
    statement: '我带过三年球队',
    ...given,
  })
  await insertAll(place.db, 'application', [row])
  await insertAll(place.db, 'application_step', [
    {
      application_id: row.id,
      position: 1,
      from_state: '',
      to_state: 'SUBMITTED',
      action: 'submit',
      actor: owner.name,
      actor_id: owner.id,
      at: '2026-11-20 02:00:00.000',
      reason: '',
    },
  ])
  return row.id
}

const on = (day: string) => endRetention(place.db, new Date(`${day}T02:00:00Z`))
const applicationOf = (id: string) =>
  place.db.selectFrom('application').where('id', '=', id).selectAll().executeTakeFirst()
const profile = () =>
  place.db.selectFrom('applicant').where('id', '=', applicantId).selectAll().executeTakeFirstOrThrow()

/** Everything in the tables of people, as one text. */
async function everything(): Promise<string> {
  const tables = [
    'applicant',
    'applicant_sport',
    'application',
    'application_step',
    'account',
    'notice',
  ] as const
  const rows = await Promise.all(tables.map(table => place.db.selectFrom(table).selectAll().execute()))
  return JSON.stringify(rows)
}

test('an application that led nowhere loses its person twelve months after the round, and not a day earlier', async () => {
  const id = await applied('TERMINATED')
  await on('2027-12-11')
  expect(await applicationOf(id)).toMatchObject({ applicant_id: applicantId, statement: '我带过三年球队' })

  await on('2027-12-12')

  const application = await applicationOf(id)
  expect(application).toMatchObject({ state: 'TERMINATED', statement: '' })
  expect(application?.applicant_id).not.toBe(applicantId)
  expect(await profile()).toMatchObject({ name: '已匿名', account_id: null, phone_lookup: null })
  expect(await everything()).not.toMatch(/陈静|三年球队|江苏省女足/)
})

test('a profile that is still in use stays when an old application of it goes', async () => {
  const old = await applied('DISQUALIFIED')
  const later = await insertPost(place.db, {
    round: { name: '2027年招聘', closes_at: '2027-12-01 09:30:00.000' },
  })
  const running = await applied('SUBMITTED', {
    post_id: later.post.id,
    round_id: later.round.id,
    slot: later.round.id,
  })

  await on('2027-12-12')

  expect((await applicationOf(old))?.applicant_id).not.toBe(applicantId)
  expect((await applicationOf(running))?.applicant_id).toBe(applicantId)
  expect((await profile()).name).toBe('陈静')
})

test('who was engaged is kept with the contract', async () => {
  const id = await applied('TERMINATED')
  const contract = sampleInstructor({ person_id: applicantId, application_id: id })
  await insertAll(place.db, 'instructor', [contract])

  await on('2028-01-01')

  expect((await applicationOf(id))?.applicant_id).toBe(applicantId)
})

test('a medical is deleted ninety days after the decision, and not while anything is being decided', async () => {
  await applied('VETTING', { state_at: '2026-12-20 02:00:00.000' })
  const file = { name: '体检表.png', bytes: png }
  const added = await addDocument(place.db, owner, { kind: 'MEDICAL', file, at: '2026-12-21 02:00:00.000' })
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

test('a draft goes thirty days after its last change, but not before the post has been closed as long', async () => {
  const id = await applied('DRAFT', { state_at: '2026-11-03 02:00:00.000' })
  await on('2027-01-10')
  expect(await applicationOf(id)).toBeDefined()

  await on('2027-01-11')

  expect(await applicationOf(id)).toBeUndefined()
})

test('who asks is deleted at once when nothing stands in the way, and cannot sign in any more', async () => {
  const id = await applied('WITHDRAWN')

  expect(await askErasure(place.db, owner, new Date('2026-12-01T02:00:00Z'))).toBe('erased')

  expect(await everything()).not.toMatch(/陈静|三年球队|江苏省女足/)
  expect((await applicationOf(id))?.state).toBe('WITHDRAWN')
  const account = await place.db
    .selectFrom('account')
    .where('id', '=', owner.id)
    .selectAll()
    .executeTakeFirst()
  expect(account).toMatchObject({ name: '已匿名', disabled_at: '2026-12-01 02:00:00.000' })
})

test('with an application under way the wish waits, can be taken back, and is carried out afterwards', async () => {
  const now = new Date('2026-12-01T02:00:00Z')
  const id = await applied('QUALIFIED')
  expect(await askErasure(place.db, owner, now)).toBe('waiting')
  expect(await askErasure(place.db, owner, now)).toBe('waiting')
  expect(await readErasure(place.db, owner.id, now)).toMatchObject({
    holds: { applications: 1, contracts: 0 },
    askedAt: '2026-12-01 02:00:00.000',
  })
  await on('2026-12-02')
  expect((await profile()).name).toBe('陈静')
  expect(await takeErasureBack(place.db, owner, now)).toBe(true)
  expect(await takeErasureBack(place.db, owner, now)).toBe(false)

  await askErasure(place.db, owner, now)
  await place.db.updateTable('application').set({ state: 'TERMINATED' }).where('id', '=', id).execute()
  await on('2026-12-03')

  expect((await profile()).name).toBe('已匿名')
})

test('the export holds everything that is kept, with no number in clear', async () => {
  await applied('SUBMITTED')

  const bytes = await exportPerson(place.db, owner, { locale: 'zh-CN', now: '2026-12-01 02:00:00.000' })

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
  await applied('MEDICAL')
  await addDocument(place.db, owner, { kind: 'PHOTO', file: { name: '照片.png', bytes: png }, at: closed })
  const now = dataKeys()
  const key = Buffer.alloc(32, 7)
  const both = { ...now, sealing: [{ id: 'k9', key }, ...now.sealing] }

  expect(await reseal(place.db, both)).toEqual({ values: 2, files: 1 })

  const onlyNew = { ...now, sealing: [{ id: 'k9', key }] }
  expect(unseal((await profile()).phone_sealed ?? '', about('phone', applicantId), onlyNew)).toBe(
    '13800005678',
  )
  expect(await reseal(place.db, both)).toEqual({ values: 0, files: 0 })
  expect(await place.db.selectFrom('sealed_file').select('key_id').execute()).toEqual([{ key_id: 'k9' }])
})
