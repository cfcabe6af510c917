import { beforeEach, expect, test } from 'vitest'
import { suspendTitle } from '#app/features/designation/end-title.server.ts'
import { titlesAtStake } from '#app/features/reevaluation/read-renewals.server.ts'
import { transferTitle } from '#app/features/reevaluation/transfer-title.server.ts'
import { sampleDesignation } from '#db/samples.ts'
import { insertAll } from '#db/write.server.ts'
import { insertPerson } from '#test/features/accounts/people.ts'
import { useDatabase } from '#test/support/database.ts'
import { insertSchool } from '#test/support/school.ts'
import { by, city, donghai, later, lifeOf, titleScene, told } from './scene.ts'

const place = useDatabase()
const today = '2026-09-10'
let scene: Awaited<ReturnType<typeof titleScene>>
let receiving: string

beforeEach(async () => {
  scene = await titleScene(place.db, { level: 'COUNTY' })
  receiving = (await insertSchool(place.db, { code: '2132000002', name: '东海县青湖小学' })).id
  await insertPerson(place.db, { role: 'school', login: 'school2', schoolId: receiving })
})

async function closed(closedOn = '2026-09-01') {
  await place.db.updateTable('school').set({ closed_on: closedOn }).where('id', '=', scene.schoolId).execute()
}

type Transferring = Parameters<typeof transferTitle>[3]
const transfer = (given: Partial<Transferring> = {}, scope = city) =>
  transferTitle(place.db, scope, by, {
    ...{ id: scene.titleId, code: '2132000002', from: '2026-09-01', today, now: later() },
    ...{ reason: '两校合并', document: '连教体〔2026〕20号', ...given },
  })

test('the title of a closed school goes to the one that goes on with it, once', async () => {
  expect(await transfer()).toEqual({ ok: false, refusal: 'not-from-here' })
  await closed()
  expect(await lifeOf(place.db, scene.titleId, donghai, today)).toMatchObject({
    stage: 'ORPHANED',
    actions: ['transfer', 'end'],
  })

  const result = await transfer({}, donghai)

  expect(result).toMatchObject({ ok: true })
  const titles = await place.db.selectFrom('designation').selectAll().orderBy('valid_from').execute()
  expect(titles).toMatchObject([
    { end_kind: 'TRANSFERRED', valid_to: '2026-08-31', end_reason: '两校合并' },
    {
      ...{ school_id: receiving, level: 'COUNTY', sport_code: 'football', batch: '2024年第一批' },
      ...{ document: '连教体〔2024〕12号', valid_from: '2026-09-01', valid_to: '2028-08-31' },
    },
  ])
  expect(await transfer()).toEqual({ ok: false, refusal: 'not-from-here' })
  expect((await lifeOf(place.db, scene.titleId, city, today)).handovers).toMatchObject({
    to: { titleId: titles[1]?.id, schoolName: '东海县青湖小学', fromDay: '2026-09-01' },
    from: null,
  })
  expect((await lifeOf(place.db, titles[1]?.id ?? '', city, today)).handovers.from).toMatchObject({
    titleId: scene.titleId,
  })
  expect((await told(place.db)).map(one => [one.role, one.link])).toEqual([
    ['school', `/titles/${scene.titleId}`],
    ['school', `/titles/${titles[1]?.id}`],
    ['unit', `/titles/${scene.titleId}`],
  ])
})

test('it goes where it fits, and to a school that the decider answers for', async () => {
  await closed()
  await insertSchool(place.db, { code: '2132000003', unitCode: '320723' })
  await insertSchool(place.db, { code: '3132000004', stages: ['junior'] })
  await insertSchool(place.db, { code: '2132000005', closedOn: '2027-08-31' })
  const refused = (refusal: string) => ({ ok: false, refusal })

  expect(await transfer({ code: '2132009999' })).toEqual(refused('school-unknown'))
  expect(await transfer({ code: '2132000003' }, donghai)).toEqual(refused('school-unknown'))
  expect(await transfer({ code: '2132000001' })).toEqual(refused('same-school'))
  expect(await transfer({ code: '3132000004' })).toEqual(refused('no-stage-in-common'))
  expect(await transfer({ code: '2132000005' })).toEqual(refused('school-not-open'))
  expect(await transfer({ from: '2028-09-01' })).toEqual(refused('after-its-end'))
  expect(await transfer({ reason: '' })).toEqual(refused('reason-needed'))
  expect(await transfer({ document: ' ' })).toEqual(refused('document-needed'))
  const held = sampleDesignation({ school_id: receiving, level: 'COUNTY', valid_to: '2026-09-01' })
  await insertAll(place.db, 'designation', [held])
  expect(await transfer()).toEqual(refused('slot-taken'))

  expect(await transfer({ from: '2026-09-02' })).toMatchObject({ ok: true })
})

test('a closing that is decided already asks for the decision; whoever closes the school is told', async () => {
  await closed('2027-09-01')

  expect((await lifeOf(place.db, scene.titleId, city, today)).stage).toBe('ORPHANED')
  expect(
    await titlesAtStake(place.db, city, { schoolId: scene.schoolId, today, locale: 'zh-CN' }),
  ).toMatchObject([{ id: scene.titleId, sportName: '足球', validTo: '2028-08-31' }])
  expect(await transfer({ from: '2027-09-01' })).toMatchObject({ ok: true })
})

test('of a closed school nothing is suspended any more', async () => {
  await closed()

  expect(
    await suspendTitle(place.db, city, by, {
      ...{ id: scene.titleId, from: '2026-09-05', until: null, today, now: later() },
      ...{ reason: '一年没有训练', document: '连教体〔2026〕9号' },
    }),
  ).toEqual({ ok: false, refusal: 'school-closed' })
})
