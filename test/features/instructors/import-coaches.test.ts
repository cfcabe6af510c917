import { afterAll, describe, expect, test } from 'vitest'
import type { Scope } from '#app/auth/scope.ts'
import { problemMessage } from '#app/features/imports/problem-message.ts'
import type { StagedImport } from '#app/features/imports/sheet-import.ts'
import { coachesSheet } from '#app/features/instructors/coaches.sheet.ts'
import { coachRecords } from '#app/features/instructors/export-coaches.server.ts'
import { coachesImport } from '#app/features/instructors/import-coaches.server.ts'
import { listInstructors } from '#app/features/instructors/instructors.queries.server.ts'
import { closeReader, openWorkbook } from '#app/spreadsheet/open-workbook.server.ts'
import { writeTable } from '#app/spreadsheet/write-table.server.ts'
import { writeTemplate } from '#app/spreadsheet/write-template.server.ts'
import { sampleCoachPlacement, sampleInstructor } from '#db/samples.ts'
import { insertAll, inTransaction } from '#db/write.server.ts'
import { sketch } from '#test/spreadsheet/sketch.ts'
import { useDatabase } from '#test/support/database.ts'
import { insertSchool } from '#test/support/school.ts'

const place = useDatabase()
const today = '2025-10-15'
const city: Scope = { kind: 'city' }
const donghai: Scope = { kind: 'unit', unitCode: '320722' }
const headers = [
  ...['学校标识码', '单位', '姓名', '类别', '项目', '学段', '职称', '运动员等级', '用工方式', '周课时'],
  ...['起始日期', '终止日期'],
]

function context(scope: Scope) {
  return {
    importId: 'I1',
    fileName: '名册.xlsx',
    today,
    now: '2025-10-15 02:00:00.000',
    scope,
    actor: { id: null, name: 'tester' },
    schoolId: null,
  }
}

type Cells = (string | number | null)[]

function stage(rows: Cells[], scope: Scope = city): Promise<StagedImport> {
  return coachesImport.stage(place.db, [sketch(rows)], context(scope))
}

async function stageBytes(bytes: Uint8Array): Promise<StagedImport> {
  const workbook = await openWorkbook(bytes)
  if (!workbook.ok) throw new Error(workbook.refusal)
  return coachesImport.stage(place.db, workbook.grids, context(city))
}

function commit(staged: StagedImport, scope: Scope = city) {
  return inTransaction(place.db, tx => coachesImport.commit(tx, staged.rows, context(scope)))
}

function undo(changes: Awaited<ReturnType<typeof commit>>, scope: Scope = city) {
  return inTransaction(place.db, tx => coachesImport.undo!(tx, changes, { importId: '', scope, today }))
}

afterAll(() => closeReader())

const coach = [
  ...['2132000001', null, '王海燕', '教练员', '足球、田径', '小学', '一级教练', '一级、无', '兼职', 8],
  ...['2025-09-01', '2026-08-31'],
]
const teacher = [
  ...['2132000001', null, '李强', '体育教师', '足球', null, '一级教师', null, null, null],
  ...['2023-09-01', null],
]
const pooled = [
  ...[null, '东海县', '张志强', '教练员', '篮球', null, null, null, '专职编外', 12],
  ...['2025-09-01', '2027-08-31'],
]

async function register() {
  return listInstructors(place.db, city, { asOf: today })
}

