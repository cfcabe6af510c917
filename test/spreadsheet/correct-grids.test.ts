import { expect, test } from 'vitest'
import { correctGrids, rowsOfCell } from '#app/spreadsheet/correct-grids.ts'
import { cellAddress, type Grid, placeOfAddress, rawOf } from '#app/spreadsheet/grid.ts'
import { readTable } from '#app/spreadsheet/read-table.ts'
import { placementSheet, registry } from './sample-sheets.ts'
import { merge, sketch } from './sketch.ts'

const header = ['学校标识码', '项目', '起始日期', '终止日期', '学生数']

const read = (...grids: Grid[]) => readTable(grids, placementSheet, () => registry)

test('an address and its place are each other’s, and what is no address has no place', () => {
  for (const [row, column] of [
    [0, 0],
    [16, 2],
    [19_999, 25],
    [4, 26],
    [4, 701],
    [4, 702],
  ] as const)
    expect(placeOfAddress(cellAddress(row, column))).toEqual({ row, column })
  for (const text of ['', '17', 'C', 'C0', 'c7', 'C7 ', 'ABCD1', 'C17:D18'])
    expect(placeOfAddress(text)).toBeNull()
})

test('a correction is read as if it stood in the cell, and the grids given stay as they are', () => {
  const given = [sketch([header, ['2132000001', '球', '2025-09-01'], ['2132000001', '球', 45]])]
  const before = JSON.stringify(given)

  const corrected = correctGrids(given, {
    cells: [
      { sheet: 'Sheet1', cell: 'B2', text: '篮球' },
      { sheet: 'Sheet1', cell: 'E3', text: '30' },
      { sheet: '另一张', cell: 'B3', text: '足球' },
    ],
    skipped: [],
  })

  const { rows, problems } = read(...corrected)
  expect(problems.map(({ cell, code }) => `${cell} ${code}`)).toEqual(['B3 sport.ambiguous'])
  expect(rows[0]?.record).toMatchObject({ sport: '篮球' })
  expect(rows[1]?.values).toMatchObject({ pupils: 30 })
  expect(JSON.stringify(given)).toBe(before)
})

test('a wrong correction is a problem again, and an empty one is a missing value', () => {
  const given = [sketch([header, ['2132000001', '足球', '2025-09-01'], ['2132000001', '足球', '2025-09-01']])]

  const { problems } = read(
    ...correctGrids(given, {
      cells: [
        { sheet: 'Sheet1', cell: 'A2', text: '9' },
        { sheet: 'Sheet1', cell: 'B3', text: '' },
      ],
      skipped: [],
    }),
  )

  expect(problems.map(({ cell, code, raw }) => `${cell} ${code} ${raw}`)).toEqual([
    'A2 school.unknown 9',
    'B3 sheet.required-empty ',
  ])
})

test('a cell inside a merged area is corrected by itself, its first cell for the whole area', () => {
  const given = [
    sketch([header, ['2132000001', '球', '2025-09-01'], ['2132000001', null, '2025-09-02']], {
      merges: [merge('B2:B3')],
    }),
  ]
  const correcting = (cell: string) =>
    read(...correctGrids(given, { cells: [{ sheet: 'Sheet1', cell, text: '足球' }], skipped: [] })).rows.map(
      row => row.values.sport,
    )

  expect(correcting('B3')).toEqual([undefined, '足球'])
  expect(correcting('B2')).toEqual(['足球', '足球'])
  expect(rowsOfCell(given[0]!, 'B2')).toEqual([2, 3])
  expect(rowsOfCell(given[0]!, 'A2')).toEqual([2])
  expect(rowsOfCell(given[0]!, '2')).toEqual([])
})

test('a row left out is ignored, and what the rows below take from it still stands', () => {
  const given = [
    sketch(
      [
        header,
        ['2132000001', '球', '2025-09-01'],
        ['2132000002', '足球', '2025-09-01'],
        ['同上', null, '2025-09-02'],
        ['〃', '篮球', '2025-09-03'],
        ['合计'],
      ],
      { merges: [merge('B3:B4')] },
    ),
  ]
  const whole = read(...given)

  const { rows, ignored, problems } = read(
    ...correctGrids(given, {
      cells: [],
      skipped: [
        { sheet: 'Sheet1', row: 2 },
        { sheet: 'Sheet1', row: 3 },
        { sheet: 'Sheet1', row: 6 },
      ],
    }),
  )

  expect(problems).toEqual([])
  expect(ignored.map(({ row, why }) => `${row} ${why}`)).toEqual(['2 skipped', '3 skipped', '6 total'])
  expect(rows.map(row => row.record)).toEqual(whole.rows.slice(2).map(row => row.record))
  expect(rows[0]?.record).toMatchObject({ school: '2132000002', sport: '足球' })
  expect(rows.length + ignored.length).toBe(whole.rows.length + whole.ignored.length)
})

test('a place outside of the table is left alone', () => {
  const given = [sketch([header])]
  const corrected = correctGrids(given, {
    cells: [
      { sheet: 'Sheet1', cell: 'A9', text: 'x' },
      { sheet: 'Sheet1', cell: 'G1', text: '备注' },
    ],
    skipped: [],
  })
  expect(corrected[0]?.rows).toHaveLength(1)
  expect(corrected[0]?.rows[0]?.map(rawOf)).toEqual([...header, '', '备注'])
})
