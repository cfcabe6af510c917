import { expect, expectTypeOf, test } from 'vitest'
import type { Grid } from '#app/spreadsheet/grid.ts'
import { readTable } from '#app/spreadsheet/read-table.ts'
import { sheetMessage } from '#app/spreadsheet/sheet.text.ts'
import type { ContextOf, RowOf } from '#app/spreadsheet/sheet.ts'
import { placementSheet, registry, timetableSheet } from './sample-sheets.ts'
import { merge, sketch } from './sketch.ts'

function read(...grids: Grid[]) {
  return readTable(grids, placementSheet, () => registry, { known: [placementSheet, timetableSheet] })
}

const header = ['学校标识码', '项目', '起始日期', '终止日期', '学生数']

test('the row type follows from the declaration', () => {
  expectTypeOf<RowOf<typeof placementSheet>>().toEqualTypeOf<{
    school: string
    sport: string
    from: string
    to: string | null
    pupils: number | null
  }>()
})

test('columns are read in any order, under any wording, with unknown ones named', () => {
  const { rows, problems } = read(
    sketch([
      ['全市布点表'],
      ['序号', '起始日期*', '天气', 'Sport', '学校代码'],
      [1, '2025-09-01', '晴', '足球', '2132000001'],
    ]),
  )

  expect(problems).toMatchObject([
    { sheet: 'Sheet1', cell: 'C2', header: '天气', reading: 'warn', code: 'sheet.unknown-column' },
  ])
  expect(rows).toMatchObject([
    {
      row: 3,
      record: { school: '2132000001', sport: '足球', from: '2025-09-01', to: null, pupils: null },
      cells: { school: 'E3', sport: 'D3', from: 'B3' },
    },
  ])
})

test('every row is a record or is ignored for a reason', () => {
  const { rows, ignored } = read(
    sketch([
      header,
      ['示例', '足球', '2025-09-01'],
      ['2132000001', '足球', '2025-09-01'],
      [null, '小计', null, null, 1],
      header,
      ['2132000002', '足球', '2025-09-01'],
      ['2132000002'],
      [],
      ['合计', null, null, null, 2],
      ['填表人：王芳'],
      ['2.本表一式两份'],
    ]),
  )

  expect(rows.map(({ row }) => row)).toEqual([3, 6])
  expect(ignored.map(({ row, why }) => [row, why])).toEqual([
    [2, 'example'],
    [4, 'subtotal'],
    [5, 'repeated-header'],
    [7, 'not-filled-in'],
    [9, 'total'],
    [10, 'footer'],
    [11, 'after-end'],
  ])
})

test.each([
  ['小计 and 合计 that add up', 5, 9, []],
  ['合计 of the last group alone', 5, 4, []],
  ['a wrong 小计', 6, 9, ['E4 6 of 5']],
  ['a wrong 合计', 5, 10, ['E7 10 of 9']],
  ['both wrong', 50, 90, ['E4 50 of 5', 'E7 90 of 9']],
])('totals are held against the rows above them: %s', (_, subtotal, total, told) => {
  const { rows, problems } = read(
    sketch([
      header,
      ['2132000001', '足球', '2025-09-01', null, 2],
      ['2132000001', '篮球', '2025-09-01', null, 3],
      [null, '小计', null, null, `${subtotal}人`],
      ['2132000002', '足球', '2025-09-01', null, null],
      ['2132000002', '篮球', '2025-09-01', null, 4],
      ['合计', null, null, null, total],
      ['平均', null, null, null, 3],
    ]),
  )

  expect(rows).toHaveLength(4)
  expect(problems.map(({ reading }) => reading)).toEqual(told.map(() => 'warn'))
  expect(problems.map(({ cell, values }) => `${cell} ${values?.written} of ${values?.sum}`)).toEqual(told)
})

test('no total is held against rows of which one was not taken, or was left out', () => {
  const bad = [header, ['2132000001', '足球', '2025-09-01', null, '若干'], ['合计', null, null, null, 9]]
  const good = sketch([header, ['2132000001', '足球', '2025-09-01', null, 2], ['合计', null, null, null, 9]])

  expect(read(sketch(bad)).problems.map(({ cell }) => cell)).toEqual(['E2'])
  expect(read({ ...good, skipped: new Set([1]) }).problems).toEqual([])
})

test('a record below the total is read, not lost', () => {
  const { rows } = read(sketch([header, ['合计'], ['2132000001', '足球', '2025-09-01']]))

  expect(rows.map(({ row }) => row)).toEqual([3])
})

test('merged cells hold for each of their rows and 同上 for the row above', () => {
  const { rows } = read(
    sketch(
      [header, ['2132000001', '足球', '2025-09-01'], [null, '篮球', '同上'], ['2132000002', '〃', '〃']],
      { merges: [merge('A2:A3')] },
    ),
  )

  expect(rows.map(({ record }) => record)).toMatchObject([
    { school: '2132000001', sport: '足球', from: '2025-09-01' },
    { school: '2132000001', sport: '篮球', from: '2025-09-01' },
    { school: '2132000002', sport: '篮球', from: '2025-09-01' },
  ])
})

