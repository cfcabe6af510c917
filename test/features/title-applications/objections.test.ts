import { beforeEach, describe, expect, test } from 'vitest'
import { mostObjectionsAnHour } from '#app/features/objections/client.rule.ts'
import { endRetention } from '#app/features/personal-data/end-retention.server.ts'
import {
  countObjections,
  objectionsInBatch,
} from '#app/features/title-applications/objections.queries.server.ts'
import {
  answerTitleObjection,
  readTitleContact,
  receiveTitleObjection,
} from '#app/features/title-applications/objections.server.ts'
import { insertPerson } from '#test/features/accounts/people.ts'
import { useDatabase } from '#test/support/database.ts'
import { at, city, insertApplied, insertClosedBatch, officer, putUp } from './notice-scene.ts'

const place = useDatabase()
let batchId: string
let noticeId: string
let own: { id: string; schoolId: string }
beforeEach(async () => {
  batchId = (await insertClosedBatch(place.db)).id
  own = await insertApplied(place.db, batchId)
  const other = await insertApplied(place.db, batchId, { name: '东海县第二小学' })
  noticeId = await putUp(place.db, batchId, [own.id, other.id])
})

const said = { name: '李先生', contact: '13800005678', text: '该校没有训练队' }
const object = (given: Partial<Parameters<typeof receiveTitleObjection>[1]> = {}) =>
  receiveTitleObjection(place.db, {
    ...{ noticeId, position: 1, ...said, client: '192.0.2.7', today: '2026-12-07', now: at('2026-12-07') },
    ...given,
  })
const theOne = async () => (await objectionsInBatch(place.db, batchId))[0]!
const answer = (given: Partial<Parameters<typeof answerTitleObjection>[3]> & { id: string }) =>
  answerTitleObjection(place.db, city, officer, {
    ...{ status: 'dismissed', answer: '经核实无误', today: '2026-12-08', now: at('2026-12-08') },
    ...given,
  })
const stateOf = async (id: string) =>
  (
    await place.db
      .selectFrom('title_application')
      .where('id', '=', id)
      .select('state')
      .executeTakeFirstOrThrow()
  ).state
const toldTo = async (accountId: string) =>
  (
    await place.db
      .selectFrom('notice')
      .where('account_id', '=', accountId)
      .select(['text_zh', 'text_en'])
      .orderBy('created_at')
      .orderBy('id')
      .execute()
  ).map(one => `${one.text_zh} ${one.text_en}`)

test('an objection on the last day is heard, its contact sealed; the city and the school hear of it', async () => {
  const officers = await insertPerson(place.db, { role: 'city' })
  const manager = await insertPerson(place.db, { role: 'school', schoolId: own.schoolId })

  expect(await object()).toEqual({ ok: true })

  expect(await theOne()).toMatchObject({ schoolName: '东海县试验小学', name: '李先生', status: 'received' })
  const stored = JSON.stringify(await place.db.selectFrom('title_objection').selectAll().execute())
  expect(stored).not.toContain('13800005678')
  expect(await toldTo(officers.id)).toMatchObject([expect.stringContaining('针对东海县试验小学')])
  const [told = ''] = await toldTo(manager.id)
  expect(told).toContain('收到针对东海县试验小学的异议')
  expect(told).not.toMatch(/李先生|没有训练队/)
})

test.each([
  ['a day after the last', { today: '2026-12-08' }, 'notice-over'],
  ['to a school that is not on it', { position: 3 }, 'not-on-the-notice'],
  ['without a name', { name: ' ' }, 'name-missing'],
  ['without a contact', { contact: '' }, 'contact-missing'],
  ['without words', { text: '\n' }, 'text-missing'],
  ['that tells a number of somebody', { text: '校长电话 138 0000 5678' }, 'holds-number'],
  ['to no notice', { noticeId: '00000000000000000000000009' }, 'not-found'],
] as const)('an objection %s is refused', async (_what, given, refusal) => {
  expect(await object(given)).toEqual({ ok: false, refusal })

  expect(await objectionsInBatch(place.db, batchId)).toEqual([])
})

test('the same words of the same person are one until they are answered; another target is another objection', async () => {
  expect(await Promise.all([object(), object()])).toEqual([{ ok: true }, { ok: true }])
  expect(await objectionsInBatch(place.db, batchId)).toHaveLength(1)
  await object({ position: 2 })
  await object({ position: null })
  await object({ contact: '0518-80000001' })
  expect(await objectionsInBatch(place.db, batchId)).toHaveLength(4)

  const { id } = await theOne()
  await answer({ id })
  await object()

  expect(await objectionsInBatch(place.db, batchId)).toHaveLength(5)
  expect((await countObjections(place.db)).get(noticeId)).toEqual({ received: 4, dismissed: 1, upheld: 0 })
})