describe('the roster', () => {
  test('as the template has its example, imports', async () => {
    await insertSchool(place.db)
    const example = Object.fromEntries(
      Object.entries(coachesSheet.columns).map(([key, column]) => [key, column.example]),
    )

    const staged = await stageBytes(
      await writeTemplate(coachesSheet, { locale: 'zh-CN', rows: [example as never] }),
    )

    expect(staged.problems).toEqual([])
    expect(staged.rows).toMatchObject([{ verdict: 'new', shown: { name: '王海燕', sports: '足球' } }])
  })

  test('is committed once: the second time every row is unchanged', async () => {
    await insertSchool(place.db)
    const rows = [headers, coach, teacher, pooled]

    const staged = await stage(rows)
    const changes = await commit(staged)
    const again = await stage(rows)

    expect(staged.problems).toEqual([])
    expect(changes).toHaveLength(3)
    expect(
      (await register()).map(one => [one.name, one.title, one.hoursWeek, one.sports.length]).sort(),
    ).toEqual(
      [
        ['张志强', '', 12, 1],
        ['李强', 'LEVEL1', null, 1],
        ['王海燕', 'INTERMEDIATE', 8, 2],
      ].sort(),
    )
    expect(again.rows.map(row => row.verdict)).toEqual(['unchanged', 'unchanged', 'unchanged'])
    expect(await commit(again)).toEqual([])
  })

  test('that was exported says unchanged for every row', async () => {
    const school = await insertSchool(place.db)
    await commit(await stage([headers, coach, teacher, pooled]))
    await insertAll(place.db, 'instructor', [
      sampleInstructor({
        name: '王海燕',
        namesake: 2,
        school_id: school.id,
        valid_to: '2025-06-30',
        end_reason: '调离',
      }),
    ])
    const [namesake] = (await register()).filter(one => one.namesake === 2)
    await insertAll(place.db, 'instructor_sport', [
      { instructor_id: namesake?.id ?? '', sport_code: 'wushu', grade: 'MASTER' },
    ])
    const records = await coachRecords(place.db, city, { asOf: today })

    const staged = await stageBytes(await writeTable(coachesSheet, records, { locale: 'zh-CN' }))

    expect(staged.problems).toEqual([])
    expect(staged.rows.map(row => row.verdict)).toEqual(Array(4).fill('unchanged'))
  })

  test('changes a contract known by its first day, and shows what stood before', async () => {
    await insertSchool(place.db)
    await commit(await stage([headers, coach]))

    const staged = await stage([
      headers,
      coach.map((cell, at) => (at === 9 ? 10 : at === 6 ? '中级教练' : cell)),
    ])
    await commit(staged)

    expect(staged.rows).toMatchObject([
      {
        verdict: 'changed',
        before: { hours: 8, title: '一级教练' },
        shown: { hours: 10, title: '中级教练' },
      },
    ])
    expect(await register()).toMatchObject([{ hoursWeek: 10, titleLiteral: '中级教练' }])
  })

  test('with a later first day gives the same person a further contract', async () => {
    await insertSchool(place.db)
    await commit(await stage([headers, coach]))

    await commit(await stage([headers, [...coach.slice(0, 10), '2026-09-01', '2027-08-31']]))

    const [first, second] = await register()
    expect(second).toMatchObject({ personId: first?.personId, validFrom: '2026-09-01' })
    const continued = await place.db
      .selectFrom('instructor')
      .select('continues')
      .orderBy('valid_from')
      .execute()
    expect(continued).toEqual([{ continues: null }, { continues: first?.id }])
  })

  test('of a school makes no PE teacher of a coach, neither by correcting nor by a further contract', async () => {
    const school = await insertSchool(place.db)
    await commit(await stage([headers, coach]))
    const asTeacher = (validFrom: string) => [
      ...[...coach.slice(0, 3), '体育教师', ...coach.slice(4, 6), '一级教师', coach[7] ?? null, null, null],
      ...[validFrom, null],
    ]

    for (const validFrom of ['2025-09-01', '2026-09-01']) {
      const rows = [headers, asTeacher(validFrom)]
      const staged = await stage(rows, { kind: 'school', schoolId: school.id })
      expect(staged.problems.map(one => one.code)).toEqual(['roster.kind-not-yours'])
      expect((await stage(rows, donghai)).rows).toHaveLength(1)
    }
  })

  test('without a column leaves what stands there', async () => {
    await insertSchool(place.db)
    await commit(await stage([headers, coach]))

    const staged = await stage([
      ['学校标识码', '姓名', '类别', '项目', '起始日期'],
      ['2132000001', '王海燕', '教练员', '田径、足球', '2025-09-01'],
    ])

    expect(staged.rows.map(row => row.verdict)).toEqual(['unchanged'])
  })

  test('says which columns it does not take', async () => {
    await insertSchool(place.db)

    const staged = await stage([
      [...headers, '籍贯'],
      [...coach, '连云港'],
    ])

    expect(staged.rows).toHaveLength(1)
    expect(staged.problems).toMatchObject([{ header: '籍贯', reading: 'warn', code: 'sheet.unknown-column' }])
  })

  test('tells all that is wrong by cell and takes nothing wrong in silence', async () => {
    await insertSchool(place.db)
    const wrong = (given: Record<number, string | number | null>) =>
      coach.map((cell, at) => (at in given ? given[at]! : cell))
    const staged = await stage([
      headers,
      wrong({ 0: '2132000099', 2: '甲' }),
      wrong({ 3: '门卫', 2: '乙' }),
      wrong({ 4: '足求', 2: '丙' }),
      wrong({ 6: '特级教练', 2: '丁' }),
      wrong({ 7: '一级', 2: '戊' }),
      wrong({ 8: null, 2: '己' }),
      wrong({ 9: 41, 2: '庚' }),
      wrong({ 5: '高中', 2: '辛' }),
      wrong({ 8: '实习', 11: '2026-09-01', 2: '壬' }),
      wrong({ 10: '2026-09-01', 11: '2026-08-31', 2: '癸' }),
      wrong({ 0: null, 2: '子' }),
    ])

    expect(staged.rows).toEqual([])
    expect(staged.problems.map(one => [one.cell, one.code])).toEqual([
      ['D3', 'choice.unknown'],
      ['E4', 'roster.sport-unknown'],
      ['J8', 'number.out-of-bounds'],
      ['A2', 'roster.school-unknown'],
      ['G5', 'roster.title-unknown'],
      ['H6', 'roster.grades-differ'],
      ['I7', 'roster.engagement-missing'],
      ['F9', 'roster.stage-not-run'],
      ['L10', 'roster.intern-over-a-year'],
      ['L11', 'roster.ends-before-start'],
      ['B12', 'roster.unit-needed'],
    ])
    const unknown = problemMessage('zh-CN', { code: 'import.unknown' })
    for (const { code, values } of staged.problems)
      expect(problemMessage('zh-CN', { code, values })).not.toBe(unknown)
  })

  test('rejects two rows of one person that contradict or overlap, and two years of an intern', async () => {
    await insertSchool(place.db)
    const row = (name: string, engagement: string, from: string, to: string) => [
      ...['2132000001', null, name, '教练员', '足球', null, null, null, engagement, 8],
      ...[from, to],
    ]
    const staged = await stage([
      headers,
      row('甲', '兼职', '2025-09-01', '2026-08-31'),
      row('甲', '志愿', '2025-09-01', '2026-08-31'),
      row('乙', '兼职', '2025-09-01', '2026-08-31'),
      row('乙', '兼职', '2026-03-01', '2027-08-31'),
      row('丙', '实习', '2024-09-01', '2025-08-31'),
      row('丙', '实习', '2025-09-01', '2026-08-31'),
    ])

    expect(staged.problems.map(one => [one.cell, one.code])).toEqual([
      ['K2', 'roster.twice'],
      ['K3', 'roster.twice'],
      ['K4', 'roster.overlaps'],
      ['K5', 'roster.overlaps'],
      ['L6', 'roster.intern-over-a-year'],
      ['L7', 'roster.intern-over-a-year'],
    ])
  })

  test('with an ID or phone number anywhere is refused in one sentence, which does not repeat it', async () => {
    await insertSchool(place.db)
    const withColumn = (cell: string | number) => [
      [...headers, '身份证号'],
      [...coach, cell],
      [...teacher, cell],
    ]

    for (const cell of [
      '320706199901010014',
      320706199901010000,
      13800138000,
      '3207 0619 9901 0100 14',
      '13800138000',
    ]) {
      const staged = await stage(withColumn(cell))
      expect(staged.rows).toEqual([])
      expect(staged.problems).toMatchObject([
        { cell: 'M2', header: '身份证号', raw: '', code: 'roster.personal-number' },
      ])
      expect(JSON.stringify(staged)).not.toMatch(/3207 ?0619|1380013/)
    }
  })

  test('stays within the scope: a unit its own, a school its own without naming its code', async () => {
    const own = await insertSchool(place.db)
    await insertSchool(place.db, { code: '2132000003', name: '灌云县丙字小学', unitCode: '320723' })
    const foreign = ['2132000003', ...coach.slice(1)]

    const byUnit = await stage([headers, coach, foreign, [null, '灌云县', ...pooled.slice(2)]], donghai)
    const bySchool = await stage([headers, [null, ...coach.slice(1)], pooled], {
      kind: 'school',
      schoolId: own.id,
    })

    expect(byUnit.rows.map(row => row.row)).toEqual([2])
    expect(byUnit.problems.map(one => one.code)).toEqual(['roster.school-unknown', 'roster.not-allowed'])
    expect(bySchool.rows).toMatchObject([{ row: 2, verdict: 'new' }])
    expect(bySchool.problems.map(one => one.code)).toEqual(['roster.not-allowed'])
  })

  test('is stale when the same person was entered since the preview', async () => {
    await insertSchool(place.db)
    const staged = await stage([headers, coach])
    await commit(await stage([headers, coach.map((cell, at) => (at === 10 ? '2025-10-01' : cell))]))

    await expect(commit(staged)).rejects.toThrow()
  })
})

