import { afterAll, describe, expect, test } from 'vitest'
import type { Scope } from '#app/auth/scope.ts'
import type { StagedImport } from '#app/features/imports/sheet-import.ts'
import { placementRecords } from '#app/features/program/export-placements.server.ts'
import { placementsImport } from '#app/features/program/import-placements.server.ts'
import { placementsOfSchools } from '#app/features/program/placements.queries.server.ts'
import { placementsSheet } from '#app/features/program/placements.sheet.ts'
import { placementProblem } from '#app/features/program/placements-problems.text.ts'
import { closeReader, openWorkbook } from '#app/spreadsheet/open-workbook.server.ts'
import { writeTable } from '#app/spreadsheet/write-table.server.ts'
import { writeTemplate } from '#app/spreadsheet/write-template.server.ts'
import { inTransaction } from '#db/write.server.ts'
import { sketch } from '#test/spreadsheet/sketch.ts'
import { useDatabase } from '#test/support/database.ts'
import { insertSchool } from '#test/support/school.ts'
import { insertPlaced } from './city.ts'

const place = useDatabase()
const headers = ['学校标识码', '项目', '学段', '角色', '起始日期', '终止日期', '文号']
const city: Scope = { kind: 'city' }

function context(scope: Scope) {
  return {
    importId: 'I1',
    fileName: '布点.xlsx',
    today: '2025-10-15',
    now: '2025-10-15 02:00:00.000',
    scope,
    actor: { id: null, name: 'tester' },
    schoolId: null,
  }
}

function stage(rows: (string | number | null)[][], scope: Scope = city): Promise<StagedImport> {
  return placementsImport.stage(place.db, [sketch(rows)], context(scope))
}

async function stageBytes(bytes: Uint8Array): Promise<StagedImport> {
  const workbook = await openWorkbook(bytes)
  if (!workbook.ok) throw new Error(workbook.refusal)
  return placementsImport.stage(place.db, workbook.grids, context(city))
}

afterAll(() => closeReader())

function commit(staged: StagedImport, scope: Scope = city) {
  return inTransaction(place.db, tx => placementsImport.commit(tx, staged.rows, context(scope)))
}

const football = ['2132000001', '足球', '小学', '成员', '2025-09-01', null, '连教体〔2025〕3号']

describe('a sheet of placements', () => {
  test('as the template has its example, imports', async () => {
    await insertSchool(place.db)
    const example = Object.fromEntries(
      Object.entries(placementsSheet.columns).map(([key, column]) => [key, column.example]),
    )

    const staged = await stageBytes(
      await writeTemplate(placementsSheet, { locale: 'zh-CN', rows: [example as never] }),
    )

    expect(staged.problems).toEqual([])
    expect(staged.rows).toMatchObject([{ verdict: 'new', shown: { sport: '足球', validFrom: '2024-09-01' } }])
  })

  test('is committed once: the second time every row is unchanged', async () => {
    const { id } = await insertSchool(place.db)
    const rows = [
      headers,
      football,
      ['2132000001', 'basketball', '小学', '牵头', '2025-09-01', '2026-08-31', null],
    ]

    const changes = await commit(await stage(rows))
    const again = await stage(rows)

    expect(changes).toHaveLength(2)
    expect(await placementsOfSchools(place.db, [id])).toMatchObject([
      { sport: 'basketball', role: 'leader', validTo: '2026-08-31', document: '' },
      { sport: 'football', role: 'member', validTo: '9999-12-31', document: '连教体〔2025〕3号' },
    ])
    expect(again.rows.map(row => row.verdict)).toEqual(['unchanged', 'unchanged'])
    expect(await commit(again)).toEqual([])
  })

  test('that was exported says unchanged for every row', async () => {
    await insertPlaced(place.db, { type: '312', stages: ['primary', 'junior'] }, [
      ['football', 'primary', { role: 'leader', valid_to: '2024-06-30' }],
      ['football', 'primary', { valid_from: '2024-07-01', document: '' }],
      ['athletics', 'junior'],
    ])
    const records = await placementRecords(place.db, city, { asOf: '2025-10-15' })

    const staged = await stageBytes(await writeTable(placementsSheet, records, { locale: 'zh-CN' }))

    expect(staged.problems).toEqual([])
    expect(staged.rows.map(row => row.verdict)).toEqual(['unchanged', 'unchanged', 'unchanged'])
  })

  test('changes end, role and document of a placement known by its first day', async () => {
    const { id } = await insertSchool(place.db)
    await commit(await stage([headers, football]))

    const staged = await stage([headers, [...football.slice(0, 3), '牵头', '2025-09-01', '2025-12-31', null]])
    await commit(staged)

    expect(staged.rows).toMatchObject([{ verdict: 'changed', before: { role: '成员', validTo: null } }])
    expect(await placementsOfSchools(place.db, [id])).toMatchObject([
      { role: 'leader', validTo: '2025-12-31', document: '' },
    ])
  })

  test('without a column leaves what stands there', async () => {
    await insertSchool(place.db)
    await commit(await stage([headers, football]))

    const staged = await stage([
      ['学校标识码', '项目', '学段', '起始日期'],
      ['2132000001', '足球', '小学', '2025-09-01'],
    ])

    expect(staged.rows.map(row => row.verdict)).toEqual(['unchanged'])
  })

  test('may end one placement and begin the next in one go', async () => {
    const { id } = await insertSchool(place.db)
    await commit(await stage([headers, football]))

    const staged = await stage([
      headers,
      ['2132000001', '足球', '小学', '牵头', '2026-01-01', null, null],
      [...football.slice(0, 5), '2025-12-31', football[6]!],
    ])
    await commit(staged)

    expect(staged.rows.map(row => row.verdict)).toEqual(['new', 'changed'])
    expect((await placementsOfSchools(place.db, [id])).map(one => one.validTo)).toEqual([
      '2025-12-31',
      '9999-12-31',
    ])
  })
})