describe('one network address', () => {
  const sent = (text: string, given: Parameters<typeof object>[0] = {}) => object({ text, ...given })
  const atMost = async (given: Parameters<typeof object>[0] = {}) => {
    for (let n = 0; n < mostObjectionsAnHour; n += 1)
      expect(await sent(`第 ${n} 条`, given)).toEqual({ ok: true })
  }
  const count = async () => (await objectionsInBatch(place.db, batchId)).length

  test('sends so many objections an hour, whatever they are about, and further ones after it', async () => {
    await atMost()
    const busy = { ok: false, refusal: 'client-busy' }

    expect(await sent('又一条')).toEqual(busy)
    expect(await sent('又一条', { position: 2 })).toEqual(busy)
    expect(await sent('又一条', { now: '2026-12-07 02:59:59.999' })).toEqual(busy)
    expect(await count()).toBe(mostObjectionsAnHour)
    expect(await sent('又一条', { now: '2026-12-07 03:00:00.000' })).toEqual({ ok: true })
  })

  test('keeps no other from being heard, and is not kept beside what it sent', async () => {
    await atMost()

    expect(await sent('又一条', { client: '192.0.2.8' })).toEqual({ ok: true })
    const kept = await place.db.selectFrom('objection_sending').selectAll().execute()
    expect(kept).toHaveLength(mostObjectionsAnHour + 1)
    expect(JSON.stringify(kept)).not.toContain('192.0.2')
    await endRetention(place.db, new Date('2026-12-07T03:00:00.000Z'))
    expect(await place.db.selectFrom('objection_sending').selectAll().execute()).toEqual([])
  })

  test('is told of the same words sent again that they arrived, and of mistakes, without losing one of its turns', async () => {
    for (let n = 0; n < 3; n += 1) await object()
    await object({ contact: '' })
    expect(await place.db.selectFrom('objection_sending').selectAll().execute()).toHaveLength(1)
    for (let n = 1; n < mostObjectionsAnHour; n += 1) await sent(`第 ${n} 条`)

    expect(await object()).toEqual({ ok: true })
    expect(await count()).toBe(mostObjectionsAnHour)
  })
})

describe('an answer', () => {
  test('that dismisses leaves the school where it is and tells it so, once', async () => {
    const manager = await insertPerson(place.db, { role: 'school', schoolId: own.schoolId })
    await object()
    const { id } = await theOne()

    expect(await answer({ id })).toMatchObject({ ok: true })

    expect(await stateOf(own.id)).toBe('PUBLICITY')
    expect((await toldTo(manager.id))[1]).toContain('的异议：不成立')
    expect(await answer({ id, status: 'upheld' })).toEqual({ ok: false, refusal: 'answered-already' })
  })

  test('that upholds ends the application of the school for the reason, in one transaction', async () => {
    const manager = await insertPerson(place.db, { role: 'school', schoolId: own.schoolId })
    await object()
    const { id } = await theOne()

    await answer({ id, status: 'upheld', answer: '核实后该校一年没有训练' })

    expect(await stateOf(own.id)).toBe('REJECTED')
    const told = (await toldTo(manager.id)).join('\n')
    expect(told).toContain('未通过')
    expect(told).toContain('核实后该校一年没有训练')
    expect(told).not.toContain('李先生')
    const actions = (await place.db.selectFrom('audit').select('action').orderBy('position').execute()).map(
      one => one.action,
    )
    expect(actions).toEqual([
      'title-notice.put-up',
      'title-objection.receive',
      'title-application.move',
      'title-objection.answer',
    ])
  })

  test('that upholds one to the whole notice moves no school', async () => {
    await object({ position: null })

    await answer({ id: (await theOne()).id, status: 'upheld' })

    expect(await stateOf(own.id)).toBe('PUBLICITY')
  })

  test.each([
    [' ', 'answer-missing'],
    ['请联系 13800005678', 'holds-number'],
  ])('of "%s" is refused', async (words, refusal) => {
    await object()

    expect(await answer({ id: (await theOne()).id, answer: words })).toEqual({ ok: false, refusal })
  })
})

test('a contact is shown to the city that says why, and the look stands in the audit', async () => {
  await object()
  const { id } = await theOne()
  const look = (reason: string, scope: typeof city = city) =>
    readTitleContact(place.db, scope, officer, { id, reason })

  expect(await look('看')).toEqual({ ok: false, refusal: 'reason-needed' })
  expect(await look('核实异议情况', { kind: 'unit', unitCode: '320722' } as never)).toEqual({
    ok: false,
    refusal: 'not-allowed',
  })
  expect(await look('核实异议情况')).toEqual({ ok: true, value: '13800005678' })

  const audit = await place.db
    .selectFrom('audit')
    .where('action', '=', 'title-objection.contact')
    .selectAll()
    .execute()
  expect(audit).toHaveLength(1)
  expect(JSON.stringify(audit)).not.toContain('13800005678')
})
