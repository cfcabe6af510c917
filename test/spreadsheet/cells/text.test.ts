import { expect, test } from 'vitest'
import { readText } from '#app/spreadsheet/cells/text.ts'

test.each([
  ['  足球\u200b队 ', '足球队'],
  ['一行\r\n二行', '一行\n二行'],
  ['无', '无'],
  ['0', '0'],
  ['1-2', '1-2'],
  ['=1+1', '=1+1'],
  ['ＡＢ（1）', 'ＡＢ（1）'],
])('the free text %j stays as it was typed', (text, value) => {
  expect(readText({ type: 'text', text })).toEqual({ reading: 'accept', value })
})

test.each(['', '   ', '-', '——', '/', '\\', '*', '\u200b'])('the mark %j means nothing was entered', text => {
  expect(readText({ type: 'text', text })).toEqual({ reading: 'blank' })
})

test('a number is kept as its digits, an error is refused and a missing cell is blank', () => {
  expect(readText({ type: 'number', value: 3, format: 'General' })).toEqual({ reading: 'accept', value: '3' })
  expect(readText({ type: 'error', text: '#REF!' })).toMatchObject({ reading: 'reject', code: 'cell.error' })
  expect(readText(undefined)).toEqual({ reading: 'blank' })
})

test('text is refused past its length, counted in signs and not in code units', () => {
  expect(readText({ type: 'text', text: '\u{20000}'.repeat(255) }).reading).toBe('accept')
  expect(readText({ type: 'text', text: 'x'.repeat(256) })).toMatchObject({
    reading: 'reject',
    code: 'cell.too-long',
    values: { longest: 255 },
  })
  expect(readText({ type: 'text', text: '四个字符' }, 3).reading).toBe('reject')
})
