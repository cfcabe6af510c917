import { expect, test } from 'vitest'
import { decideReport } from '#app/features/reevaluation/decide-report.server.ts'
import { readReport } from '#app/features/reevaluation/read-title-life.server.ts'
import { saveReport } from '#app/features/reevaluation/save-report.server.ts'
import { ledgerRow, report } from '#test/features/activity/ledger.ts'
import { useDatabase } from '#test/support/database.ts'
import { insertSchool } from '#test/support/school.ts'
import { by, city, donghai, guanyun, later, lifeOf, titleScene, told } from './scene.ts'

const place = useDatabase()
const today = '2025-10-13'
const year = 2024
const words = {
  training: '每周训练三次',
  competitions: '县级联赛第三名',
  participation: '班级联赛全员参加',
  problems: '无',
  plan: '增聘一名教练员',
}

type Scene = Awaited<ReturnType<typeof titleScene>>
type Saving = Parameters<typeof saveReport>[3]

async function readAt(id: string): Promise<string> {
  return (
    (
      await place.db
        .selectFrom('title_report')
        .where('designation_id', '=', id)
        .select('updated_at')
        .executeTakeFirst()
    )?.updated_at ?? ''
  )
}

async function save({ titleId: id, scope }: Scene, given: Partial<Saving> = {}) {
  const updatedAt = await readAt(id)
  const usual = { id, year, words, intent: 'submit' as const, updatedAt, today, now: later() }
  return saveReport(place.db, scope, by, { ...usual, ...given })
}

async function decide(
  { titleId: id }: Scene,
  decision: 'confirm' | 'return',
  given: { opinion?: string; scope?: typeof city; updatedAt?: string } = {},
) {
  const { opinion = '情况属实', scope = donghai, updatedAt = await readAt(id) } = given
  return decideReport(place.db, scope, by, {
    ...{ id, year, decision, opinion, updatedAt, today },
    now: later(),
  })
}

async function stateOf(id: string, scope = city) {
  return (await lifeOf(place.db, id, scope, today)).reports.find(one => one.year === year)
}

test('a draft is the school’s own; handed in it is locked, with what the logs say on the day', async () => {
  const scene = await titleScene(place.db)
  const row = ledgerRow({
    classId: scene.classId,
    day: '2025-10-10',
    minutes: 40,
    kind: 'TEAM_TRAINING',
    sportCode: 'football',
  })
  await report(place.db, scene.schoolId, { classId: scene.classId, day: '2025-10-10', rows: [row] })

  expect(await save(scene, { intent: 'save', words: { ...words, plan: '' } })).toEqual({ ok: true })
  expect(await stateOf(scene.titleId)).toMatchObject({ state: 'draft', report: null })
  expect(await readReport(place.db, city, { id: scene.titleId, year, today })).toBeNull()
  expect(await stateOf(scene.titleId, scene.scope)).toMatchObject({ report: { training: '每周训练三次' } })
  expect(await save(scene, { words: { ...words, plan: ' ' } })).toEqual({
    ok: false,
    refusal: 'problems',
    problems: { plan: 'missing' },
  })

  expect(await save(scene)).toEqual({ ok: true })

  expect(await stateOf(scene.titleId)).toMatchObject({
    state: 'submitted',
    report: { figures: { loggedDays: 1, teamDays: 1, window: 20, on: today }, submittedBy: by.name },
  })
  expect(await save(scene)).toEqual({ ok: false, refusal: 'locked' })
  expect(await save(scene, { intent: 'save' })).toEqual({ ok: false, refusal: 'locked' })
  expect(await told(place.db)).toMatchObject([{ role: 'unit', title: '年度自查待确认' }])
})