describe('a row that cannot stand', () => {
  const codes = (staged: StagedImport) => staged.problems.map(({ cell, code }) => [cell, code])

  test('is told at its cell, in words', async () => {
    await insertSchool(place.db, { closedOn: '2026-07-01' })
    await commit(await stage([headers, football]))

    const staged = await stage([
      headers,
      ['2132000009', '足球', '小学', null, '2025-09-01', null, null],
      ['2132000001', '蹴鞠', '小学', null, '2025-09-01', null, null],
      ['2132000001', '足求', '小学', null, '2025-09-01', null, null],
      ['2132000001', '网球', '初中', null, '2025-09-01', null, null],
      ['2132000001', '网球', '小学', null, '2025-09-01', '2025-08-31', null],
      ['2132000001', '网球', '小学', null, '2026-07-01', null, null],
      ['2132000001', '足球', '小学', null, '2025-10-01', null, null],
    ])

    expect(codes(staged)).toEqual([
      ['B3', 'placement.sport-unknown'],
      ['B4', 'placement.sport-unknown'],
      ['A2', 'placement.school-unknown'],
      ['C5', 'placement.stage-not-run'],
      ['F6', 'placement.ends-before-start'],
      ['E7', 'placement.school-not-open'],
      ['E8', 'placement.overlaps'],
    ])
    expect(staged.problems[1]).toMatchObject({ reading: 'ask' })
    expect(staged.rows).toEqual([])
    expect(staged.rejected.map(({ row }) => row)).toEqual([2, 3, 4, 5, 6, 7, 8])
    for (const { code, values } of staged.problems)
      for (const locale of ['zh-CN', 'en'] as const)
        expect(placementProblem(locale, code, values)).toMatch(/\S/)
  })

  test('twice the same is ignored, twice with other values is refused', async () => {
    await insertSchool(place.db)
    const twice = await stage([headers, football, football])
    const contradicting = await stage([
      headers,
      football,
      [...football.slice(0, 3), '牵头', '2025-09-01', null, null],
    ])
    const overlapping = await stage([headers, football, [...football.slice(0, 4), '2025-10-01', null, null]])

    expect([twice.rows.length, twice.ignored.length, twice.rejected.length]).toEqual([1, 1, 0])
    expect(contradicting.rejected).toHaveLength(2)
    expect(codes(contradicting)).toEqual([
      ['E2', 'placement.twice'],
      ['E3', 'placement.twice'],
    ])
    expect(overlapping.rejected).toHaveLength(2)
  })

  test('a school of another unit does not exist for an officer', async () => {
    await insertSchool(place.db, { unitCode: '320723' })
    const donghai: Scope = { kind: 'unit', unitCode: '320722' }

    expect(codes(await stage([headers, football], donghai))).toEqual([['A2', 'placement.school-unknown']])
  })

  test('is found again at the commit: nothing is written when it no longer stands', async () => {
    const { id } = await insertSchool(place.db)
    const staged = await stage([headers, football])
    await place.db.updateTable('school').set({ closed_on: '2025-01-01' }).where('id', '=', id).execute()

    await expect(commit(staged)).rejects.toThrow()
    expect(await placementsOfSchools(place.db, [id])).toEqual([])
  })
})
