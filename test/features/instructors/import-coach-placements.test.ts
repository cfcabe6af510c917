import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import type { Scope } from '#app/auth/scope.ts'
import { problemMessage } from '#app/features/imports/problem-message.ts'
import type { StagedImport } from '#app/features/imports/sheet-import.ts'
import { coachPlacementsSheet } from '#app/features/instructors/coach-placements.sheet.ts'
import { listCoachPlacements } from '#app/features/instructors/coach-work.queries.server.ts'
import { coachPlacementRecords } from '#app/features/instructors/export-coaches.server.ts'
import { coachPlacementsImport } from '#app/features/instructors/import-coach-placements.server.ts'
import { renewCoach } from '#app/features/instructors/renew-coach.server.ts'
import { closeReader, openWorkbook } from '#app/spreadsheet/open-workbook.server.ts'
import { writeTable } from '#app/spreadsheet/write-table.server.ts'
import { writeTemplate } from '#app/spreadsheet/write-template.server.ts'
import { sampleInstructor } from '#db/samples.ts'
import { insertAll, inTransaction } from '#db/write.server.ts'
import { sketch } from '#test/spreadsheet/sketch.ts'
import { useDatabase } from '#test/support/database.ts'
import { insertSchool } from '#test/support/school.ts'

const place = useDatabase()
const today = '2025-10-15'
const at = '2025-10-15 02:00:00.000'
const by = { id: null, name: 'tester' }
const city: Scope = { kind: 'city' }
const headers = [
  ...[
    '学校标识码',
    '姓名',
    '统筹单位',
    '同名序号',
    '项目',
    '学段',
    '周课时',
    '上课时间',
    '起始日期',
    '终止日期',
  ],
  '备注',
]

function context(scope: Scope) {
  return {
    ...{ importId: 'I1', fileName: '安排.xlsx', today, now: at, scope, actor: by, schoolId: null },
  }
}

type Cells = (string | number | null)[]

function stage(rows: Cells[], scope: Scope = city): Promise<StagedImport> {
  return coachPlacementsImport.stage(place.db, [sketch(rows)], context(scope))
}

async function stageBytes(bytes: Uint8Array): Promise<StagedImport> {
  const workbook = await openWorkbook(bytes)
  if (!workbook.ok) throw new Error(workbook.refusal)
  return coachPlacementsImport.stage(place.db, workbook.grids, context(city))
}

function commit(staged: StagedImport, scope: Scope = city) {
  return inTransaction(place.db, tx => coachPlacementsImport.commit(tx, staged.rows, context(scope)))
}

function undo(changes: Awaited<ReturnType<typeof commit>>, scope: Scope = city) {
  return inTransaction(place.db, tx =>
    coachPlacementsImport.undo!(tx, changes, { importId: '', scope, today }),
  )
}

function work() {
  return listCoachPlacements(place.db, city, { asOf: today })
}

function row(given: Record<number, string | number | null> = {}): Cells {
  const usual: Cells = [
    ...['2132000001', '王海燕', '东海县', null, '足球', '小学', 4, '周二 16:00-17:30'],
    ...['2025-09-01', '2026-01-31', null],
  ]
  return usual.map((cell, n) => (n in given ? given[n]! : cell))
}

beforeEach(async () => {
  await insertSchool(place.db)
  await insertSchool(place.db, { code: '2132000002', name: '东海县乙字小学' })
  const coach = sampleInstructor({ valid_from: '2024-09-01', valid_to: '2027-08-31', hours_week: 10 })
  const namesake = sampleInstructor({ namesake: 2, valid_from: '2024-09-01', hours_week: 10 })
  await insertAll(place.db, 'instructor', [coach, namesake])
  await insertAll(
    place.db,
    'instructor_sport',
    [coach, namesake].map(one => ({ instructor_id: one.id, sport_code: 'football', grade: '' as const })),
  )
})

afterAll(() => closeReader())