test('the unit returns with a reason, the school hands in again, the unit confirms, once', async () => {
  const scene = await titleScene(place.db)
  await save(scene)
  expect(await decide(scene, 'return', { opinion: ' ' })).toEqual({ ok: false, refusal: 'opinion-needed' })
  expect(await decide(scene, 'return', { opinion: '电话 13800005678' })).toEqual({
    ok: false,
    refusal: 'holds-number',
  })
  expect(await decide(scene, 'return', { opinion: '请补充训练次数' })).toEqual({ ok: true })
  expect(await decide(scene, 'confirm')).toEqual({ ok: false, refusal: 'decided-already' })
  expect(await stateOf(scene.titleId, scene.scope)).toMatchObject({ state: 'returned', mayWrite: true })
  expect(await save(scene)).toEqual({ ok: true })

  expect(await decide(scene, 'confirm')).toEqual({ ok: true })
  expect(await decide(scene, 'return')).toEqual({ ok: false, refusal: 'decided-already' })

  expect(await stateOf(scene.titleId)).toMatchObject({
    state: 'confirmed',
    report: { opinion: '情况属实', decidedBy: by.name },
  })
  const notices = await told(place.db)
  expect(notices.filter(one => one.role === 'school').map(one => one.title)).toEqual([
    '年度自查被退回',
    '年度自查已确认',
  ])
  const audited = await place.db.selectFrom('audit').select('action').orderBy('position').execute()
  expect(audited.map(one => one.action)).toEqual([
    'title-report.submit',
    'title-report.return',
    'title-report.submit',
    'title-report.confirm',
  ])
})

test('only the school writes, and only its unit confirms; the city does where it is the unit', async () => {
  const scene = await titleScene(place.db)
  const input = { id: scene.titleId, year, words, intent: 'submit' as const, updatedAt: '', today }
  expect(await saveReport(place.db, city, by, { ...input, now: later() })).toEqual({
    ok: false,
    refusal: 'not-allowed',
  })
  const sister = await insertSchool(place.db, { code: '2132000002' })
  const sisterScope = { kind: 'school', schoolId: sister.id } as const
  expect(await saveReport(place.db, sisterScope, by, { ...input, now: later() })).toEqual({
    ok: false,
    refusal: 'not-found',
  })
  await save(scene)
  expect(await decide(scene, 'confirm', { scope: city })).toEqual({ ok: false, refusal: 'not-allowed' })
  expect(await decide(scene, 'confirm', { scope: guanyun })).toEqual({ ok: false, refusal: 'not-found' })
  expect(await decide(scene, 'confirm', { scope: scene.scope })).toEqual({
    ok: false,
    refusal: 'not-allowed',
  })
  const direct = await place.db
    .selectFrom('unit')
    .where('kind', '=', 'city_direct')
    .select('code')
    .executeTakeFirstOrThrow()
  await place.db
    .updateTable('school_profile')
    .set({ unit_code: direct.code })
    .where('school_id', '=', scene.schoolId)
    .execute()
  expect(await decide(scene, 'confirm', { scope: city })).toEqual({ ok: true })
})

test('what was read before somebody else changed it is not written over', async () => {
  const scene = await titleScene(place.db)
  await save(scene, { intent: 'save' })
  const before = await readAt(scene.titleId)
  await save(scene, { intent: 'save', words: { ...words, plan: '购置器材' } })

  expect(await save(scene, { updatedAt: before })).toEqual({ ok: false, refusal: 'changed-meanwhile' })
  expect(await save(scene, { updatedAt: '' })).toEqual({ ok: false, refusal: 'changed-meanwhile' })
  expect(await stateOf(scene.titleId, scene.scope)).toMatchObject({ report: { plan: '购置器材' } })

  await save(scene)
  expect(await decide(scene, 'confirm', { updatedAt: before })).toEqual({
    ok: false,
    refusal: 'changed-meanwhile',
  })
})

test('a year that is not yet open, or in which the title did not hold, has no report', async () => {
  const scene = await titleScene(place.db)

  expect(await save(scene, { year: 2025 })).toEqual({ ok: false, refusal: 'not-open' })
  expect(await save(scene, { year: 2023 })).toEqual({ ok: false, refusal: 'not-open' })
  expect((await lifeOf(place.db, scene.titleId, city, today)).reports).toMatchObject([
    { year: 2024, state: 'late', due: '2025-06-30' },
  ])
})
