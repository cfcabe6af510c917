import { expect, test } from 'vitest'
import {
  certificateNumber,
  parseCertificateNumber,
} from '#app/features/designation/certificate-number.rule.ts'
import { levels } from '#app/features/designation/level.rule.ts'
import { fc } from '#test/support/laws.ts'

const numbers = fc.record({
  year: fc.integer({ min: 1000, max: 9999 }),
  level: fc.constantFrom(...levels),
  count: fc.integer({ min: 1, max: 999_999 }),
})

test('a number tells year, level and running count', () => {
  expect(certificateNumber({ year: 2026, level: 'CITY', count: 12 })).toBe('连体传市2026-0012')
  expect(certificateNumber({ year: 2027, level: 'COUNTY', count: 12345 })).toBe('连体传县2027-12345')
})

test('every number is read back as it was made', () => {
  fc.assert(
    fc.property(numbers, number => {
      expect(parseCertificateNumber(certificateNumber(number))).toEqual(number)
    }),
  )
})

test('two certificates never share a number', () => {
  fc.assert(
    fc.property(numbers, numbers, (one, other) => {
      const isSame = one.year === other.year && one.level === other.level && one.count === other.count
      expect(certificateNumber(one) === certificateNumber(other)).toBe(isSame)
    }),
  )
})

test.each(['连体传市２０２６－００１２', ' 连体传市 2026-0012 ', '连体传市2026—0012'])(
  '"%s" is read all the same',
  typed => {
    expect(parseCertificateNumber(typed)).toEqual({ year: 2026, level: 'CITY', count: 12 })
  },
)

test.each([
  '',
  '连体传2026-0012',
  '连体传乡2026-0012',
  '连体传市0026-0012',
  '连体传市2026-12',
  '连体传市2026-00012',
  '连体传市2026-0000',
  '连体传市2026-0012号',
  '连教体〔2026〕12号',
])('"%s" is no number of a certificate', typed => {
  expect(parseCertificateNumber(typed)).toBeNull()
})

test('no number is made of what cannot be counted', () => {
  for (const count of [0, -1, 1.5, Number.NaN, 1_000_000])
    expect(() => certificateNumber({ year: 2026, level: 'CITY', count })).toThrow(RangeError)
  for (const year of [26, 20_260, 2026.5])
    expect(() => certificateNumber({ year, level: 'CITY', count: 1 })).toThrow(RangeError)
})
