import { describe, expect, test } from 'vitest'
import { isExempt, isWithin, openRangeOf } from '#app/features/activity/class-roster.rule.ts'

const school = { openedOn: '2000-09-01', closedOn: '9999-12-31' }
const thirdYear = {
  id: 'C1',
  stage: 'primary' as const,
  entryYear: 2023,
  validFrom: '2023-09-01',
  validTo: '9999-12-31',
}

describe('the days on which a class exists', () => {
  test.each([
    ['primary', '2029-08-31'],
    ['junior', '2026-08-31'],
    ['senior', '2026-08-31'],
  ] as const)('a %s class that entered in 2023 is there until %s', (stage, last) => {
    expect(openRangeOf({ ...thirdYear, stage }, school)).toEqual({ from: '2023-09-01', to: last })
  })

  test('it begins and ends with its own dates where they are narrower', () => {
    const merged = { ...thirdYear, validFrom: '2024-09-01', validTo: '2025-10-10' }

    expect(openRangeOf(merged, school)).toEqual({ from: '2024-09-01', to: '2025-10-10' })
  })

  test('the day of closing is the first without classes', () => {
    const range = openRangeOf(thirdYear, { ...school, closedOn: '2025-11-01' })

    expect(isWithin(range, '2025-10-31')).toBe(true)
    expect(isWithin(range, '2025-11-01')).toBe(false)
  })

  test('a class of a school that opened after it left never existed there', () => {
    expect(openRangeOf(thirdYear, { ...school, openedOn: '2030-09-01' })).toBeNull()
  })
})

describe('exemptions', () => {
  const days = { firstDay: '2025-09-10', lastDay: '2025-09-12' }

  test('one for the whole school covers every class on its days and on no other', () => {
    const whole = [{ grade: 0, classId: '', ...days }]

    expect(isExempt(whole, thirdYear, '2025-09-12')).toBe(true)
    expect(isExempt(whole, thirdYear, '2025-09-13')).toBe(false)
  })

  test('one for a grade follows the classes into the next school year', () => {
    const third = [{ grade: 3, classId: '', firstDay: '2025-09-01', lastDay: '2026-09-30' }]

    expect(isExempt(third, thirdYear, '2026-06-30')).toBe(true)
    expect(isExempt(third, thirdYear, '2026-09-01')).toBe(false)
  })

  test('one for a class covers that class only', () => {
    const one = [{ grade: 0, classId: 'C2', ...days }]

    expect(isExempt(one, thirdYear, '2025-09-11')).toBe(false)
    expect(isExempt(one, { ...thirdYear, id: 'C2' }, '2025-09-11')).toBe(true)
  })
})
