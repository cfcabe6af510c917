import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '#app/calendar-day.ts'
import { holdsIdNumber, maskIdNumber, readIdNumber } from '#app/features/applicants/id-number.rule.ts'

const today = '2026-11-26'

test.each([
  ['11010519491231002X', '1949-12-31', 'F'],
  ['440524188001010014', '1880-01-01', 'M'],
  ['320706199901010014', '1999-01-01', 'M'],
  ['320722200012310020', '2000-12-31', 'F'],
  ['１１０１０５１９４９１２３１００２ｘ', '1949-12-31', 'F'],
  ['110105 19491231 002x', '1949-12-31', 'F'],
])('%s says when its holder was born', (text, birthDate, gender) => {
  expect(readIdNumber(text, today)).toMatchObject({ ok: true, birthDate, gender })
})

test.each([
  ['a right check digit on a day that never was', '320703200502290035', 'no-such-day'],
  ['a wrong check digit', '320706199901010015', 'check-digit'],
  ['fifteen digits, invalid since 2013', '320706990101001', 'old-15'],
  ['a province that there is not', '990706199901010014', 'province'],
  ['too few digits', '32070619990101', 'not-18'],
  ['a passport', 'E12345678', 'not-18'],
])('%s is refused as such', (_what, text, refusal) => {
  expect(readIdNumber(text, today)).toEqual({ ok: false, refusal })
})

test('of a thousand numbers that differ in one digit none is taken for the other', () => {
  const right = '320706199901010014'
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 16 }), fc.integer({ min: 0, max: 9 }), (place, digit) => {
      if (right[place] === String(digit)) return
      const wrong = right.slice(0, place) + digit + right.slice(place + 1)

      expect(readIdNumber(wrong, today).ok).toBe(false)
    }),
  )
})

test('every day of a century is read as it is', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 36_524 }), days => {
      const day = addDays('1925-01-01', days)
      const body = `320706${day.replaceAll('-', '')}001`
      const numbers = [...'0123456789X'].map(check => readIdNumber(body + check, today)).filter(one => one.ok)

      expect(numbers).toEqual([expect.objectContaining({ birthDate: day })])
    }),
    { numRuns: 200 },
  )
})

test('masked it shows the county and the last four', () => {
  expect(maskIdNumber('320706199901010014')).toBe('320706********0014')
})

test('nobody is born tomorrow', () => {
  const born = numberOf('20261127')

  expect(readIdNumber(born, today)).toEqual({ ok: false, refusal: 'no-such-day' })
  expect(readIdNumber(born, '2026-11-27')).toMatchObject({ ok: true, birthDate: '2026-11-27' })
})

/** The number with its right check digit of somebody born on a day. */
function numberOf(birth: string): string {
  const number = [...'0123456789X'].map(check => `320706${birth}001${check}`)
  return number.find(one => readIdNumber(one, '9999-12-31').ok) ?? ''
}

test('the number of a paper may be long, but not an ID number', () => {
  expect(holdsIdNumber('证书 320706199901010014')).toBe(true)
  expect(holdsIdNumber('11010519491231002x')).toBe(true)
  expect(holdsIdNumber('103191202005001234')).toBe(false)
  expect(holdsIdNumber('20193200112000345')).toBe(false)
})
