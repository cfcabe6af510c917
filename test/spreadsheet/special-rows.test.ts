import { expect, test } from 'vitest'
import {
  isBlankRow,
  isExampleRow,
  isFooterRow,
  isSubtotalRow,
  isTotalRow,
  meansSameAsAbove,
} from '#app/spreadsheet/special-rows.ts'
import { sketch } from './sketch.ts'

function rowOf(...cells: (string | number | null)[]) {
  return sketch([cells]).rows[0] ?? []
}

test.each([
  [['合 计', null, 540]],
  [[20, '合计', 540]],
  [[null, null, '总计', 3]],
  [['平均']],
  [['合计（人次）', 4]],
])('%j is a total', cells => {
  expect(isTotalRow(rowOf(...cells))).toBe(true)
})

test('a subtotal is no total, because the table goes on', () => {
  const row = rowOf(null, null, '小计', 160)

  expect([isSubtotalRow(row), isTotalRow(row)]).toEqual([true, false])
})

test.each([
  ['填表人：王芳    审核人：李建国'],
  ['填表说明：1.量化指标只填写数值。'],
  ['备注：'],
  ['班主任签字：'],
  ['制表：体育组'],
  ['联系电话：0518-87210000'],
])('%s stands below a table', text => {
  expect(isFooterRow(rowOf(null, text))).toBe(true)
})

test('rows of data are none of these', () => {
  const row = rowOf(1, '三年级', '三(1)班', '2025-9-1', '体育课', 40, '合计两节')

  expect([isTotalRow, isSubtotalRow, isFooterRow, isExampleRow, isBlankRow].map(is => is(row))).toEqual(
    Array(5).fill(false),
  )
})

test.each([[['示例', '三年级']], [['例：', '三年级']], [['例1', '三年级']], [['(空)', '示例']]])(
  '%j is an example',
  cells => {
    expect(isExampleRow(rowOf(...cells))).toBe(true)
  },
)

test('a row of nothing but blanks and invisible signs is blank', () => {
  expect(isBlankRow(rowOf(null, '', ' ', '\u3000\u00A0\u200B'))).toBe(true)
})

test.each(['同上', '同 上', '〃', '″', '"', '”', '“”'])('%s repeats the cell above', text => {
  expect(meansSameAsAbove({ type: 'text', text })).toBe(true)
})
