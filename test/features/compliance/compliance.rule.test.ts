import { describe, expect, test } from 'vitest'
import {
  complianceOf,
  countDaysWithin,
  figuresOf,
  figuresOfStatus,
  rateOf,
  statusOf,
  sumOf,
} from '#app/features/compliance/compliance.rule.ts'
import { fc } from '#test/support/laws.ts'

const compulsory = { floor: 60, target: 120 }
const senior = { floor: 60, target: null }

function status(minutes: number | null, given: Partial<Parameters<typeof statusOf>[0]> = {}) {
  return statusOf({
    expected: true,
    exempt: false,
    minutes,
    required: compulsory,
    day: '2025-09-01',
    today: '2025-09-30',
    ...given,
  })
}

describe('the status of a class-day', () => {
  test.each([
    [null, 'missing'],
    [0, 'short'],
    [59, 'short'],
    [60, 'floor-met'],
    [119, 'floor-met'],
    [120, 'target-met'],
  ] as const)('%s minutes: %s', (minutes, expected) => {
    expect(status(minutes)).toBe(expected)
  })

  test('90 minutes and then 30 are one compliant day, not two', () => {
    const days = [90, 30].map(minutes => figuresOfStatus(status(minutes), minutes, compulsory))

    expect(sumOf(days)).toMatchObject({ expected: 2, reported: 2, floorMet: 1 })
  })

  test('missing is not zero: it is not reported, and not compliant either', () => {
    const missing = complianceOf(figuresOfStatus(status(null), null, compulsory))
    const zero = complianceOf(figuresOfStatus(status(0), 0, compulsory))

    expect(missing).toMatchObject({
      classDays: { reported: 0, missing: 1 },
      rate: { floor: 0, reporting: 0 },
    })
    expect(zero).toMatchObject({ classDays: { reported: 1, missing: 0 }, rate: { floor: 0, reporting: 1 } })
  })

  test('a senior class has no target to meet', () => {
    expect(status(480, { required: senior })).toBe('floor-met')
  })

  test('an exempt class-day leaves the denominator, whatever was reported', () => {
    expect(complianceOf(figuresOfStatus(status(90, { exempt: true }), 90, compulsory))).toEqual({
      classDays: { expected: 1, exempt: 1, reported: 0, floorMet: 0, targetMet: 0, missing: 0 },
      rate: { floor: null, target: null, reporting: null },
    })
  })

  test('a day on which no class is expected counts nowhere', () => {
    expect(sumOf([figuresOfStatus(status(90, { expected: false }), 90, compulsory)]).expected).toBe(0)
  })

  test('a day to come is ahead, not missing', () => {
    expect(status(null, { day: '2025-10-01' })).toBe('ahead')
  })
})

describe('rates', () => {
  test('the example of contracts.md: 440 expected, 20 exempt, 400 reported', () => {
    const figures = figuresOf({ expected: 440, exempt: 20, reported: 400, floorMet: 390, targetMet: 120 })

    expect(complianceOf(figures)).toEqual({
      classDays: { expected: 440, exempt: 20, reported: 400, floorMet: 390, targetMet: 120, missing: 20 },
      rate: { floor: 0.9286, target: 0.2857, reporting: 0.9524 },
    })
  })

  test.each([
    [1, 8, 0.125],
    [1, 20_000, 0.0001],
    [1, 20_001, 0],
    [2, 3, 0.6667],
    [3, 20_000, 0.0002],
    [1, 1, 1],
  ])('%i of %i is %d', (count, of, rate) => {
    expect(rateOf(count, of)).toBe(rate)
  })

  test('a rate of nothing is no rate, not zero', () => {
    expect(rateOf(0, 0)).toBeNull()
  })

  const anyFigures = fc
    .record({
      exempt: fc.nat(5000),
      reported: fc.nat(5000),
      missing: fc.nat(5000),
      floor: fc.nat(5000),
      target: fc.nat(5000),
    })
    .map(given => {
      const floorMet = Math.min(given.floor, given.reported)
      const targetMet = Math.min(given.target, floorMet)
      const expected = given.exempt + given.reported + given.missing
      return figuresOf({ expected, exempt: given.exempt, reported: given.reported, floorMet, targetMet })
    })

  test('expected is exempt + reported + missing, alone and in every sum', () => {
    fc.assert(
      fc.property(fc.array(anyFigures), parts => {
        const sum = sumOf(parts)
        expect(sum.expected).toBe(sum.exempt + sum.reported + sum.missing)
      }),
    )
  })

  test('every rate lies between 0 and 1, has 4 places, and target ≤ floor ≤ reporting', () => {
    fc.assert(
      fc.property(anyFigures, figures => {
        const { rate } = complianceOf(figures)
        if (rate.floor === null || rate.target === null || rate.reporting === null) return
        for (const one of [rate.floor, rate.target, rate.reporting]) {
          expect(one).toBeGreaterThanOrEqual(0)
          expect(one).toBeLessThanOrEqual(1)
          expect(Number(one.toFixed(4))).toBe(one)
        }
        expect(rate.target).toBeLessThanOrEqual(rate.floor)
        expect(rate.floor).toBeLessThanOrEqual(rate.reporting)
      }),
    )
  })
})

test('days are counted within both ranges, ends included', () => {
  const days = ['2025-09-01', '2025-09-02', '2025-09-05', '2025-09-08']
  const asked = { from: '2025-09-02', to: '2025-09-30' }

  expect(countDaysWithin(days, { from: '2025-08-01', to: '2025-09-05' }, asked)).toBe(2)
  expect(countDaysWithin(days, { from: '2025-10-01', to: '2025-10-05' }, asked)).toBe(0)
  expect(countDaysWithin(days, null, asked)).toBe(0)
})
