import { beforeEach, describe, expect, test } from 'vitest'
import { listNotices, noticeLinesOf } from '#app/features/title-applications/notices.queries.server.ts'
import { putUpNotice } from '#app/features/title-applications/put-up-notice.server.ts'
import { titleStepsOf } from '#app/features/title-applications/title-steps.queries.server.ts'
import { insertPerson } from '#test/features/accounts/people.ts'
import { useDatabase } from '#test/support/database.ts'
import { at, city, insertApplied, insertClosedBatch, officer, putUp, words } from './notice-scene.ts'

const place = useDatabase()
let batchId: string
beforeEach(async () => {
  batchId = (await insertClosedBatch(place.db)).id
})

const tryPutUp = (given: Partial<Parameters<typeof putUpNotice>[3]> = {}, scope: typeof city = city) =>
  putUpNotice(place.db, scope, officer, {
    ...{ batchId, applicationIds: [], ...words, today: '2026-11-30', now: at('2026-11-30') },
    ...given,
  })
const stateOf = async (id: string) =>
  (
    await place.db
      .selectFrom('title_application')
      .where('id', '=', id)
      .select(['state', 'notice_id'])
      .executeTakeFirstOrThrow()
  ).state

test('a notice runs whole working days from the next one on and keeps the names of its day', async () => {
  const own = await insertApplied(place.db, batchId)
  const other = await insertApplied(place.db, batchId, {
    ...{ name: '灌云县伊山小学', unitCode: '320723', sports: ['basketball'] },
  })
  const manager = await insertPerson(place.db, { role: 'school', schoolId: own.schoolId })

  const id = await putUp(place.db, batchId, [other.id, own.id])
  await place.db.updateTable('school_profile').set({ name: '改名小学' }).execute()

  expect(await listNotices(place.db)).toMatchObject([
    { id, batchId, startsOn: '2026-12-01', endsOn: '2026-12-07', ...words, workingDays: 5 },
  ])
  expect(await noticeLinesOf(place.db, id)).toMatchObject([
    {
      position: 1,
      schoolName: '东海县试验小学',
      unitName: '东海县',
      sports: '武术、足球',
      state: 'PUBLICITY',
    },
    { position: 2, schoolName: '灌云县伊山小学', unitName: '灌云县', sports: '篮球', state: 'PUBLICITY' },
  ])
  expect(await titleStepsOf(place.db, own.id)).toMatchObject([
    { from: 'SHORTLISTED', to: 'PUBLICITY', action: 'put-up', actor: officer.name },
  ])
  const told = await place.db
    .selectFrom('notice')
    .where('account_id', '=', manager.id)
    .select('text_zh')
    .execute()
  expect(told).toMatchObject([{ text_zh: expect.stringContaining('2026-12-01—2026-12-07') }])
  const audit = await place.db.selectFrom('audit').selectAll().execute()
  expect(audit).toMatchObject([{ action: 'title-notice.put-up', subject_id: id }])
})

test('a second notice of the batch names those that were short-listed later', async () => {
  const first = await insertApplied(place.db, batchId)
  await putUp(place.db, batchId, [first.id])
  const later = await insertApplied(place.db, batchId, { name: '东海县第二小学' })

  const second = await putUp(place.db, batchId, [later.id], '2026-12-02')

  expect((await noticeLinesOf(place.db, second)).map(line => line.applicationId)).toEqual([later.id])
  expect((await listNotices(place.db, { batchId })).map(one => one.endsOn)).toEqual([
    '2026-12-09',
    '2026-12-07',
  ])
})

describe('nothing is put up', () => {
  test('of schools that are not all short-listed in the batch', async () => {
    const ready = await insertApplied(place.db, batchId)
    const early = await insertApplied(place.db, batchId, { name: '东海县第二小学', state: 'ONSITE_REVIEW' })

    expect(await tryPutUp({ applicationIds: [ready.id, early.id] })).toEqual({
      ok: false,
      refusal: 'moved-meanwhile',
    })
    expect(await tryPutUp()).toEqual({ ok: false, refusal: 'nobody-chosen' })
    expect(await stateOf(ready.id)).toBe('SHORTLISTED')
  })

  test.each([
    ['without a place', { channel: ' ' }, 'channel-missing'],
    ['without an office', { contact: '' }, 'contact-missing'],
    ['with the mobile of a person', { contact: '王老师 13800005678' }, 'holds-number'],
    ['over days of a year whose holidays nobody knows', { today: '2026-12-29' }, 'holidays-unknown'],
    ['of a batch that is not there', { batchId: '00000000000000000000000009' }, 'not-found'],
  ] as const)('%s', async (_why, given, refusal) => {
    const { id } = await insertApplied(place.db, batchId)

    expect(await tryPutUp({ applicationIds: [id], ...given })).toEqual({ ok: false, refusal })

    expect(await stateOf(id)).toBe('SHORTLISTED')
    expect(await listNotices(place.db)).toEqual([])
  })

  test('by a unit', async () => {
    const { id } = await insertApplied(place.db, batchId)
    const unit = { kind: 'unit', unitCode: '320722' } as unknown as typeof city

    expect(await tryPutUp({ applicationIds: [id] }, unit)).toEqual({ ok: false, refusal: 'not-allowed' })
  })
})

test('two clicks put up one notice', async () => {
  const { id } = await insertApplied(place.db, batchId)

  const results = await Promise.all([tryPutUp({ applicationIds: [id] }), tryPutUp({ applicationIds: [id] })])

  expect(results.filter(one => one.ok)).toHaveLength(1)
  expect(await listNotices(place.db)).toHaveLength(1)
})
