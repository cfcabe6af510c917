import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Indicator } from '#app/features/designation/indicator.rule.ts'
import {
  isAllDone,
  judgementOf,
  meanOf,
  oddOnes,
  spreadOf,
  totalOfReview,
} from '#app/features/title-applications/scoring.rule.ts'

function indicator(code: string, kind: Indicator['kind'], most: number): Indicator {
  return { code, kind, most, title: code, how: '', figure: '' }
}

const indicators = [
  indicator('A1', 'score', 60),
  indicator('A2', 'score', 40),
  indicator('E1', 'bonus', 8),
  indicator('E2', 'bonus', 8),
  indicator('V1', 'veto', 0),
]

function scores(given: Record<string, number>) {
  return Object.entries(given).map(([code, points]) => ({ code, points }))
}

test('a total holds the bonus up to its bound, and a veto takes no points but shows', () => {
  const given = scores({ A1: 5000, A2: 3050, E1: 800, E2: 700, V1: 1 })

  expect(totalOfReview(given, indicators)).toEqual({
    ...{ score: 8050, bonus: 1000, total: 9050, missing: [], vetoes: ['V1'] },
  })
})

test('points that were not given are missing, not nought', () => {
  expect(totalOfReview(scores({ A1: 5000 }), indicators)).toMatchObject({ total: null, missing: ['A2'] })
  expect(totalOfReview(scores({ A1: 0, A2: 0 }), indicators)).toMatchObject({ total: 0, missing: [] })
  expect(meanOf([])).toBeNull()
  expect(spreadOf([])).toBeNull()
})

test.each([
  [[8000, 8001], 8001],
  [[8000, 8000, 8001], 8000],
  [[1, 2], 2],
  [[7], 7],
])('the mean of %j is %i, half up', (points, mean) => {
  expect(meanOf(points)).toBe(mean)
})

test('the spread is the range and the standard deviation of these experts', () => {
  expect(spreadOf([8000, 9000])).toEqual({ range: 1000, deviation: 500 })
  expect(spreadOf([200, 400, 400, 400, 500, 500, 700, 900])).toEqual({ range: 700, deviation: 200 })
})

const totals = (...points: number[]) => points.map((one, at) => ({ id: `r${at}`, points: one }))
const tenPoints = { points: 1000, per: 1 }

test.each([
  ['exactly the bound away', totals(9000, 9000, 8000), []],
  ['a hundredth beyond it', totals(9000, 9000, 7999), ['r2']],
  ['with two experts', totals(9000, 2000), []],
  ['two against two', totals(9000, 9000, 6000, 6000), ['r0', 'r1', 'r2', 'r3']],
  ['against the median, not the mean', totals(9000, 9100, 8900, 3000, 8950), ['r3']],
])('odd ones %s', (_what, given, odd) => {
  expect(oddOnes(given, tenPoints)).toEqual(odd)
})

test('points are odd when more than a third of the indicator away from the others', () => {
  const reviews = [1333, 1334, 0].map((points, at) => ({
    id: `r${at}`,
    scores: scores({ A1: 1, A2: points }),
  }))

  // A third of 40 is 13.33: the median of the others is 13.335.
  expect(judgementOf(reviews, indicators)).toMatchObject({
    odd: ['r2'],
    oddPoints: [{ id: 'r2', code: 'A2' }],
  })
})

test('vetoes are counted by who finds them', () => {
  const whole = { A1: 1, A2: 1 }
  const reviews = [
    { id: 'r0', scores: scores({ ...whole, V1: 1 }) },
    { id: 'r1', scores: scores(whole) },
  ]

  expect(judgementOf(reviews, indicators)).toMatchObject({ done: 2, vetoes: [{ code: 'V1', by: 1 }] })
})

test('scores may be shown when nobody is still to score', () => {
  expect(isAllDone([])).toBe(false)
  expect(isAllDone([{ state: 'conflict' }])).toBe(false)
  expect(isAllDone([{ state: 'done' }, { state: 'open' }])).toBe(false)
  expect(isAllDone([{ state: 'done' }, { state: 'conflict' }])).toBe(true)
})

const points = fc.array(fc.integer({ min: 0, max: 11_000 }), { minLength: 1, maxLength: 9 })
const reviewsOf = fc.array(
  fc.record({
    A1: fc.integer({ min: 0, max: 6000 }),
    A2: fc.integer({ min: 0, max: 4000 }),
    E1: fc.integer({ min: 0, max: 800 }),
    V1: fc.constantFrom(0, 1),
  }),
  { minLength: 1, maxLength: 7 },
)

test('a mean lies within its points, and the spread is nought for equals only', () => {
  fc.assert(
    fc.property(points, given => {
      const mean = meanOf(given) ?? -1
      const spread = spreadOf(given)

      expect(mean).toBeGreaterThanOrEqual(Math.min(...given))
      expect(mean).toBeLessThanOrEqual(Math.max(...given))
      expect(spread?.range === 0).toBe(new Set(given).size === 1)
      expect(spread?.deviation).toBeLessThanOrEqual(spread?.range ?? -1)
    }),
  )
})

test('the order of the experts makes no difference', () => {
  fc.assert(
    fc.property(reviewsOf, fc.infiniteStream(fc.nat()), (given, keys) => {
      const reviews = given.map((one, at) => ({ id: `r${at}`, scores: scores(one) }))
      const place = new Map(reviews.map(({ id }) => [id, keys.next().value]))
      const shuffled = [...reviews].sort(
        (one, other) => (place.get(one.id) ?? 0) - (place.get(other.id) ?? 0),
      )
      const [straight, mixed] = [judgementOf(reviews, indicators), judgementOf(shuffled, indicators)]

      expect({ ...mixed, totals: 0, odd: new Set(mixed.odd), oddPoints: new Set(mixed.oddPoints) }).toEqual({
        ...straight,
        totals: 0,
        odd: new Set(straight.odd),
        oddPoints: new Set(straight.oddPoints),
      })
    }),
  )
})

test('whoever agrees with all others is never odd', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 11_000 }), fc.integer({ min: 3, max: 9 }), (total, count) => {
      expect(oddOnes(totals(...Array.from({ length: count }, () => total)), tenPoints)).toEqual([])
    }),
  )
})