describe('undoing', () => {
  test('takes away what was added and gives back what was changed', async () => {
    await insertSchool(place.db)
    await commit(await stage([headers, coach]))
    const changes = await commit(
      await stage([headers, coach.map((cell, at) => (at === 9 ? 10 : cell)), teacher]),
    )

    expect(await undo(changes)).toEqual({ ok: true })
    expect(await register()).toMatchObject([{ name: '王海燕', hoursWeek: 8 }])
  })

  test('is refused where work entered since would not fit the earlier wording', async () => {
    const school = await insertSchool(place.db)
    await commit(await stage([headers, coach]))
    const changes = await commit(await stage([headers, coach.map((cell, at) => (at === 9 ? 20 : cell))]))
    const [one] = await register()
    const work = { instructor_id: one?.id ?? '', school_id: school.id, hours_week: 15 }
    await insertAll(place.db, 'coach_placement', [
      sampleCoachPlacement({ ...work, valid_from: '2025-09-01', valid_to: '2026-08-31' }),
    ])

    expect(await undo(changes)).toMatchObject({ refusal: 'changed-since' })
    expect(await register()).toMatchObject([{ hoursWeek: 20 }])
  })

  test('is refused, and nothing changes, once work hangs on it, it was changed, or it is somebody else’s', async () => {
    const school = await insertSchool(place.db)
    const changes = await commit(await stage([headers, coach, teacher]))
    const [one] = (await register()).filter(each => each.name === '王海燕')

    expect(await undo(changes, { kind: 'unit', unitCode: '320723' })).toEqual({
      ok: false,
      refusal: 'not-yours',
    })
    const work = sampleCoachPlacement({ instructor_id: one?.id ?? '', school_id: school.id })
    await insertAll(place.db, 'coach_placement', [work])
    expect(await undo(changes)).toMatchObject({ refusal: 'changed-since' })
    await place.db.deleteFrom('coach_placement').execute()
    await place.db
      .updateTable('instructor')
      .set({ hours_week: 9 })
      .where('id', '=', one?.id ?? '')
      .execute()
    expect(await undo(changes)).toMatchObject({ refusal: 'changed-since' })
    expect(await register()).toHaveLength(2)
  })
})
