import { expect, test } from 'vitest'
import { chineseDay } from '#app/features/designation/chinese-day.rule.ts'

test.each([
  ['2026-11-30', '二〇二六年十一月三十日'],
  ['2026-01-01', '二〇二六年一月一日'],
  ['2030-10-10', '二〇三〇年十月十日'],
  ['2027-12-21', '二〇二七年十二月二十一日'],
  ['2028-02-29', '二〇二八年二月二十九日'],
])('%s is signed %s', (day, signed) => {
  expect(chineseDay(day)).toBe(signed)
})
