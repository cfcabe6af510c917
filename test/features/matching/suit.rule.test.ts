import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Verdict } from '#app/features/applications/eligibility.rule.ts'
import { athleteGrades, sportResults } from '#app/features/coaching/grades.rule.ts'
import { inOrder, type Pairing, suitOf } from '#app/features/matching/suit.rule.ts'

const nothingSaid: Pairing = {
  verdict: 'eligible',
  grade: '',
  result: '',
  km: null,
  preference: null,
  hoursAsked: 10,
  hoursFree: null,
  experienceYears: 0,
}
const codes = (pairing: Partial<Pairing>) =>
  suitOf({ ...nothingSaid, ...pairing }).reasons.map(reason => reason.code)

test('what nobody said is no reason', () => {
  expect(suitOf(nothingSaid)).toEqual({ verdict: 'eligible', points: 0, reasons: [] })
})

test.each<[string, Partial<Pairing>, string]>([
  ['a grade', { grade: 'LEVEL1' }, 'grade'],
  ['a result', { result: 'CITY_TOP3' }, 'result'],
  ['a school near by', { km: 3 }, 'near'],
  ['a school far away', { km: 80 }, 'far'],
  ['the unit named second', { preference: 1 }, 'preferred'],
  ['a unit not named', { preference: -1 }, 'not-preferred'],
  ['hours enough', { hoursFree: 10 }, 'hours-fit'],
  ['too few hours', { hoursFree: 9 }, 'hours-short'],
  ['experience', { experienceYears: 2 }, 'experience'],
])('%s is told as a reason', (_what, pairing, code) => {
  expect(codes(pairing)).toEqual([code])
})

test('all that can be said for somebody is a hundred points', () => {
  const best: Pairing = {
    verdict: 'eligible',
    grade: 'INTL_MASTER',
    result: 'OLYMPIC',
    km: 0,
    preference: 0,
    hoursAsked: 10,
    hoursFree: 20,
    experienceYears: 30,
  }

  expect(suitOf(best).points).toBe(100)
})

test('who may apply stands before who may not, however well the other suits', () => {
  const plain = { id: 'plain', ...suitOf(nothingSaid) }
  const unclear = { id: 'unclear', ...suitOf({ ...nothingSaid, verdict: 'unclear', grade: 'LEVEL1' }) }
  const star = { id: 'star', ...suitOf({ ...nothingSaid, verdict: 'not-eligible', grade: 'INTL_MASTER' }) }

  expect(inOrder([star, unclear, plain]).map(one => one.id)).toEqual(['plain', 'unclear', 'star'])
})

const anyPairing: fc.Arbitrary<Pairing> = fc.record({
  verdict: fc.constantFrom<Verdict>('eligible', 'unclear', 'not-eligible'),
  grade: fc.constantFrom(...athleteGrades),
  result: fc.constantFrom(...sportResults),
  km: fc.option(fc.integer({ min: 0, max: 300 })),
  preference: fc.option(fc.integer({ min: -1, max: 12 })),
  hoursAsked: fc.integer({ min: 1, max: 40 }),
  hoursFree: fc.option(fc.integer({ min: 0, max: 40 })),
  experienceYears: fc.integer({ min: 0, max: 50 }),
})

test('a shorter way or a higher grade never suits less', () => {
  fc.assert(
    fc.property(anyPairing, fc.integer({ min: 0, max: 300 }), fc.nat(5), (pairing, km, up) => {
      const nearer = { ...pairing, km: pairing.km === null ? null : Math.min(pairing.km, km) }
      const grade = athleteGrades[Math.max(0, athleteGrades.indexOf(pairing.grade) - up)] ?? ''
      const points = suitOf(pairing).points

      expect(suitOf(nearer).points).toBeGreaterThanOrEqual(points)
      expect(suitOf({ ...pairing, grade }).points).toBeGreaterThanOrEqual(points)
    }),
  )
})

test('the order depends on nothing but what is ordered', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.tuple(fc.string(), anyPairing), { selector: ([id]) => id }), pairs => {
      const suits = pairs.map(([id, pairing]) => ({ id, ...suitOf(pairing) }))

      expect(inOrder([...suits].reverse())).toEqual(inOrder(suits))
    }),
  )
})
