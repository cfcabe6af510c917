import { expect, test } from 'vitest'
import { noteReview, openReview } from '#app/features/reevaluation/review-title.server.ts'
import { sampleDesignation, sampleTitleReport } from '#db/samples.ts'
import { insertAll } from '#db/write.server.ts'
import { useDatabase } from '#test/support/database.ts'
import {
  by,
  city,
  conclude,
  donghai,
  guanyun,
  later,
  lifeOf,
  reviewed,
  titleScene,
  today,
  told,
} from './scene.ts'

const place = useDatabase()

const open = (id: string, scope = city, day = today) =>
  openReview(place.db, scope, by, { id, today: day, now: later() })
const titles = () => place.db.selectFrom('designation').selectAll().orderBy('valid_from').execute()

test('a title that is due is re-evaluated by whoever names it, one re-evaluation at a time', async () => {
  const { titleId } = await titleScene(place.db)
  expect(await open(titleId, city, '2028-03-03')).toEqual({ ok: false, refusal: 'not-from-here' })
  expect(await open(titleId, donghai)).toEqual({ ok: false, refusal: 'not-allowed' })
  expect(await open(titleId, guanyun)).toEqual({ ok: false, refusal: 'not-found' })

  expect(await open(titleId)).toEqual({ ok: true })

  expect(await open(titleId)).toEqual({ ok: false, refusal: 'not-from-here' })
  expect((await told(place.db)).map(one => [one.role, one.title])).toEqual([
    ['school', '称号开始复核'],
    ['unit', '称号开始复核'],
  ])
})

test('a unit re-evaluates the titles of county level', async () => {
  const { titleId } = await titleScene(place.db, { level: 'COUNTY' })

  expect(await open(titleId, donghai)).toEqual({ ok: true })
  expect(
    await conclude(place.db, titleId, { action: 'expire', reason: '学校不再申请' }, donghai),
  ).toMatchObject({ ok: true })
})

test('findings are written down as they come; one who read an older version is told', async () => {
  const { titleId } = await titleScene(place.db)
  await reviewed(place.db, titleId)
  const { review } = await lifeOf(place.db, titleId)
  const note = (given: object) =>
    noteReview(place.db, city, by, {
      ...{ id: titleId, score: 5000, findings: '', isSpotChecked: false, today },
      ...{ now: later(), updatedAt: review?.updatedAt ?? '' },
      ...given,
    })

  expect(review).toMatchObject({ score: 8500, findings: '训练扎实', isSpotChecked: true })
  expect(await note({ findings: '身份证 320706199901010014' })).toEqual({
    ok: false,
    refusal: 'holds-number',
  })
  expect(await note({})).toEqual({ ok: true })
  expect(await note({})).toEqual({ ok: false, refusal: 'changed-meanwhile' })
})

test('a renewal is a title of its own from the day after, and is decided once', async () => {
  const { titleId } = await titleScene(place.db)
  await reviewed(place.db, titleId)

  expect(await conclude(place.db, titleId, { action: 'renew' })).toMatchObject({ ok: true })
  expect(await conclude(place.db, titleId, { action: 'renew' })).toEqual({
    ok: false,
    refusal: 'not-from-here',
  })

  const [old, next] = await titles()
  expect(old).toMatchObject({ valid_to: '2028-08-31', end_kind: '' })
  expect(next).toMatchObject({
    ...{ level: 'CITY', sport_code: 'football', batch: '2028年第一批', certificate: 'C2028-001' },
    ...{ document: '连教体〔2028〕9号', valid_from: '2028-09-01', valid_to: '2032-08-31' },
  })
  const life = await lifeOf(place.db, titleId)
  expect(life).toMatchObject({
    stage: 'FOLLOWED',
    actions: [],
    successor: { id: next?.id },
    reviews: [{ state: 'RENEWED', decidedBy: by.name, reason: '复核合格', successorId: next?.id }],
  })
  const notices = (await told(place.db)).slice(2)
  expect(notices.map(one => one.role)).toEqual(['school', 'unit'])
  expect(notices[0]?.text).toContain('继续命名')
})

