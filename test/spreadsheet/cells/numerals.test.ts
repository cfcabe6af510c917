import { expect, test } from 'vitest'
import { chineseNumber } from '#app/spreadsheet/cells/numerals.ts'
import { fc } from '#test/support/laws.ts'

test.each([
  ['零', 0],
  ['〇', 0],
  ['两', 2],
  ['壹', 1],
  ['十', 10],
  ['十二', 12],
  ['廿三', 23],
  ['卅', 30],
  ['三十五', 35],
  ['一百二十', 120],
  ['一百零五', 105],
  ['一百一十五', 115],
  ['两百', 200],
  ['一千零五', 1005],
  ['一千零二十', 1020],
  ['一千二百', 1200],
  ['二〇二五', 2025],
  ['二零二五', 2025],
  ['六〇', 60],
])('%s is %d', (text, value) => {
  expect(chineseNumber(text)).toBe(value)
})

test.each([
  '',
  '三二',
  '四五十',
  '一百五',
  '十十',
  '百',
  '一百十',
  '零五',
  '一百零',
  '二百零五十',
  '三十〇',
  '60',
  '六0',
  '一万五',
  '廿廿',
])('%s is no number', text => {
  expect(chineseNumber(text)).toBeNull()
})

test('every number below ten thousand reads back as it is spelled', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 9999 }), n => chineseNumber(spell(n)) === n))
})

function spell(n: number): string {
  if (n === 0) return '零'
  const digits = Array.from(String(n), Number)
  let text = ''
  let gap = false
  for (const [index, digit] of digits.entries()) {
    if (digit === 0) gap = true
    else
      text += `${gap ? '零' : ''}${'零一二三四五六七八九'[digit]}${['', '十', '百', '千'][digits.length - 1 - index]}`
    if (digit !== 0) gap = false
  }
  return text.replace(/^一十/, '十')
}
