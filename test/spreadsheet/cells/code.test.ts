import { expect, test } from 'vitest'
import { readCode, readSchoolCode } from '#app/spreadsheet/cells/code.ts'

test.each([
  ['2132001234', 'accept', '2132001234'],
  ["'2132001234", 'accept', '2132001234'],
  ['2132 0012 34', 'accept', '2132001234'],
  ['２１３２００１２３４', 'accept', '2132001234'],
  ['2144001234', 'warn', '2144001234'],
  ['4132001234', 'warn', '4132001234'],
  ['213200123', 'reject', null],
  ['21320012345', 'reject', null],
  ['O132001234', 'reject', null],
  ['2.132E+09', 'reject', null],
  ['东海县实验小学', 'reject', null],
  ['/', 'blank', null],
])('the school code %s is %s', (text, reading, value) => {
  const answer = readSchoolCode({ type: 'text', text })

  expect(answer.reading).toBe(reading)
  expect('value' in answer ? answer.value : null).toBe(value)
})

test.each([
  ['320722', '320722'],
  ['3207HT', '3207HT'],
  ['2025-2026-1', '2025-2026-1'],
  ['table_tennis', 'table_tennis'],
  ['00123', '00123'],
])('the code %s keeps its letters and zeros', (text, value) => {
  expect(readCode({ type: 'text', text })).toEqual({ reading: 'accept', value })
})

test.each(['a b', '中', '1/2', 'x'.repeat(65)])('%s is no code', text => {
  expect(readCode({ type: 'text', text })).toMatchObject({ reading: 'reject', code: 'code.not-a-code' })
})

test.each([
  [2132001234, 'General', 'accept', null],
  [320722, '0', 'accept', null],
  [1e16, 'General', 'reject', 'code.precision-lost'],
  [2.5, 'General', 'reject', 'code.not-a-code'],
  [-1, 'General', 'reject', 'code.not-a-code'],
  [45901, 'yyyy-mm-dd', 'reject', 'code.not-a-code'],
  [0.5, '0%', 'reject', 'code.not-a-code'],
])('the number %d shown as %s is %s as a code', (value, format, reading, code) => {
  const answer = readCode({ type: 'number', value, format })

  expect(answer.reading).toBe(reading)
  expect('code' in answer ? answer.code : null).toBe(code)
})
