import { beforeEach, describe, expect, test } from 'vitest'
import { designateBatch } from '#app/features/title-applications/designate-batch.server.ts'
import { objectionsInBatch } from '#app/features/title-applications/objections.queries.server.ts'
import {
  answerTitleObjection,
  receiveTitleObjection,
} from '#app/features/title-applications/objections.server.ts'
import { sampleDesignation } from '#db/samples.ts'
import { insertAll } from '#db/write.server.ts'
import { useDatabase } from '#test/support/database.ts'
import { at, city, insertApplied, insertClosedBatch, officer, putUp } from './notice-scene.ts'

const place = useDatabase()
let batchId: string
beforeEach(async () => {
  batchId = (await insertClosedBatch(place.db)).id
})

const document = '连教体〔2026〕12号'
const name = (
  applicationIds: string[],
  given: Partial<Parameters<typeof designateBatch>[3]> = {},
  scope: typeof city = city,
) =>
  designateBatch(place.db, scope, officer, {
    ...{ batchId, applicationIds, document, namedOn: '2026-12-08' },
    ...{ today: '2026-12-09', now: at('2026-12-09'), ...given },
  })
const titles = () =>
  place.db.selectFrom('designation').selectAll().orderBy('certificate').orderBy('sport_code').execute()

async function onNotice(given: Parameters<typeof insertApplied>[2] = {}, inBatch = batchId) {
  const applied = await insertApplied(place.db, inBatch, given)
  return { ...applied, noticeId: await putUp(place.db, inBatch, [applied.id]) }
}

test('a school gets a title a sport for the days of the batch, under one certificate', async () => {
  const own = await insertApplied(place.db, batchId)
  const other = await insertApplied(place.db, batchId, { name: '东海县第二小学', sports: ['basketball'] })
  await putUp(place.db, batchId, [own.id, other.id])

  expect(await name([own.id, other.id], { document: ' 连教体[2026]12号' })).toEqual({
    ...{ ok: true, named: 2, document },
  })

  const days = {
    valid_from: '2027-01-01',
    valid_to: '2029-12-31',
    level: 'CITY',
    batch: '2027年第一批',
    document,
  }
  expect(await titles()).toMatchObject([
    { ...days, school_id: own.schoolId, sport_code: 'football', certificate: '连体传市2026-0001' },
    { ...days, school_id: own.schoolId, sport_code: 'wushu', certificate: '连体传市2026-0001' },
    { ...days, school_id: other.schoolId, sport_code: 'basketball', certificate: '连体传市2026-0002' },
  ])
  const certificates = await place.db.selectFrom('title_certificate').selectAll().orderBy('number').execute()
  expect(certificates).toMatchObject([
    {
      number: '连体传市2026-0001',
      school_name: '东海县试验小学',
      sports: '武术、足球',
      named_on: '2026-12-08',
    },
    { number: '连体传市2026-0002', school_name: '东海县第二小学', organisers: '市教育局、市体育局' },
  ])
  const applications = await place.db.selectFrom('title_application').selectAll().execute()
  expect(new Set(applications.map(one => one.state))).toEqual(new Set(['DESIGNATED']))
  expect(applications.find(one => one.id === own.id)).toMatchObject({
    ...{ certificate: '连体传市2026-0001', document, named_on: '2026-12-08' },
  })
  const audit = await place.db
    .selectFrom('audit')
    .where('action', '=', 'title-application.designate')
    .select('school_id')
    .execute()
  expect(audit).toHaveLength(2)
})

test('numbers of a level go on over batches within a year, and begin anew with a level and a year', async () => {
  const first = await onNotice()
  await name([first.id])
  const second = await insertClosedBatch(place.db, { name: '又一批' })
  const next = await onNotice({ name: '东海县第二小学' }, second.id)
  await name([next.id], { batchId: second.id })
  const county = await insertClosedBatch(place.db, { name: '县级一批', level: 'COUNTY' })
  const lower = await onNotice({ name: '东海县第三小学' }, county.id)
  await name([lower.id], { batchId: county.id })
  const later = await onNotice({ name: '东海县第四小学' })
  await name([later.id], { namedOn: '2027-01-04', today: '2027-01-04' })

  const rows = await place.db.selectFrom('title_certificate').select('number').execute()
  expect(rows.map(row => row.number).sort()).toEqual([
    '连体传县2026-0001',
    '连体传市2026-0001',
    '连体传市2026-0002',
    '连体传市2027-0001',
  ])
})