describe('the sheet of coaches’ work', () => {
  test('as the template has its example, imports', async () => {
    const example = Object.fromEntries(
      Object.entries(coachPlacementsSheet.columns).map(([key, column]) => [key, column.example]),
    )
    const pooled = { ...example, homeCode: null }

    const staged = await stageBytes(
      await writeTemplate(coachPlacementsSheet, { locale: 'zh-CN', rows: [pooled as never] }),
    )

    expect(staged.problems).toEqual([])
    expect(staged.rows).toMatchObject([
      { verdict: 'new', shown: { name: '王海燕', times: '周二 16:00-17:30' } },
    ])
  })

  test('is committed once: the second time every row is unchanged', async () => {
    const rows = [headers, row(), row({ 0: '2132000002', 7: '周四 16:00-17:30', 9: null, 10: '校队' })]

    const staged = await stage(rows)
    const changes = await commit(staged)
    const again = await stage(rows)

    expect(staged.problems).toEqual([])
    expect(changes).toHaveLength(2)
    expect(again.rows.map(one => one.verdict)).toEqual(['unchanged', 'unchanged'])
    expect(await commit(again)).toEqual([])
  })

  test('that was exported says unchanged for every row, without work that never held', async () => {
    await commit(
      await stage([headers, row(), row({ 3: 2 }), row({ 0: '2132000002', 7: '周四 16:00-17:30' })]),
    )
    const [first] = await work()
    await renewCoach(place.db, city, by, {
      ...{ placementId: first?.id ?? '', validTo: '2026-06-30', isConfirmed: true, today, at },
    })
    const records = await coachPlacementRecords(place.db, city, { asOf: today })

    const staged = await stageBytes(await writeTable(coachPlacementsSheet, records, { locale: 'zh-CN' }))

    expect(staged.problems).toEqual([])
    expect(staged.rows.map(one => one.verdict)).toEqual(Array(4).fill('unchanged'))
  })

  test('changes stages, hours, times, end and note of work known by its first day', async () => {
    await commit(await stage([headers, row()]))

    const staged = await stage([headers, row({ 6: 6, 7: '周三 16:00-17:30', 9: '2025-12-31', 10: '调整' })])
    await commit(staged)

    expect(staged.rows).toMatchObject([{ verdict: 'changed', before: { hours: 4 }, shown: { hours: 6 } }])
    expect(await work()).toMatchObject([
      { hoursWeek: 6, validTo: '2025-12-31', note: '调整', times: [{ weekday: 3 }] },
    ])
  })

  test('judges its rows beside each other and beside what stands: clash, limit, contract, person', async () => {
    const staged = await stage([
      headers,
      row(),
      row({ 0: '2132000002', 6: 4, 7: '周二 17:00-18:00' }),
      row({ 0: '2132000002', 6: 4, 7: '周五 16:00-17:30', 8: '2027-09-01', 9: '2027-12-31' }),
      row({ 1: '李强' }),
      row({ 3: 2, 4: '武术' }),
      row({ 3: 2, 6: 11 }),
      row({ 7: '下午四点', 8: '2026-02-01', 9: '2026-06-30' }),
    ])

    expect(staged.rows).toEqual([])
    expect(staged.problems.map(one => [one.cell, one.code])).toEqual([
      ['H8', 'roster.times-unclear'],
      ['I4', 'roster.no-contract'],
      ['B5', 'roster.person-unknown'],
      ['E6', 'roster.sport-not-theirs'],
      ['H2', 'work.clash'],
      ['H3', 'work.clash'],
      ['G7', 'work.above-limit'],
    ])
    const clash = staged.problems.find(one => one.cell === 'H2')
    expect(problemMessage('zh-CN', { code: clash?.code ?? '', values: clash?.values })).toBe(
      '周二 16:00-17:30 与东海县乙字小学的课冲突。',
    )
  })

  test('takes what nobody can reckon with a warning, never without a word', async () => {
    const staged = await stage([headers, row(), row({ 0: '2132000002', 7: '周二 18:00-19:00' })])

    expect(staged.rows).toHaveLength(2)
    expect(staged.problems.map(one => [one.reading, one.code])).toEqual([
      ['warn', 'work.travel-unknown'],
      ['warn', 'work.travel-unknown'],
    ])
  })

  test('is refused to whoever does not keep the coach', async () => {
    const own = (await work()).length
    const { id: schoolId } = await place.db
      .selectFrom('school_profile')
      .select('school_id as id')
      .where('code', '=', '2132000001')
      .executeTakeFirstOrThrow()

    const bySchool = await stage([headers, row()], { kind: 'school', schoolId })
    const byOther = await stage([headers, row()], { kind: 'unit', unitCode: '320723' })

    expect(bySchool.problems.map(one => [one.cell, one.code])).toEqual([['C2', 'roster.not-allowed']])
    expect(byOther.problems.map(one => one.code)).toEqual(['roster.school-unknown'])
    expect(own).toBe(0)
  })

  test('is stale when the hours were given away since the preview', async () => {
    const staged = await stage([headers, row({ 6: 8 })])
    await commit(await stage([headers, row({ 0: '2132000002', 6: 8, 7: '周四 16:00-17:30' })]))

    await expect(commit(staged)).rejects.toThrow()
    expect(await work()).toHaveLength(1)
  })
})

describe('undoing', () => {
  test('takes away what was added and gives back what was changed', async () => {
    await commit(await stage([headers, row()]))
    const changes = await commit(
      await stage([headers, row({ 6: 6 }), row({ 0: '2132000002', 7: '周四 16:00-17:30' })]),
    )

    expect(await undo(changes)).toEqual({ ok: true })
    expect(await work()).toMatchObject([{ hoursWeek: 4, schoolName: '东海县试验小学' }])
  })

  test('is refused, and nothing changes, where it was renewed or the earlier form no longer fits', async () => {
    const added = await commit(await stage([headers, row()]))
    const changed = await commit(await stage([headers, row({ 7: '周三 16:00-17:30' })]))
    await commit(await stage([headers, row({ 0: '2132000002', 7: '周二 16:00-17:30' })]))

    expect(await undo(changed)).toMatchObject({ refusal: 'changed-since' })
    expect(await undo(added)).toMatchObject({ refusal: 'changed-since' })
    expect(await undo(changed, { kind: 'unit', unitCode: '320723' })).toEqual({
      ok: false,
      refusal: 'not-yours',
    })
    expect(await work()).toMatchObject([{ times: [{ weekday: 3 }] }, { times: [{ weekday: 2 }] }])
  })
})
