import { expect, test } from 'vitest'
import { normalise } from '#app/spreadsheet/cells/normalise.ts'

test.each([
  ['40', '40'],
  [' 40 ', '40'],
  ['a  b', 'a b'],
  ['9.1--9.5', '9.1-9.5'],
  ['9~~10', '9~10'],
  ['a_x000D_b', 'a\nb'],
  ['`9', "'9"],
  ['４０分鐘', '40分钟'],
  ['三②班', '三(2)班'],
  ['1½', '1.5'],
  ['30²', '30^2'],
  ['二○二五', '二〇二五'],
  ['\u200b40\u202c', '40'],
  ['一行\r\n\r\n二行', '一行\n二行'],
])('%j becomes %j', (raw, plain) => {
  expect(normalise(raw)).toBe(plain)
})

test('remembering texts never changes an answer, however many pass by', () => {
  for (let n = 0; n < 10_000; n += 1) expect(normalise(`第${n}　班`)).toBe(`第${n} 班`)
  expect(normalise('第1　班')).toBe('第1 班')
})

test('a half after a full-width digit is the same half', () => {
  expect(normalise('１½小时')).toBe(normalise('1½小时'))
})
