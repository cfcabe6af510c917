import { expect, test } from 'vitest'
import { fillMerges } from '#app/spreadsheet/fill-merges.ts'
import { rawOf } from '#app/spreadsheet/grid.ts'
import { merge, sketch } from './sketch.ts'

const grid = sketch(
  [
    ['三年级', '一班', 40, null],
    [null, '二班', 30, 20],
    [null, '三班', 30, null],
  ],
  { merges: [merge('A1:A3'), merge('C1:D1')] },
)

function texts(filled: typeof grid) {
  return filled.rows.map(row => Array.from(row, rawOf))
}

test('a value merged over rows holds for each row, one merged over columns counts once', () => {
  expect(texts(fillMerges(grid, 'down'))).toEqual([
    ['三年级', '一班', '40', ''],
    ['三年级', '二班', '30', '20'],
    ['三年级', '三班', '30', ''],
  ])
})

test('headers are filled to the right as well', () => {
  expect(texts(fillMerges(grid, 'both'))[0]).toEqual(['三年级', '一班', '40', '40'])
})

test('the grid itself is left as it was and areas beyond it are clipped', () => {
  const wide = { ...grid, merges: [merge('A1:XFD1048576')] }

  expect(texts(fillMerges(wide, 'both'))[2]).toEqual(['三年级', '三班', '30', '三年级'])
  expect(grid.rows[1]?.[0]).toBeUndefined()
})
