import { afterAll, expect, test } from 'vitest'
import type { Scope } from '#app/auth/scope.ts'
import { endTitle } from '#app/features/designation/end-title.server.ts'
import { runImport } from '#app/features/imports/run-import.server.ts'
import { undoImport } from '#app/features/imports/undo-import.server.ts'
import { closeReader } from '#app/spreadsheet/open-workbook.server.ts'
import { useDatabase } from '#test/support/database.ts'
import { insertSchool } from '#test/support/school.ts'

const place = useDatabase()
const city: Scope = { kind: 'city' }
const donghai: Scope = { kind: 'unit', unitCode: '320722' }
const actor = { id: null, name: '市教育局' }
const today = '2025-10-15'
const header = '学校标识码,级别,项目,批次,文号,起始日期,终止日期'
const named = '2132000001,市级,足球,2024年第一批,连教体〔2024〕12号,2024-09-01,2028-08-31'

afterAll(() => closeReader())

function run(lines: readonly string[], scope = city) {
  return runImport(place.db, {
    ...{ sheet: 'designations', bytes: new TextEncoder().encode([header, ...lines].join('\n')) },
    ...{ fileName: '名单.csv', today, now: `${today} 02:00:00.000`, scope, actor, schoolCode: null },
    ...{ dryRun: false, skipBadRows: false, withRows: true, locale: 'zh-CN' },
  })
}

const titles = () =>
  place.db
    .selectFrom('designation')
    .select(['id', 'level', 'sport_code as sport', 'batch', 'valid_to as validTo'])
    .orderBy('valid_from')
    .orderBy('sport_code')
    .execute()

test('a list of a designation is entered, and the second time every row is unchanged', async () => {
  await insertSchool(place.db)
  const lines = [named, named.replace('足球', '武术').replace('市级', '省')]

  expect(await run(lines)).toMatchObject({ status: 'committed', counts: { new: 2 } })

  expect(await titles()).toMatchObject([
    { level: 'CITY', sport: 'football', batch: '2024年第一批', validTo: '2028-08-31' },
    { level: 'PROVINCIAL', sport: 'wushu' },
  ])
  expect((await run(lines)).counts).toMatchObject({ new: 0, unchanged: 2 })
  expect((await run([named.replace('2028-08-31', '2027-08-31')])).counts).toMatchObject({ changed: 1 })
})

test.each<[string, string[], string, string]>([
  ['a code of nobody', ['2132009999,市级,足球,,,2024-09-01,2028-08-31'], 'A2', 'designation.school-unknown'],
  [
    'an end before the start',
    ['2132000001,市级,足球,,,2024-09-01,2024-08-31'],
    'G2',
    'designation.ends-before-start',
  ],
  ['no end', ['2132000001,市级,足球,,,2024-09-01,'], 'G2', 'sheet.required-empty'],
  ['a level that is none', ['2132000001,校级,足球,,,2024-09-01,2028-08-31'], 'B2', 'choice.unknown'],
  [
    'two titles of one level and sport whose days meet',
    [named, '2132000001,市级,足球,,,2028-08-31,2030-08-31'],
    'F2',
    'designation.overlaps',
  ],
  ['one title twice', [named, named.replace('12号', '13号')], 'F2', 'designation.twice'],
])('%s is refused at its cell, and nothing is entered', async (_what, lines, cell, code) => {
  await insertSchool(place.db)

  const result = await run(lines)

  expect(result.problems[0]).toMatchObject({ cell, code })
  expect(result.problems[0]?.message).not.toBe('')
  expect(await titles()).toEqual([])
})

test('a unit enters the titles of county level of its own schools, the city all of them', async () => {
  await insertSchool(place.db)
  await insertSchool(place.db, { code: '2132000002', name: '灌云小学', unitCode: '320723' })

  expect((await run([named], donghai)).problems).toMatchObject([
    { cell: 'B2', code: 'designation.not-allowed' },
  ])
  expect(await run([named.replace('市级', '县级')], donghai)).toMatchObject({ status: 'committed' })
  const foreign = named.replace('市级', '县级').replace('2132000001', '2132000002')
  expect((await run([foreign], donghai)).problems).toMatchObject([{ code: 'designation.school-unknown' }])
})

test('a title that was revoked is not brought back by a sheet', async () => {
  await insertSchool(place.db)
  await run([named])
  const [title] = await titles()
  const end = {
    ...({ id: title?.id ?? '', kind: 'REVOKED', from: '2025-10-01' } as const),
    ...{ reason: '一年没有训练', document: '连教体〔2025〕9号', today },
  }
  expect(await endTitle(place.db, city, actor, end)).toEqual({ ok: true })

  expect((await run([named])).problems).toMatchObject([{ cell: 'G2', code: 'designation.ended' }])
  expect(await titles()).toMatchObject([{ validTo: '2025-09-30' }])
})

test('undo takes away what was added and gives back what was changed, until somebody decided on it', async () => {
  await insertSchool(place.db)
  await run([named])
  const changed = await run([named.replace('2028-08-31', '2027-08-31'), named.replace('足球', '武术')])
  const undo = (id: string | null | undefined) =>
    undoImport(place.db, { id: id ?? '', scope: city, actor, today })

  expect(await undo(changed.import)).toEqual({ ok: true })
  expect(await titles()).toMatchObject([{ sport: 'football', validTo: '2028-08-31' }])

  const again = await run([named.replace('2028-08-31', '2027-08-31')])
  const [title] = await titles()
  const end = {
    ...({ id: title?.id ?? '', kind: 'ENDED', from: '2025-10-01' } as const),
    ...{ reason: '学校撤并', document: '东政办〔2025〕3号', today },
  }
  await endTitle(place.db, city, actor, end)
  expect(await undo(again.import)).toMatchObject({ ok: false, refusal: 'changed-since' })
})