test('all problems come at once, each with its cell, what stood there and what may be meant', () => {
  const { rows, problems } = read(sketch([header, ['9', '球', null], ['2132000001', '蓝球', '2025-09-01']]))

  expect(problems).toMatchObject([
    { cell: 'A2', header: '学校标识码', raw: '9', reading: 'reject', code: 'school.unknown' },
    { cell: 'B2', raw: '球', reading: 'ask', candidates: ['足球', '篮球'] },
    { cell: 'C2', reading: 'reject', code: 'sheet.required-empty' },
    { cell: 'B3', raw: '蓝球', reading: 'warn', code: 'sport.corrected' },
  ])
  expect(rows.map(({ record }) => record?.sport ?? null)).toEqual([null, '篮球'])
})

test('a missing required column is one clear problem', () => {
  const { rows, problems } = read(
    sketch([
      ['学校标识码', '学生数'],
      ['2132000001', 3],
    ]),
  )

  expect(rows).toEqual([])
  expect(problems).toHaveLength(1)
  expect(sheetMessage('zh-CN', problems[0]!.code, problems[0]!.values)).toBe(
    '缺少必填的列：项目、起始日期，请补上后重新上传。',
  )
})

test('the template of another sheet is named', () => {
  const { problems } = read(
    sketch([
      ['学校标识码', '星期'],
      ['2132000001', '周一'],
    ]),
  )

  expect(problems).toHaveLength(1)
  expect(sheetMessage('en', problems[0]!.code, problems[0]!.values)).toBe(
    'This is the template of "Timetable"; please upload "Placements".',
  )
})

test('a workbook without any such table is one problem', () => {
  const { problems } = read(
    sketch([
      ['姓名', '电话'],
      ['王芳', '1'],
    ]),
    sketch([], { name: 'Sheet2' }),
  )

  expect(problems.map(({ code }) => code)).toEqual(['sheet.no-table'])
})

test('a second column of the same wording is refused, not overlooked', () => {
  const { problems } = read(
    sketch([
      ['学校标识码', '项目', '起始日期', '项目'],
      ['2132000001', '足球', '2025-09-01', '篮球'],
    ]),
  )

  expect(problems).toMatchObject([{ cell: 'D1', code: 'sheet.duplicate-column', values: { first: 'B1' } }])
})

test('two blocks side by side are read like one below the other, each cell where it stands', () => {
  const twice = ['序号', '学校标识码', '项目', '起始日期', '学生数']
  const { rows, ignored, problems } = read(
    sketch([
      ['布点一览表'],
      [...twice, null, ...twice, '备注'],
      [1, '2132000001', '足球', '2025-09-01', 2, null, 3, '2132000002', '足球', '2025-09-01', 4],
      [2, '同上', '蓝球', '2025-09-01', 3, null, 4, '2132000002', '球', '2025-09-01', 5],
      [null, '合计', null, null, 5, null, 5, '2132000001', '武术', '2025-09-01', 6],
      [null, null, null, null, null, null, null, '合计', null, null, 16],
    ]),
  )

  expect(rows.map(({ row, cells, values }) => [row, cells.sport, values.school, values.sport])).toEqual([
    [3, 'C3', '2132000001', '足球'],
    [4, 'C4', '2132000001', '篮球'],
    [3, 'I3', '2132000002', '足球'],
    [4, 'I4', '2132000002', undefined],
    [5, 'I5', '2132000001', '武术'],
  ])
  expect(ignored.map(({ row, why }) => [row, why])).toEqual([
    [5, 'total'],
    [6, 'total'],
  ])
  expect(problems.map(({ cell, code }) => `${cell} ${code}`)).toEqual([
    'L2 sheet.unknown-column',
    'C4 sport.corrected',
    'I4 sport.ambiguous',
    'K6 sheet.total-differs',
  ])
})

test('hidden and other sheets of the workbook are passed over by name', () => {
  const good = sketch([header, ['2132000001', '足球', '2025-09-01']])

  const { rows, problems, skippedSheets } = read(
    good,
    { ...good, name: '字典', hidden: true },
    sketch([['说明']], { name: '说明' }),
    sketch([], { name: 'Sheet3' }),
    { ...good, name: '第二批' },
  )

  expect(rows.map(({ sheet }) => sheet)).toEqual(['Sheet1', '第二批'])
  expect(problems).toEqual([])
  expect(skippedSheets).toEqual([
    { sheet: '字典', why: 'hidden' },
    { sheet: '说明', why: 'no-table' },
    { sheet: 'Sheet3', why: 'empty' },
  ])
})

test('readers say together what they need to know', () => {
  expectTypeOf<ContextOf<typeof placementSheet>>().toEqualTypeOf<{ schools: readonly string[] }>()
})
