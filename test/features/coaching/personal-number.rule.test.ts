import { expect, test } from 'vitest'
import { holdsPersonalNumber, withoutPersonalNumbers } from '#app/features/coaching/personal-number.rule.ts'

test.each([
  '请联系 13812345678',
  '138-1234-5678',
  '１３８１２３４５６７８',
  '身份证320706199901010014',
  '320706 19990101 001x',
  '320706990101001',
  '320706199901010014 13800005678',
  '320706199901010014-13800005678',
  '13800005678 13900001234',
  '2023-06 13800005678',
  '电话1 13800005678',
  '王海燕 2 320706199901010014',
])('%s holds one', text => {
  expect(holdsPersonalNumber(text)).toBe(true)
})

test.each([
  '',
  '2019 年获省运会第三名',
  '0518-87212345',
  '报名号 2601 2345 6789',
  '2023-9-01 至 2024-01-01',
  '12345678901',
])('%j holds none', text => {
  expect(holdsPersonalNumber(text)).toBe(false)
})

test('the digits of such a number are hidden, and other words stay as they are', () => {
  expect(withoutPersonalNumbers('身份证 320706199901010014.pdf')).toBe(`身份证 ${'*'.repeat(18)}.pdf`)
  expect(withoutPersonalNumbers('13800005678 照片.png')).toBe(`${'*'.repeat(11)} 照片.png`)
  expect(withoutPersonalNumbers('320706199901010014-13800005678.png')).toBe(
    `${'*'.repeat(18)}-${'*'.repeat(11)}.png`,
  )
  expect(withoutPersonalNumbers('2019 成绩 册.pdf')).toBe('2019 成绩 册.pdf')
})
