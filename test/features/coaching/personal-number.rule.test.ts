import { expect, test } from 'vitest'
import { holdsPersonalNumber } from '#app/features/coaching/personal-number.rule.ts'

test.each([
  '请联系 13812345678',
  '138-1234-5678',
  '１３８１２３４５６７８',
  '身份证320706199901010014',
  '320706 19990101 001x',
  '320706990101001',
])('%s holds one', text => {
  expect(holdsPersonalNumber(text)).toBe(true)
})

test.each(['', '2019 年获省运会第三名', '0518-87212345', '报名号 2601 2345 6789', '12345678901'])(
  '%j holds none',
  text => {
    expect(holdsPersonalNumber(text)).toBe(false)
  },
)
