import { describe, expect, test } from 'vitest'
import type { Scope } from '#app/auth/scope.ts'
import { declaredSheets } from '#app/features/imports/declared-sheets.ts'
import { placementsImport } from '#app/features/program/import-placements.server.ts'
import { schoolReader } from '#app/features/schools/school-reader.server.ts'
import { sampleProfile, sampleSchool } from '#db/samples.ts'
import { insertAll } from '#db/write.server.ts'
import { sketch } from '#test/spreadsheet/sketch.ts'
import { useDatabase } from '#test/support/database.ts'
import { insertSchool } from '#test/support/school.ts'

const place = useDatabase()
const city: Scope = { kind: 'city' }
const today = '2025-10-15'

type Line = (string | number | null)[]

async function stage(header: string[], rows: Line[], scope: Scope = city) {
  const grids = [
    sketch([
      [...header, '项目', '学段', '起始日期'],
      ...rows.map(row => [...row, '足球', '小学', '2025-09-01']),
    ]),
  ]
  return placementsImport.stage(place.db, grids, {
    ...{ importId: 'I1', fileName: '布点.xlsx', today, now: '2025-10-15 02:00:00.000' },
    ...{ scope, actor: { id: null, name: 'tester' }, schoolId: null },
  })
}

const told = ({ problems }: Awaited<ReturnType<typeof stage>>) =>
  problems.map(({ cell, reading, code }) => `${cell} ${reading} ${code}`)

describe('a sheet that names schools', () => {
  test('may do so in the column of the code, or in a column of names alone', async () => {
    await insertSchool(place.db, { code: '2132000001', name: '东海县试验小学' })
    await insertSchool(place.db, { code: '2132000002', name: '东海县河东小学' })

    const inPlace = await stage(['学校标识码'], [['2132000001'], ['东海县河东小学']])
    const alone = await stage(['学校名称'], [['东海县试验小学'], ['河东小学']])

    for (const staged of [inPlace, alone]) {
      expect(told(staged)).toEqual([])
      expect(staged.rows.map(row => row.shown.code)).toEqual(['2132000001', '2132000002'])
    }
  })

  test('may name some beside codes; a name that is not of the code in its row is told, and the code holds', async () => {
    await insertSchool(place.db, { code: '2132000001', name: '东海县试验小学' })
    await insertSchool(place.db, { code: '2132000002', name: '东海县河东小学' })

    const staged = await stage(
      ['学校标识码', '学校名称'],
      [
        ['2132000001', '东海县河东小学'],
        [null, '东海县河东小学'],
      ],
    )

    expect(told(staged)).toEqual(['B2 warn sheet.words-differ'])
    expect(staged.problems[0]?.values).toEqual({ taken: '东海县试验小学' })
    expect(staged.rows.map(row => row.shown.code)).toEqual(['2132000001', '2132000002'])
  })

  test('is asked which one it means, by names that are taken as they are offered', async () => {
    await insertSchool(place.db, { code: '2132000001', name: '东海县第一小学' })
    await insertSchool(place.db, { code: '2132000002', name: '灌云县第一小学', unitCode: '320723' })

    const staged = await stage(['学校'], [['第一小学']])
    const offered = staged.problems[0]?.candidates ?? []
    const answered = await stage(
      ['学校'],
      offered.map(name => [name]),
    )

    expect(told(staged)).toEqual(['A2 ask school.several'])
    expect(offered).toEqual(['东海县第一小学', '灌云县第一小学'])
    expect(told(answered)).toEqual([])
    expect(answered.rows.map(row => row.shown.code)).toEqual(['2132000001', '2132000002'])
  })

  test('is told when a name is short or a former one, and finds no school outside the scope', async () => {
    const { id } = await insertSchool(place.db, { code: '2132000001', name: '东海县试验小学' })
    await insertAll(place.db, 'school_alias', [{ school_id: id, alias_key: '东试小', alias: '东试小' }])
    await insertSchool(place.db, { code: '2132000003', name: '海州区试验小学', unitCode: '320706' })

    const inCity = await stage(['学校'], [['东试小'], ['海州区试验小学']])
    const inDonghai = await stage(['学校'], [['东试小'], ['海州区试验小学']], {
      kind: 'unit',
      unitCode: '320722',
    })

    expect(told(inCity)).toEqual(['A2 warn school.alias'])
    expect(told(inDonghai)).toEqual(['A2 warn school.alias', 'A3 reject school.not-found'])
    expect(inDonghai.problems.flatMap(({ candidates }) => candidates ?? [])).toEqual([])
  })

  test('cannot mean a campus without a code', async () => {
    const school = sampleSchool()
    await insertAll(place.db, 'school', [school])
    await insertAll(place.db, 'school_profile', [
      sampleProfile({ school_id: school.id, code: null, name: '东海县试验小学西校区', unit_code: '320722' }),
    ])

    expect(told(await stage(['学校'], [['东海县试验小学西校区']]))).toEqual(['A2 reject school.without-code'])
  })

  test('may do so in every sheet that speaks of schools but the register itself', () => {
    const coded = Object.entries(declaredSheets).flatMap(([name, { columns }]) =>
      Object.values(columns).flatMap(({ header, inWords }) =>
        /标识码$/.test(header['zh-CN']) ? [{ name, isNamed: inWords !== undefined }] : [],
      ),
    )

    const withoutNames = coded.flatMap(({ name, isNamed }) => (isNamed ? [] : [name]))
    expect(coded.length).toBeGreaterThan(10)
    // Uploads of logs are read by their own feature, which takes names as well.
    expect(withoutNames.sort()).toEqual(['activity-log', 'activity-week', 'schools'])
  })
})

test('a reader of schools looks for so many strange names, and finds those that stand as they are all the same', async () => {
  await insertSchool(place.db, { code: '2132000001', name: '东海县试验小学' })
  const { schoolNamed } = await schoolReader(place.db, { scope: city, today })

  const strange = Array.from({ length: 600 }, (_, at) => schoolNamed(`东海县第${at}号无名学校`).reading)

  expect(new Set(strange)).toEqual(new Set(['reject']))
  expect(schoolNamed('试验小学')).toMatchObject({ reading: 'reject' })
  expect(schoolNamed('东海县试验小学')).toMatchObject({ reading: 'accept', value: '2132000001' })
})
