import { expect, test } from 'vitest'
import {
  applicationNumber,
  isApplicationNumber,
  serials,
  spoken,
} from '#app/features/applications/application-number.rule.ts'
import { fc } from '#test/support/laws.ts'

const numbers = fc.nat(serials - 1).map(serial => applicationNumber(2026, serial))

test('a number has twelve digits, begins with the year and is read in groups of four', () => {
  const number = applicationNumber(2026, 12_345_678)

  expect(number).toMatch(/^26012345678\d$/)
  expect(spoken(number)).toMatch(/^2601 2345 678\d$/)
  expect(isApplicationNumber(number)).toBe(true)
})

test('one digit misheard is noticed', () => {
  fc.assert(
    fc.property(numbers, fc.nat(11), fc.integer({ min: 1, max: 9 }), (number, place, by) => {
      const digits = [...number]
      digits[place] = String((Number(digits[place]) + by) % 10)

      expect(isApplicationNumber(digits.join(''))).toBe(false)
    }),
  )
})

test.each(['', '26012345678', '2601 2345 6789', '260123456789a'])('%j is none', text => {
  expect(isApplicationNumber(text)).toBe(false)
})
