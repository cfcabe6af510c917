import { beforeEach, expect, test } from 'vitest'
import { forgetAnswers } from '#app/features/audit/remember.server.ts'
import { readRenewals } from '#app/features/reevaluation/read-renewals.server.ts'
import { remindOfTitles } from '#app/features/reevaluation/remind-titles.server.ts'
import { RenewalSearch } from '#app/features/reevaluation/renewal-search.ts'
import { sampleDesignation, sampleTitleReport } from '#db/samples.ts'
import { insertAll } from '#db/write.server.ts'
import { useDatabase } from '#test/support/database.ts'
import { insertSchool } from '#test/support/school.ts'
import { city, donghai, guanyun, titleScene, told } from './scene.ts'

const place = useDatabase()
const run = (day: string) => remindOfTitles(place.db, new Date(`${day}T00:30:00Z`))
let scene: Awaited<ReturnType<typeof titleScene>>

beforeEach(async () => {
  scene = await titleScene(place.db)
})

async function confirmed(years: readonly number[]) {
  const rows = years.map(school_year =>
    sampleTitleReport({ designation_id: scene.titleId, school_year, state: 'confirmed' }),
  )
  await insertAll(place.db, 'title_report', rows)
}

test('school, unit and city are reminded 180, 60 and 7 days before a title runs out, each time once', async () => {
  await confirmed([2026, 2027])

  for (const day of ['2028-03-03', '2028-03-04', '2028-03-05', '2028-07-03', '2028-08-26', '2028-09-01'])
    await run(day)

  const notices = await told(place.db)
  expect(notices.map(one => one.role)).toEqual([0, 1, 2].flatMap(() => ['city', 'school', 'unit']))
  expect(notices.at(-1)?.text).toContain('将于 2028-08-31 到期（还有 5 天）')
})

test('the school is reminded of its report until it is handed in, and once when it is late', async () => {
  for (const day of ['2026-05-01', '2026-05-31', '2026-06-24', '2026-07-01', '2026-07-02', '2026-11-01'])
    await run(day)

  const notices = await told(place.db)
  expect(notices.map(one => [one.role, one.title])).toEqual([
    ['school', '年度自查即将截止'],
    ['school', '年度自查即将截止'],
    ['school', '年度自查逾期未交'],
  ])
  expect(notices[2]?.link).toBe(`/titles/${scene.titleId}/reports/2025`)
})

test('a title whose school closes is brought before unit and city', async () => {
  await confirmed([2025])
  await place.db.updateTable('school').set({ closed_on: '2026-09-01' }).execute()

  await run('2026-08-20')
  await run('2026-08-21')

  expect((await told(place.db)).map(one => [one.role, one.title])).toEqual(
    ['city', 'school', 'unit'].map(role => [role, '停办学校的称号待处置']),
  )
})

test('the list shows what is due by what is to be done, in the scope, and by unit', async () => {
  const other = await insertSchool(place.db, { code: '2132000002', unitCode: '320723' })
  const gone = await insertSchool(place.db, { code: '2132000003', closedOn: '2028-05-01' })
  const waits = sampleDesignation({ school_id: other.id, valid_to: '2030-08-31' })
  await insertAll(place.db, 'designation', [
    waits,
    sampleDesignation({ school_id: gone.id }),
    sampleDesignation({ school_id: gone.id, sport_code: 'wushu', valid_to: '2028-04-30' }),
  ])
  await insertAll(place.db, 'title_report', [
    sampleTitleReport({ designation_id: waits.id, school_year: 2027 }),
  ])
  forgetAnswers(place.db)
  const read = async (scope = city, search: object = {}) => {
    const asked = { today: '2028-06-01', search: RenewalSearch.parse(search), locale: 'zh-CN' as const }
    return readRenewals(place.db, scope, asked)
  }

  expect((await read()).counts).toEqual({ schools: 1, renewals: 1, reports: 1, waiting: 1 })
  expect((await read(donghai)).counts).toEqual({ schools: 1, renewals: 1, reports: 1, waiting: 0 })
  expect((await read(guanyun)).counts).toEqual({ schools: 0, renewals: 0, reports: 0, waiting: 1 })
  expect((await read(scene.scope)).counts).toEqual({
    schools: 0,
    renewals: 1,
    reports: 1,
    waiting: 0,
  })
  expect((await read(city, { unit: '320723' })).counts.waiting).toBe(1)
  expect((await read(city, { which: 'renewals' })).lists).toMatchObject([
    { kind: 'renewals', total: 1, lines: [{ id: scene.titleId, actions: ['open'] }] },
  ])
  const waiting = async (scope: typeof city) =>
    (await read(scope, { which: 'waiting' })).lists[0]?.lines.map(line => line.mayConfirm)
  expect([await waiting(guanyun), await waiting(city)]).toEqual([[true], [false]])
  expect((await read(city, { which: 'renewals', page: '2' })).lists[0]?.lines).toEqual([])
})