test('two designations at once never give one number', async () => {
  const second = await insertClosedBatch(place.db, { name: '又一批' })
  const one = await onNotice()
  const other = await onNotice({ name: '东海县第二小学' }, second.id)

  const results = await Promise.all([
    name([one.id]),
    name([other.id], { batchId: second.id }),
    name([one.id]),
  ])

  expect(results.filter(result => result.ok)).toHaveLength(2)
  const rows = await place.db.selectFrom('title_certificate').select('number').orderBy('number').execute()
  expect(rows.map(row => row.number)).toEqual(['连体传市2026-0001', '连体传市2026-0002'])
})

describe('nothing is given', () => {
  test.each([
    ['without a 文号', { document: ' ' }, 'document-missing'],
    ['under a 文号 that nobody reads as one', { document: '12号文' }, 'document-unreadable'],
    ['on a day to come', { namedOn: '2026-12-10' }, 'day-ahead'],
    ['after the titles are over', { namedOn: '2030-01-01', today: '2030-01-02' }, 'titles-over'],
    ['in a batch that is not there', { batchId: '00000000000000000000000009' }, 'not-found'],
  ] as const)('%s', async (_why, given, refusal) => {
    const { id } = await onNotice()

    expect(await name([id], given)).toEqual({ ok: false, refusal })
    expect(await titles()).toEqual([])
  })

  test('to schools that stand on no notice, or to nobody', async () => {
    const { id } = await onNotice()
    const waiting = await insertApplied(place.db, batchId, { name: '东海县第二小学' })

    expect(await name([id, waiting.id])).toEqual({ ok: false, refusal: 'moved-meanwhile' })
    expect(await name([])).toEqual({ ok: false, refusal: 'nobody-chosen' })
    expect(await name([id], {}, { kind: 'unit', unitCode: '320722' } as never)).toEqual({
      ok: false,
      refusal: 'not-allowed',
    })
    expect(await titles()).toEqual([])
  })

  test.each([
    ['while the notice runs', { today: '2026-12-07', namedOn: '2026-12-07' }, 'notice-running'],
    ['as of a day within the notice', { namedOn: '2026-12-07' }, 'day-within-notice'],
  ] as const)('%s', async (_why, given, why) => {
    const { id } = await onNotice()

    expect(await name([id], given)).toMatchObject({ ok: false, refusal: 'schools', schools: [{ id, why }] })
  })

  test('before every objection to the school or to the whole notice is answered', async () => {
    const { id, noticeId } = await onNotice()
    const said = { name: '李先生', contact: '海州区某路', text: '该校没有训练队' }
    const on = { client: '192.0.2.7', today: '2026-12-02', now: at('2026-12-02') }
    await receiveTitleObjection(place.db, { noticeId, position: null, ...said, ...on })

    expect(await name([id])).toMatchObject({ refusal: 'schools', schools: [{ id, why: 'objections-open' }] })

    const [objection] = await objectionsInBatch(place.db, batchId)
    const answer = { id: objection!.id, status: 'dismissed', answer: '经核实无误', ...on } as const
    await answerTitleObjection(place.db, city, officer, answer)
    expect(await name([id])).toMatchObject({ ok: true, named: 1 })
  })

  test('to a school that holds a title of the level and sport in these days, and then to none of those chosen', async () => {
    const own = await onNotice()
    const other = await onNotice({ name: '东海县第二小学' })
    const standing = { school_id: own.schoolId, sport_code: 'wushu', level: 'CITY' as const }
    await insertAll(place.db, 'designation', [
      sampleDesignation({ ...standing, valid_from: '2024-09-01', valid_to: '2027-01-01' }),
    ])

    expect(await name([own.id, other.id])).toEqual({
      ...{ ok: false, refusal: 'schools' },
      schools: [{ id: own.id, schoolName: '东海县试验小学', why: 'holds-title' }],
    })
    expect(await titles()).toHaveLength(1)
    await place.db.updateTable('designation').set({ valid_to: '2026-12-31' }).execute()
    expect(await name([own.id, other.id])).toMatchObject({ ok: true, named: 2 })
  })

  test('to a school that has closed', async () => {
    const { id } = await onNotice({ closedOn: '2026-12-09' })

    expect(await name([id])).toMatchObject({ refusal: 'schools', schools: [{ id, why: 'school-not-open' }] })
  })
})
