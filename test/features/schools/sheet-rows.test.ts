import { expect, test } from 'vitest'
import { bothRows, otherRows, rowsOfOtherGroups, rowsTold } from '#app/features/schools/sheet-rows.ts'

const numbers = (count: number, from = 2) => Array.from({ length: count }, (_, at) => from + at)
const rows = (count: number, from: number) => numbers(count, from).map(row => ({ row }))

test('up to five other rows are all named, of more the first five with their number', () => {
  expect(rowsTold(otherRows(numbers(6), 0))).toEqual({ rows: '3、4、5、6、7' })
  expect(rowsTold(otherRows(numbers(7), 6))).toEqual({ rows: '2、3、4、5、6', rowsNamed: 5, rowCount: 6 })
  expect(rowsTold(otherRows(numbers(5_001), 3))).toMatchObject({ rows: '2、3、4、6、7', rowCount: 5_000 })
})

test('rows of two kinds are counted together', () => {
  const told = rowsTold(bothRows(otherRows(numbers(3), 0), otherRows(numbers(9, 50))))

  expect(told).toEqual({ rows: '3、4、50、51、52', rowsNamed: 5, rowCount: 11 })
})

test('a row that differs from whole groups names rows of the others only', () => {
  const found = rowsOfOtherGroups([rows(7, 2), rows(1, 20), rows(1, 30)])

  expect(found.slice(6).map(([row, others]) => [row.row, rowsTold(others)])).toEqual([
    [8, { rows: '20、30' }],
    [20, { rows: '2、3、4、5、6', rowsNamed: 5, rowCount: 8 }],
    [30, { rows: '2、3、4、5、6', rowsNamed: 5, rowCount: 8 }],
  ])
})
