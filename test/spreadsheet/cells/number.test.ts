import { expect, test } from 'vitest'
import { readDecimal } from '#app/spreadsheet/cells/number.ts'

const longitude = { least: 70, most: 140 }

test.each([
  ['118.75', 118.75],
  ['１１８．７５', 118.75],
  ['118.75°', 118.75],
  ['+119', 119],
  ["'119.2", 119.2],
])('the longitude %s is a number', (text, value) => {
  expect(readDecimal({ type: 'text', text }, longitude)).toEqual({ reading: 'accept', value })
})

test.each(['1e2', '118,75', '一百一十八', '118°45′', '118.7O', '12:00'])('%s is no number', text => {
  expect(readDecimal({ type: 'text', text }, longitude)).toMatchObject({ code: 'number.not-a-number' })
})

test('a value out of bounds is refused with the bounds, and both bounds belong to the range', () => {
  expect(readDecimal({ type: 'text', text: '34.6' }, longitude)).toMatchObject({
    reading: 'reject',
    code: 'number.out-of-bounds',
    values: longitude,
  })
  expect(readDecimal({ type: 'text', text: '70' }, longitude).reading).toBe('accept')
  expect(readDecimal({ type: 'text', text: '140' }, longitude).reading).toBe('accept')
})

test('a number cell counts only when its format is plain', () => {
  expect(readDecimal({ type: 'number', value: 118.5, format: '0.00' }, longitude).reading).toBe('accept')
  expect(readDecimal({ type: 'number', value: 100, format: 'yyyy-mm-dd' }, longitude).reading).toBe('reject')
  expect(readDecimal(undefined, longitude)).toEqual({ reading: 'blank' })
})