test('what a renewal needs is asked for, and nothing is written before it is there', async () => {
  const { titleId, schoolId } = await titleScene(place.db)
  await reviewed(place.db, titleId, { score: 5999 })
  const renew = (given: object = {}) => conclude(place.db, titleId, { action: 'renew', ...given })
  const refused = (refusal: string) => ({ ok: false, refusal })

  expect(await renew({ reason: ' ' })).toEqual(refused('reason-needed'))
  expect(await renew({ document: '' })).toEqual(refused('document-needed'))
  expect(await renew({ reason: '13800005678' })).toEqual(refused('holds-number'))
  expect(await renew({ batch: ' ' })).toEqual(refused('batch-needed'))
  expect(await renew({ until: null })).toEqual(refused('until-needed'))
  expect(await renew({ until: '2028-08-31' })).toEqual(refused('ends-before-start'))
  expect(await renew({ until: '2099-08-31' })).toEqual(refused('too-long'))
  expect(await renew({ updatedAt: '' })).toEqual(refused('changed-meanwhile'))
  expect(await renew()).toEqual(refused('score-too-low'))
  await place.db.updateTable('title_reevaluation').set({ score: null, spot_checked: 0 }).execute()
  expect(await renew()).toEqual(refused('spot-check-needed'))
  const report = sampleTitleReport({ designation_id: titleId, school_year: 2027, state: 'confirmed' })
  await insertAll(place.db, 'title_report', [report])
  expect(await titles()).toHaveLength(1)
  await insertAll(place.db, 'designation', [
    sampleDesignation({ school_id: schoolId, valid_from: '2024-01-01', valid_to: '2024-08-31' }),
  ])

  expect(await renew()).toMatchObject({ ok: true })
})

test('a title that stands in the days of a renewal is not doubled', async () => {
  const { titleId, schoolId } = await titleScene(place.db)
  await reviewed(place.db, titleId)
  await insertAll(place.db, 'designation', [
    sampleDesignation({ school_id: schoolId, valid_from: '2024-01-01', valid_to: '2028-12-31' }),
  ])

  expect(await conclude(place.db, titleId, { action: 'renew' })).toEqual({
    ok: false,
    refusal: 'slot-taken',
  })
})

test('a suspended title is resumed and re-evaluated again; a revoked one has ended', async () => {
  const { titleId } = await titleScene(place.db)
  await reviewed(place.db, titleId)
  expect(
    await conclude(place.db, titleId, { action: 'suspend', from: '2028-05-01', until: '2028-06-30' }),
  ).toMatchObject({ ok: true })
  expect(await lifeOf(place.db, titleId)).toMatchObject({
    stage: 'SUSPENDED_DUE',
    actions: ['open'],
    reviews: [{ state: 'SUSPENDED' }],
  })
  await reviewed(place.db, titleId)
  expect(await conclude(place.db, titleId, { action: 'renew' })).toEqual({
    ok: false,
    refusal: 'not-from-here',
  })

  expect(await conclude(place.db, titleId, { action: 'revoke', from: '2028-06-01' })).toMatchObject({
    ok: true,
  })

  expect(await titles()).toMatchObject([{ end_kind: 'REVOKED', valid_to: '2028-05-31' }])
  expect(await lifeOf(place.db, titleId)).toMatchObject({
    stage: 'ENDED',
    actions: [],
    reviews: [{ state: 'REVOKED' }, { state: 'SUSPENDED' }],
  })
  const audited = await place.db.selectFrom('audit').select('action').orderBy('position').execute()
  expect(audited.map(one => one.action).filter(action => !/open|note/.test(action))).toEqual([
    'designation.suspend',
    'title-review.suspend',
    'designation.end',
    'title-review.revoke',
  ])
})

test('what the title itself refuses leaves the re-evaluation under way', async () => {
  const { titleId } = await titleScene(place.db)
  await reviewed(place.db, titleId)

  expect(await conclude(place.db, titleId, { action: 'revoke', from: '2028-09-01' })).toEqual({
    ok: false,
    refusal: 'after-its-end',
  })
  expect(
    await conclude(place.db, titleId, { action: 'suspend', from: '2028-07-01', until: '2028-06-30' }),
  ).toEqual({ ok: false, refusal: 'ends-before-start' })

  expect((await lifeOf(place.db, titleId)).review).not.toBeNull()
})

test('a title that is left to run out holds until its last day and is due no more', async () => {
  const { titleId } = await titleScene(place.db)
  await reviewed(place.db, titleId)

  expect(await conclude(place.db, titleId, { action: 'expire' })).toMatchObject({ ok: true })

  expect(await titles()).toMatchObject([{ end_kind: '', valid_to: '2028-08-31' }])
  expect(await lifeOf(place.db, titleId)).toMatchObject({ stage: 'LEFT', actions: [] })
})

test('of two who conclude at once one is refused', async () => {
  const { titleId } = await titleScene(place.db)
  await reviewed(place.db, titleId)

  const results = await Promise.all([
    conclude(place.db, titleId, { action: 'renew' }),
    conclude(place.db, titleId, { action: 'expire' }),
  ])

  expect(results.filter(one => one.ok)).toHaveLength(1)
  const reviews = await place.db.selectFrom('title_reevaluation').select('state').execute()
  expect(reviews).toHaveLength(1)
  expect(await titles()).toHaveLength(reviews[0]?.state === 'RENEWED' ? 2 : 1)
})
