import { readFileSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import type { Scope } from '#app/auth/scope.ts'
import { commitImport } from '#app/features/imports/commit-import.server.ts'
import { discardImport } from '#app/features/imports/discard-import.server.ts'
import { countImports, findImport, listImports } from '#app/features/imports/imports.queries.server.ts'
import { fileOfImport } from '#app/features/imports/kept-file.queries.server.ts'
import { readPart } from '#app/features/imports/parts.queries.server.ts'
import { previewImport } from '#app/features/imports/preview-import.server.ts'
import { problemMessage } from '#app/features/imports/problem-message.ts'
import type { SheetName } from '#app/features/imports/sheet-name.ts'
import { listClasses } from '#app/features/schools/classes.queries.server.ts'
import { profilesOf } from '#app/features/schools/profiles.queries.server.ts'
import {
  findSchoolByCode,
  listSchools,
  stagesOfSchools,
} from '#app/features/schools/schools.queries.server.ts'
import { closeReader } from '#app/spreadsheet/open-workbook.server.ts'
import type { Problem } from '#app/spreadsheet/problem.ts'
import { useDatabase } from '#test/support/database.ts'

const place = useDatabase()
const city: Scope = { kind: 'city' }
const today = '2025-10-15'
const actor = { id: null, name: 'tester' }

afterAll(() => closeReader())

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

function fixture(name: string): Uint8Array {
  return readFileSync(new URL(`../../../../shared/fixtures/workbooks/${name}`, import.meta.url))
}

async function preview(sheet: SheetName, bytes: Uint8Array, scope = city) {
  const result = await previewImport(place.db, {
    sheet,
    bytes,
    fileName: `${sheet}.csv`,
    today,
    now: '2025-10-15 02:00:00.000',
    scope,
    actor,
    schoolId: null,
  })
  if (!result.ok) return { ...result, id: '', run: undefined, found: result.problems }
  const run = await findImport(place.db, scope, result.id, today)
  return { ok: true, id: result.id, run, found: await readPart<Problem>(place.db, result.id, 'problems') }
}

function commit(id: string, options: { skipBadRows?: boolean; scope?: Scope } = {}) {
  return commitImport(place.db, {
    id,
    scope: options.scope ?? city,
    actor,
    today,
    now: '2025-10-15 02:01:00.000',
    skipBadRows: options.skipBadRows ?? false,
  })
}

async function imported(sheet: SheetName, bytes: Uint8Array) {
  const { id } = await preview(sheet, bytes)
  expect(await commit(id)).toEqual({ ok: true, id })
}

const schoolHead = '学校标识码,学校名称,曾用名,办学类型,主管单位,学生数,成立日期,停办日期'

describe('the registry from workbooks', () => {
  test('the schools and classes of the fixtures are entered, and a second import changes nothing', async () => {
    await imported('schools', fixture('schools.csv'))
    await imported('classes', fixture('classes.csv'))

    expect(await listSchools(place.db, city, { asOf: today })).toMatchObject([
      { code: '2132900001', name: '东海县试验小学', type: '211', unitCode: '320722', openedOn: '2000-09-01' },
      { code: '3132900002', name: '东海县试验中学', type: '311', unitCode: '320722' },
    ])
    expect(await listClasses(place.db, city, { asOf: today })).toHaveLength(16)
    const again = await preview('classes', fixture('classes.csv'))
    expect(again.run?.counts).toEqual({
      read: 16,
      new: 0,
      changed: 0,
      unchanged: 16,
      rejected: 0,
      ignored: 0,
    })
    expect((await preview('schools', fixture('schools.csv'))).run?.counts).toMatchObject({
      read: 2,
      unchanged: 2,
    })
  })

  test('a row of a known code changes the school from today on and keeps its past', async () => {
    await imported(
      'schools',
      bytesOf(`${schoolHead}\n2132000001,东海县第一小学,,小学,东海县,900,2001-09-01,`),
    )

    const changed = `${schoolHead}\n2132000001,东海县第一学校,一小、老一小,九年一贯制学校,东海,950,2001-09-01,2026-07-01`
    const { id, run } = await preview('schools', bytesOf(changed))
    await commit(id)

    expect(run?.counts).toMatchObject({ changed: 1 })
    const school = await findSchoolByCode(place.db, city, '2132000001', today)
    expect(school).toMatchObject({ name: '东海县第一学校', type: '312', pupils: 950, closedOn: '2026-07-01' })
    expect((await profilesOf(place.db, school!.id)).map(one => [one.name, one.validTo])).toEqual([
      ['东海县第一小学', '2025-10-14'],
      ['东海县第一学校', '9999-12-31'],
    ])
    expect((await stagesOfSchools(place.db, city, today)).get(school!.id)).toEqual(['primary', 'junior'])
    expect(await listSchools(place.db, city, { asOf: today, search: '老一小' })).toHaveLength(1)
    expect((await preview('schools', bytesOf(changed))).run?.counts).toMatchObject({ unchanged: 1 })
  })

  test('all problems come at once, by cell, and the rows add up', async () => {
    const { run, found } = await preview(
      'schools',
      bytesOf(
        [
          schoolHead,
          '2132000001,好小学,,小学,东海县,,,',
          '2132000002,坏小学,,大学,月球,,,',
          '2132000003,双小学,,小学,东海县,1,,',
          '2132000003,双小学,,小学,东海县,2,,',
          '2132000004,同小学,,小学,东海县,,,',
          '2132000004,同小学,,小学,东海县,,,',
          '2132000005,早小学,,小学,东海县,,2020-09-01,2019-09-01',
          '合计,6,,,,,,',
        ].join('\n'),
      ),
    )

    expect(run?.counts).toEqual({ read: 8, new: 2, changed: 0, unchanged: 0, rejected: 4, ignored: 2 })
    expect(found.map(one => `${one.cell} ${one.reading} ${one.code}`)).toEqual(
      expect.arrayContaining([
        'E3 reject registry.unit-unknown',
        'A4 reject registry.twice',
        'A5 reject registry.twice',
        'H8 reject registry.closed-before-opened',
      ]),
    )
    expect(found.some(one => one.cell === 'D3')).toBe(true)
  })

  test('classes in two blocks side by side are entered from both, once', async () => {
    await imported('schools', fixture('schools.csv'))
    const head = '学校标识码,学段,入学年份,班号,学生数'
    const bytes = bytesOf(
      [
        `${head},,${head}`,
        '2132900001,小学,2023,1,45,,2132900001,小学,2022,1,40',
        '2132900001,小学,2023,2,46,,2132900001,小学,2022,若干,41',
        '2132900001,小学,2023,3,47,,,,,,',
      ].join('\n'),
    )

    const { id, run, found } = await preview('classes', bytes)

    expect(run?.counts).toMatchObject({ read: 5, new: 4, rejected: 1, ignored: 0 })
    expect(found.map(one => one.cell)).toEqual(['J3'])
    expect(await commit(id, { skipBadRows: true })).toEqual({ ok: true, id })
    expect(await listClasses(place.db, city, { asOf: today })).toHaveLength(4)
    expect((await preview('classes', bytes)).run?.counts).toMatchObject({ unchanged: 4, rejected: 1 })
  })

  test('a total that is not the sum of its rows is told and holds nothing up', async () => {
    const { id, run, found } = await preview(
      'schools',
      bytesOf(
        [
          schoolHead,
          '2132000001,甲小学,,小学,东海县,900,,',
          '2132000002,乙小学,,小学,东海县,800,,',
          ',牛山街道小计,,,,1800,,',
          '2132000003,丙小学,,小学,东海县,700,,',
          ',合计,,,,2400,,',
        ].join('\n'),
      ),
    )

    expect(found).toMatchObject([
      { cell: 'F4', raw: '1800', reading: 'warn', values: { written: 1800, sum: 1700 } },
    ])
    expect(problemMessage('zh-CN', found[0]!)).toBe(
      '表中的合计是 1800，上面各行之和是 1700，请核对；合计本身不导入。',
    )
    expect(run?.counts).toMatchObject({ read: 5, new: 3, rejected: 0, ignored: 2 })
    expect(await commit(id)).toEqual({ ok: true, id })
  })

  test('a class of an unknown school, of a stage not run, or ending before it starts is rejected', async () => {
    await imported('schools', fixture('schools.csv'))

    const { run, found } = await preview(
      'classes',
      bytesOf(
        [
          '学校标识码,学段,入学年份,班号,学生数,终止日期',
          '2132900001,小学,2023,1,45,',
          '2132900009,小学,2023,1,45,',
          '2132900001,高中,2023,1,45,',
          '2132900001,小学,2023,2,45,2023-08-01',
          '2132900001,小学,2023,三(3)班,45,',
        ].join('\n'),
      ),
    )

    expect(run?.counts).toMatchObject({ read: 5, new: 1, rejected: 4 })
    expect(found.map(one => `${one.cell} ${one.code}`)).toEqual([
      'D6 registry.class-no',
      'A3 registry.school-unknown',
      'B4 registry.stage-not-run',
      'F5 registry.ends-before-start',
    ])
    expect(found[0]?.candidates).toEqual(['3'])
  })
})

describe('committing', () => {
  const good = bytesOf(`${schoolHead}\n2132000001,甲小学,,小学,东海县,,,`)
  const mixed = bytesOf(`${schoolHead}\n2132000001,甲小学,,小学,东海县,,,\n2132000002,乙小学,,小学,月球,,,`)

  test('nothing is written before the commit', async () => {
    await preview('schools', good)

    expect(await listSchools(place.db, city, { asOf: today })).toEqual([])
  })

  test('a file with a bad row is refused whole unless the bad rows are left out on purpose', async () => {
    const { id } = await preview('schools', mixed)

    expect(await commit(id)).toEqual({ ok: false, refusal: 'has-problems' })
    expect(await listSchools(place.db, city, { asOf: today })).toEqual([])
    expect(await commit(id, { skipBadRows: true })).toEqual({ ok: true, id })
    expect(await listSchools(place.db, city, { asOf: today })).toHaveLength(1)
  })

  test('two clicks and two tabs commit once and get the same answer', async () => {
    const { id } = await preview('schools', good)

    const answers = await Promise.all([commit(id), commit(id), commit(id)])

    expect(answers).toEqual([
      { ok: true, id },
      { ok: true, id },
      { ok: true, id },
    ])
    expect(await listSchools(place.db, city, { asOf: today })).toHaveLength(1)
    const audit = await place.db.selectFrom('audit').select('action').execute()
    expect(audit.map(row => row.action)).toEqual(['import.commit'])
  })

  test('a preview that what stands has overtaken is refused and nothing of it is written', async () => {
    const first = await preview('schools', good)
    const other = bytesOf(
      `${schoolHead}\n2132000003,丙小学,,小学,东海县,,,\n2132000009,甲小学,,小学,东海县,,,`,
    )
    const second = await preview('schools', other)
    await commit(first.id)

    expect(await commit(second.id)).toEqual({ ok: false, refusal: 'stale' })
    expect(await listSchools(place.db, city, { asOf: today })).toHaveLength(1)
  })

  test('what was given up can no longer be committed', async () => {
    const { id } = await preview('schools', good)

    await discardImport(place.db, { id, scope: city, actor, today })

    expect(await commit(id)).toEqual({ ok: false, refusal: 'no-longer-open' })
  })

  test('a file with nothing but problems is answered and not kept', async () => {
    const text = await preview('schools', bytesOf('甲,乙\n1,2\n'))

    expect(text.ok).toBe(false)
    expect(text.found.map(one => one.code)).toEqual(['sheet.no-table'])
    expect(await countImports(place.db, city, today)).toBe(0)
    expect((await preview('schools', new Uint8Array())).found.map(one => one.code)).toEqual([
      'workbook.empty',
    ])
  })
})

describe('whose import', () => {
  test('a unit imports its own schools only, and sees its own imports only', async () => {
    const donghai: Scope = { kind: 'unit', unitCode: '320722' }
    const guanyun: Scope = { kind: 'unit', unitCode: '320723' }
    const bytes = bytesOf(
      `${schoolHead}\n2132000001,甲小学,,小学,东海县,,,\n2132000002,乙小学,,小学,灌云县,,,`,
    )

    const { id, run, found } = await preview('schools', bytes, donghai)

    expect(run?.counts).toMatchObject({ new: 1, rejected: 1 })
    expect(found.map(one => one.code)).toEqual(['registry.not-yours'])
    expect(await findImport(place.db, guanyun, id, today)).toBeUndefined()
    expect(await listImports(place.db, guanyun, { asOf: today, limit: 10, offset: 0 })).toEqual([])
    expect(await listImports(place.db, donghai, { asOf: today, limit: 10, offset: 0 })).toHaveLength(1)
    expect(await commit(id, { scope: guanyun, skipBadRows: true })).toEqual({
      ok: false,
      refusal: 'not-found',
    })
    expect(await discardImport(place.db, { id, scope: guanyun, actor, today })).toMatchObject({ ok: false })
  })

  test('the original file is kept byte for byte', async () => {
    const bytes = fixture('schools.csv')

    const { id } = await preview('schools', bytes)

    expect(Buffer.from((await fileOfImport(place.db, id))!).equals(Buffer.from(bytes))).toBe(true)
  })
})
